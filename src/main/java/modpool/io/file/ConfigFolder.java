package modpool.io.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where a program keeps what it has to remember, as each system wants it.
public final class ConfigFolder {
  private static final String NAME = "modpool";

  private ConfigFolder() {}

  /// A file in the folder of this process's user, or null when there can be none. Neither may be
  /// there yet.
  public static Path file(String name) {
    Path folder =
        of(
            System.getenv(),
            System.getProperty("os.name", ""),
            System.getProperty("user.home", "."));
    return folder == null ? null : folder.resolve(name);
  }

  /// @param environment variables by name
  /// @param system as the property `os.name` has it
  /// @return null when what is named there is no path: letters beyond ASCII where the locale has
  ///   none, for one
  static Path of(Map<String, String> environment, String system, String home) {
    try {
      return of(environment, system, Path.of(home));
    } catch (InvalidPathException _) {
      return null;
    }
  }

  private static Path of(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support").resolve(NAME);
    }
    boolean isWindows = name.startsWith("windows");
    String base = environment.getOrDefault(isWindows ? "APPDATA" : "XDG_CONFIG_HOME", "");
    // The XDG rules: a relative path is to be ignored.
    if (!base.isEmpty() && Path.of(base).isAbsolute()) {
      return Path.of(base).resolve(NAME);
    }
    return home.resolve(isWindows ? "AppData/Roaming" : ".config").resolve(NAME);
  }
}

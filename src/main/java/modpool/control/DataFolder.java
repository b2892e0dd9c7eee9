package modpool.control;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where a user's own things lie on this system. Nothing is ever made there unasked.
public final class DataFolder {
  /// The environment variable that names another folder; empty for none at all.
  public static final String VARIABLE = "MODPOOL_DATA";

  private static final String BANK = "bank.json";

  private DataFolder() {}

  /// The file of the user's own bank, or null when there can be none.
  ///
  /// @param environment the process's
  /// @param system the name of the operating system, as the JDK has it
  /// @param home the user's folder
  public static Path bank(Map<String, String> environment, String system, String home) {
    try {
      Path folder = of(environment, system.toLowerCase(Locale.ROOT), home);
      return folder == null ? null : folder.resolve(BANK);
    } catch (InvalidPathException _) {
      return null;
    }
  }

  /// Likewise, of this process.
  public static Path bank() {
    return bank(
        System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
  }

  private static Path of(Map<String, String> environment, String system, String home) {
    String chosen = environment.get(VARIABLE);
    if (chosen != null) {
      return chosen.isBlank() ? null : Path.of(chosen);
    }
    if (system.startsWith("windows")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      return roaming.isBlank() ? null : Path.of(roaming, "modpool");
    }
    // XDG Base Directory Specification: a relative path is to be ignored.
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    if (!system.startsWith("mac") && !xdg.isBlank() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, "modpool");
    }
    if (home.isBlank()) {
      return null;
    }
    return system.startsWith("mac")
        ? Path.of(home, "Library", "Application Support", "modpool")
        : Path.of(home, ".local", "share", "modpool");
  }
}

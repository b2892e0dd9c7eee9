package modpool.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A display to open windows on: an Xvfb of its own where that is installed, else the one there is.
public final class Screen implements AutoCloseable {
  private final Process server; // null: somebody else's
  private final String display;

  private Screen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /// Skips the test when there is none.
  public static Screen open() throws IOException {
    Screen screen = find();
    Assumptions.assumeTrue(screen != null, "no display, and no Xvfb to make one");
    return screen;
  }

  /// @return null when there is none
  static Screen find() throws IOException {
    if (isInstalled()) {
      Process server =
          new ProcessBuilder(
                  "Xvfb", "-displayfd", "1", "-screen", "0", "2800x1800x24", "-nolisten", "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String number = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
      if (number != null) {
        return new Screen(server, ":" + number.strip());
      }
      server.destroy();
    }
    String display = System.getenv("DISPLAY");
    return display == null ? null : new Screen(null, display);
  }

  private static boolean isInstalled() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
  }

  public String display() {
    return display;
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
    }
  }
}

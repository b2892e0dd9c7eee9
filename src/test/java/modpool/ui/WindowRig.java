package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.testing.Program;
import modpool.testing.Screen;

/// The program with its window on a screen of its own, in processes of their own that remember in a
/// folder. Pictures go to target/screenshots.
final class WindowRig implements AutoCloseable {
  static final Path PICTURES = Path.of("target", "screenshots");

  private final Path folder;
  private final Screen screen;

  /// Skips the test when there is no screen.
  ///
  /// @param folder what it remembers, in its folder modpool, and its own bank, in own
  WindowRig(Path folder) throws IOException {
    this.folder = folder;
    screen = Screen.open();
  }

  String display() {
    return screen.display();
  }

  /// Starts a [WindowTour].
  ///
  /// @param kind which
  /// @param suffix the end of its pictures' names
  /// @param words the program's arguments
  Program tour(Theme theme, int scale, String kind, String suffix, String... words)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(kind, PICTURES.toString(), suffix));
    all.addAll(List.of(words));
    return java(theme, scale, WindowTour.class.getName(), all.toArray(String[]::new));
  }

  /// Starts it with a window that looks so.
  Program java(Theme theme, int scale, String main, String... words) throws IOException {
    Files.writeString(
        memory().resolve("window.json"),
        "{\"theme\": \"%s\", \"masterVolume\": 120}".formatted(theme));
    ProcessBuilder builder = builder(main, words);
    builder.command().add(1, "-Dsun.java2d.uiScale=" + scale);
    builder.environment().put("DISPLAY", display());
    return started(builder);
  }

  /// The folder that it remembers in.
  Path memory() throws IOException {
    return Files.createDirectories(folder.resolve("modpool"));
  }

  /// What it remembers, without blanks.
  String remembered(String file) throws IOException {
    return Files.readString(memory().resolve(file)).replaceAll("\\s", "");
  }

  ProcessBuilder builder(String main, String... words) {
    ProcessBuilder builder = Program.java(main, words);
    builder.environment().put("JACK_DEFAULT_SERVER", "modpool-no-such-server");
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("MODPOOL_DATA", folder.resolve("own").toString());
    return builder;
  }

  Program started(ProcessBuilder builder) throws IOException {
    return new Program(builder, folder.resolve("err.txt"));
  }

  /// Waits until a tour has ended that had nothing to print, nor the program but messages.
  static void endsWell(Program tour) throws Exception {
    try (tour) {
      assertEquals("", tour.rest(), tour.errors());
      assertEquals(0, tour.exitCode(), tour.errors());
      String said = tour.errors();
      assertTrue(said.lines().allMatch(line -> line.startsWith("modpool: ")), said);
    }
  }

  /// @return the one line that it said
  static String ends(int exitCode, Program live) throws Exception {
    try (live) {
      assertEquals(exitCode, live.exitCode(), live.errors());
      assertEquals(1, live.errors().lines().count(), live.errors());
      return live.errors();
    }
  }

  @Override
  public void close() {
    screen.close();
  }
}

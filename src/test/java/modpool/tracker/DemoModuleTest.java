package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.module.Pattern;
import modpool.module.SongText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo module: what its text says, and a fair guest of the pool.
class DemoModuleTest {
  private static final Path DEMO = Path.of("presets/songs/demo.mod");

  @Test
  void it_is_what_the_program_makes_of_the_text(@TempDir Path folder)
      throws IOException, InterruptedException, URISyntaxException {
    Path made = folder.resolve("demo.mod");
    Path log = folder.resolve("log.txt");
    Path classes =
        Path.of(SongText.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process make =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes.toString(),
                "presets/make/MakeModule.java",
                made.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertEquals(0, make.waitFor(), () -> read(log));
    assertArrayEquals(Files.readAllBytes(made), Files.readAllBytes(DEMO));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void it_has_seven_instruments_on_four_tracks() throws IOException {
    Module song = ModReader.read(DEMO);

    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), song.usedSamples());
    assertEquals(4, song.channels());
    assertEquals(List.of(), song.warnings());
  }

  @Test
  void every_instrument_and_every_track_is_heard() throws IOException {
    Module song = ModReader.read(DEMO);
    TreeSet<Integer> samples = new TreeSet<>();
    TreeSet<Integer> tracks = new TreeSet<>();
    for (Pattern pattern : song.patterns()) {
      for (int row = 0; row < pattern.rows(); row++) {
        for (int track = 0; track < song.channels(); track++) {
          if (pattern.period(row, track) > 0) {
            samples.add(pattern.sample(row, track));
            tracks.add(track);
          }
        }
      }
    }
    assertEquals(7, samples.size());
    assertEquals(4, tracks.size());
  }

  @Test
  void it_lasts_a_minute_or_so() throws IOException {
    double seconds = SongLength.seconds(ModReader.read(DEMO), SongTiming.AUTO, 1);

    assertTrue(seconds > 60 && seconds < 90, () -> seconds + " s");
  }
}

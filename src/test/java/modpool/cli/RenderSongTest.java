package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import modpool.module.ModWriter;
import modpool.module.SongText;
import modpool.testing.Songs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Songs by the commands `render` and `pool`.
class RenderSongTest {
  @TempDir private Path folder;
  private Path song;

  @BeforeEach
  void writeSong() throws IOException {
    song = folder.resolve("song.mod");
    Files.write(
        song,
        SongText.song("song")
            .sample(Songs.sine(32))
            .sample(Songs.sineOnce(40, 3_000))
            .pattern("C-2 01 | E-2 01 | --- | G-2 02\nC-2 02 | --- -- 320 | C-3 01\n--- -- D00")
            .mod());
  }

  private String render(Path out, String options) {
    String[] words = ("render IN -o OUT --bits 32f " + options).strip().split(" +");
    words[1] = song.toString();
    words[3] = out.toString();
    CommandLineRun run = CommandLineRun.of((Object[]) words);
    assertEquals(0, run.exitCode(), run.err());
    return run.out();
  }

  private byte[] bytes(String options) throws IOException {
    render(folder.resolve("out.wav"), options);
    return Files.readAllBytes(folder.resolve("out.wav"));
  }

  @Test
  void a_stem_per_track_is_what_a_solo_is() throws IOException {
    Path stems = folder.resolve("stems");
    render(folder.resolve("mix.wav"), "--stems " + stems);
    try (Stream<Path> files = Files.list(stems)) {
      assertEquals(
          List.of("track01.wav", "track02.wav", "track03.wav", "track04.wav"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    for (int track = 1; track <= 4; track++) {
      byte[] stem = Files.readAllBytes(stems.resolve("track0" + track + ".wav"));
      byte[] solo = bytes("--solo " + track);
      int shorter = Math.min(stem.length, solo.length); // a solo ends when its track is silent
      assertArrayEquals(data(stem, shorter), data(solo, shorter), "track " + track);
    }
  }

  /// What follows the header, which tells lengths.
  private static byte[] data(byte[] wav, int end) {
    return Arrays.copyOfRange(wav, 58, end);
  }

  @Test
  void what_is_not_muted_is_a_solo_too() throws IOException {
    assertArrayEquals(bytes("--mute 1,4"), bytes("--solo 2,3"));
    assertNotEquals(Arrays.hashCode(bytes("")), Arrays.hashCode(bytes("--mute 1")));
  }

  @Test
  void twice_takes_twice_as_long() throws IOException {
    double once = seconds("");
    assertEquals(3 * 0.12, once, 0.007, "three rows and the shortest fade");
    assertEquals(6 * 0.12, seconds("--loops 2"), 0.007);
    assertEquals(0.25, seconds("--seconds 0.25"), 1e-9);
  }

  private double seconds(String options) throws IOException {
    String stats = render(folder.resolve("out.wav"), options + " --stats");
    return new ObjectMapper().readTree(stats).get("seconds").asDouble();
  }

  @Test
  void pool_prints_the_figures_of_seven_instruments() throws IOException {
    Files.write(song, ModWriter.write(Songs.withInstruments(7, 4)));

    CommandLineRun run = CommandLineRun.of("pool", song, "--json");

    assertEquals(0, run.exitCode(), run.err());
    String begin =
        "{\"workletCount\":2,\"totalVoices\":32,\"allocatedVoices\":28,\"freeVoices\":4,"
            + "\"allocations\":[{\"instrumentId\":\"01\",\"workletIndex\":0,\"voices\":\"0-3\","
            + "\"firstLocalVoice\":0},";
    assertTrue(run.out().startsWith(begin), run.out());
    assertEquals(7, new ObjectMapper().readTree(run.out()).get("allocations").size());
  }
}

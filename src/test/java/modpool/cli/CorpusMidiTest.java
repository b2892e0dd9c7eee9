package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Renders real MIDI files, which are not part of this tree; `-Dmodpool.corpus=DIR` says where they
/// are.
class CorpusMidiTest {
  private static final Path FILES =
      Path.of(System.getProperty("modpool.corpus", "../shared/corpus"), "midi");
  private static final int HEADER = 58;
  private static final int RATE = 24_000; // half of what is usual, in half of the time
  private static final int BYTES_PER_SECOND = RATE * 2 * Float.BYTES;

  @TempDir private Path folder;

  @BeforeAll
  static void theFilesAreThere() {
    assumeTrue(Files.isDirectory(FILES), "no MIDI files at " + FILES + "; set -Dmodpool.corpus");
  }

  @TestFactory
  Stream<DynamicTest> a_whole_file_ends_in_silence_and_voices_and_blocks_do_not_change_a_byte()
      throws IOException {
    return Files.list(FILES)
        .sorted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> rendersTheSame(file, whole(file))));
  }

  private CommandLineRun render(Path file, String options) {
    String form = " --bits 32f --rate " + RATE + " ";
    String line = "render " + file + " -o " + folder.resolve("out.wav") + form + options;
    CommandLineRun run = CommandLineRun.of((Object[]) line.strip().split(" +"));
    assertEquals(0, run.exitCode(), run.err());
    // Files may ask for programs that the factory bank has not: each is told once, and nothing
    // else.
    for (String told : run.err().lines().toList()) {
      assertTrue(told.matches("modpool: channel \\d+: .* has no .*; .* plays"), told);
    }
    return run;
  }

  private byte[] rendered() throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve("out.wav"));
    return Arrays.copyOfRange(file, HEADER, file.length);
  }

  /// @return what it sounds, as bytes
  private byte[] whole(Path file) throws IOException {
    JsonNode stats = new ObjectMapper().readTree(render(file, "--stats").out());
    double length =
        new ObjectMapper()
            .readTree(CommandLineRun.of("info", file, "--json").out())
            .get("seconds")
            .asDouble();
    assertTrue(stats.get("seconds").asDouble() < length + 9, "notes ring on, or one is stuck");
    assertTrue(stats.get("peak").asDouble() > 0.02, "it sounds");
    assertTrue(stats.get("peak").asDouble() < 1, "it does not clip");
    assertEquals(0, stats.get("clippedFrames").asInt());

    byte[] rendered = rendered();
    ByteBuffer sound = ByteBuffer.wrap(rendered).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < sound.limit(); at += Float.BYTES) {
      if (!Float.isFinite(sound.getFloat(at))) {
        fail("no number at byte " + at);
      }
    }
    return rendered;
  }

  /// @param whole begins with what the first seconds sound, however they are rendered
  private void rendersTheSame(Path file, byte[] whole) throws IOException {
    rendersTheSame(file, whole, 10, "--block 1"); // 1024 as a rule; 1 is slow
    rendersTheSame(file, whole, 30, "--block 17 --instruments dedicated");
  }

  private void rendersTheSame(Path file, byte[] whole, int seconds, String options)
      throws IOException {
    render(file, "--seconds " + seconds + " " + options);
    byte[] expected = Arrays.copyOf(whole, Math.min(whole.length, seconds * BYTES_PER_SECOND));
    assertArrayEquals(expected, rendered(), options);
  }
}

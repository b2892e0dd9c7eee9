package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import modpool.io.file.BadFileException;
import modpool.module.ModReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Renders a folder of real, odd and hostile modules that is not part of this tree: their licences
/// differ. `-Dmodpool.corpus=DIR` says where it is.
class SongCorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("modpool.corpus", "../shared/corpus"));
  private static final int FLOAT_HEADER = 58;
  private static final long MAX_BYTES = 256L << 20;

  @TempDir private Path folder;

  @BeforeAll
  static void the_corpus_is_there() {
    assumeTrue(
        Files.isReadable(CORPUS.resolve("MANIFEST.tsv")),
        "no corpus at " + CORPUS + "; set -Dmodpool.corpus");
  }

  private static Stream<Path> files(String... folders) throws IOException {
    Stream<Path> all = Stream.of();
    for (String name : folders) {
      try (Stream<Path> files = Files.list(CORPUS.resolve(name))) {
        all =
            Stream.concat(
                all, files.filter(f -> f.toString().endsWith(".mod")).sorted().toList().stream());
      }
    }
    return all;
  }

  private static boolean isPlayable(Path file) {
    try {
      ModReader.read(file);
      return true;
    } catch (BadFileException e) {
      return false;
    }
  }

  private byte[] render(Path module, String options) throws IOException {
    Path out = folder.resolve("out.wav");
    String[] words =
        ("render INPUT -o OUT --bits 32f --interpolation linear " + options).split(" ");
    words[1] = module.toString();
    words[3] = out.toString();
    CommandLineRun run = CommandLineRun.of((Object[]) words);
    assertEquals(0, run.exitCode(), run.err());
    return Files.readAllBytes(out);
  }

  @TestFactory
  Stream<DynamicTest> the_same_bytes_pooled_dedicated_and_in_any_block() throws IOException {
    return files("real-mod", "quirk-mod")
        .filter(SongCorpusTest::isPlayable)
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> sameBytes(file)));
  }

  private void sameBytes(Path file) throws IOException {
    byte[] wanted = render(file, "--seconds 20");
    String options = "--seconds 20 --instruments dedicated --block 17"; // pooled, 1024 as a rule
    assertArrayEquals(wanted, render(file, options), options);
  }

  @TestFactory
  Stream<DynamicTest> the_stems_are_the_mix() throws IOException {
    return files("real-mod")
        .filter(SongCorpusTest::isPlayable)
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> stems(file)));
  }

  private void stems(Path file) throws IOException {
    Path stems = folder.resolve("stems");
    float[] mix = floats(render(file, "--seconds 10 --stems " + stems));
    float[] sum = new float[mix.length];
    double peak = 0;
    try (Stream<Path> parts = Files.list(stems)) {
      for (Path part : parts.sorted().toList()) {
        float[] one = floats(Files.readAllBytes(part));
        assertEquals(mix.length, one.length, part.toString());
        for (int i = 0; i < sum.length; i++) {
          sum[i] += one[i];
        }
        Files.delete(part);
      }
    }
    for (float value : mix) {
      peak = Math.max(peak, Math.abs(value));
    }
    for (int i = 0; i < mix.length; i++) {
      if (!(Math.abs(mix[i] - sum[i]) <= 1e-6 * peak)) {
        assertEquals(mix[i], sum[i], 1e-6 * peak, "value " + i);
      }
    }
  }

  private static float[] floats(byte[] wav) {
    ByteBuffer data = ByteBuffer.wrap(wav, FLOAT_HEADER, wav.length - FLOAT_HEADER);
    float[] all = new float[data.remaining() / 4];
    data.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(all);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> hostile_files_play_or_are_refused_with_one_line() throws IOException {
    return files("corrupt")
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> survive(file)));
  }

  private void survive(Path file) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getTotalThreadAllocatedBytes();
    Path out = folder.resolve("out.wav");
    CommandLineRun run = CommandLineRun.of("render", file, "-o", out, "--seconds", "5");
    long bytes = threads.getTotalThreadAllocatedBytes() - before;

    assertTrue(run.exitCode() == 0 || run.exitCode() == 1, run.exitCode() + ": " + run.err());
    assertEquals(run.exitCode() == 0, Files.exists(out));
    if (run.exitCode() == 1) {
      assertEquals(1, run.errorLines(), run.err());
      assertTrue(run.err().startsWith("modpool: "), run.err());
    }
    assertTrue(bytes < MAX_BYTES, "allocated " + bytes);
    Files.deleteIfExists(out);
  }
}

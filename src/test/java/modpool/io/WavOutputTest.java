package modpool.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import modpool.bridge.Meters;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import modpool.io.file.OutputFile;
import modpool.io.file.UnwritableFileException;
import modpool.testing.Await;
import modpool.testing.TroubledDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A performance that outgrows its file, or its disk.
class WavOutputTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 480;

  @TempDir private Path folder;

  /// Plays until there is trouble and for a while on.
  ///
  /// @return what it says at the end
  private String played(WavOutput output) throws Exception {
    AtomicLong blocks = new AtomicLong();
    output.start((_, _, _) -> blocks.incrementAndGet(), new Meters());
    Await.until(() -> output.trouble() != null, "it is told while it plays");
    long before = blocks.get();
    Await.until(() -> blocks.get() > before + 2, "playing goes on");
    assertEquals(List.of(path()), files(), "what was played is safe at once");
    String trouble = output.trouble();
    OutputException e = assertThrows(UnwritableFileException.class, output::stop);
    assertEquals(trouble, e.getMessage());
    output.stop();
    return trouble;
  }

  private Path path() {
    return folder.resolve("live.wav");
  }

  private List<Path> files() throws Exception {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private int frames() throws Exception {
    ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(path())).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(wav.capacity() - 44, wav.getInt(40));
    assertEquals(wav.capacity() - 8, wav.getInt(4));
    return wav.getInt(40) / 4;
  }

  @Test
  void what_outgrows_a_wav_file_leaves_one_that_is_full() throws Exception {
    String said = played(output(new OutputFile(path()), 4_800));
    assertTrue(said.contains("4 GiB"), said);
    assertTrue(said.endsWith("it ends at 0.100 s, whole up to there"), said);
    assertEquals(4_800, frames());
  }

  @Test
  void a_full_disk_keeps_what_was_played_before() throws Exception {
    String said =
        played(output(TroubledDraft.full(new OutputFile(path()), 44 + 4 * 2_400 + 3), RATE));
    assertTrue(said.startsWith("the disk is full"), said);
    assertTrue(said.endsWith("it ends at 0.050 s, whole up to there"), said);
    assertEquals(2_400, frames());
  }

  @Test
  void a_disk_that_is_full_at_the_end_keeps_what_was_played_before() throws Exception {
    AtomicLong blocks = new AtomicLong();
    WavOutput output = output(TroubledDraft.full(new OutputFile(path()), 44 + 4 * 100), RATE);
    output.start((_, _, _) -> blocks.incrementAndGet(), new Meters());
    Await.until(() -> blocks.get() > 1, "something is played");
    OutputException e = assertThrows(UnwritableFileException.class, output::stop);
    assertTrue(e.getMessage().startsWith("the disk is full"), e.getMessage());
    assertEquals(100, frames());
  }

  private WavOutput output(FileDraft file, long maxFrames) {
    return new WavOutput(
        path(),
        RATE,
        BLOCK,
        () -> new WavWriter(file, path(), RATE, WavWriter.Format.PCM16, maxFrames));
  }
}

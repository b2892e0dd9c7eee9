package modpool.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacedOutputTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 64;

  @TempDir Path folder;

  private final Meters meters = new Meters();
  private final AtomicLong rendered = new AtomicLong();
  private volatile CountDownLatch blocks = new CountDownLatch(3);

  @Test
  void nothing_is_rendered_after_stop_and_it_may_start_again() throws Exception {
    NullOutput output = new NullOutput(RATE, BLOCK);
    output.start(this::count, meters);
    awaitBlocks();
    output.stop();
    output.stop();
    long atStop = rendered.get();

    blocks = new CountDownLatch(3);
    output.start(this::count, meters);
    awaitBlocks();
    output.stop();
    assertTrue(rendered.get() > atStop);
    assertTrue(meters.get(Meter.BLOCK_NANOS_PEAK) > 0);
  }

  @Test
  void a_live_file_appears_at_stop_with_all_that_was_rendered() throws Exception {
    Path path = folder.resolve("live.wav");
    WavOutput output = new WavOutput(path, RATE, BLOCK);
    output.start(this::count, meters);
    awaitBlocks();
    assertFalse(Files.exists(path));
    output.stop();

    assertEquals(44 + 4 * rendered.get(), Files.size(path));
  }

  @Test
  void when_no_output_starts_silence_plays_and_one_warning_says_why() throws Exception {
    List<String> warnings = new ArrayList<>();
    AudioOutput missing = new WavOutput(folder.resolve("no/file.wav"), RATE, BLOCK);
    AudioOutput output = new FallbackOutput(List.of(missing, missing), RATE, BLOCK, warnings::add);
    output.start(this::count, meters);
    awaitBlocks();
    output.stop();

    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().startsWith("no sound will be heard: cannot write"));
    assertTrue(output.description().startsWith("no sound"));
  }

  private void count(float[] left, float[] right, int frames) {
    rendered.addAndGet(frames);
    blocks.countDown();
  }

  private void awaitBlocks() throws InterruptedException {
    assertTrue(blocks.await(60, TimeUnit.SECONDS), "no block was asked for");
  }
}

package modpool.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void the_null_output_plays_in_real_time() throws Exception {
    NullOutput output = new NullOutput(RATE, BLOCK);
    output.start(this::count, meters);
    Thread.sleep(50);
    long from = System.nanoTime();
    long framesFrom = rendered.get();
    Thread.sleep(500);
    double seconds = (System.nanoTime() - from) / 1e9;
    double played = (rendered.get() - framesFrom) / (double) RATE;
    output.stop();

    assertTrue(played <= seconds * 1.02 + 0.005, played + " s in " + seconds);
    // A busy machine may miss some; every time it does, that is counted.
    assertTrue(
        played >= seconds * 0.98 - 0.005 || meters.get(Meter.XRUNS) > 0,
        played + " s in " + seconds);
    assertTrue(meters.get(Meter.BLOCK_NANOS_PEAK) > 0);
  }

  @Test
  void nothing_is_rendered_after_stop_and_it_may_start_again() throws Exception {
    NullOutput output = new NullOutput(RATE, BLOCK);
    output.start(this::count, meters);
    Thread.sleep(20);
    output.stop();
    output.stop();
    long atStop = rendered.get();
    Thread.sleep(20);
    assertEquals(atStop, rendered.get());

    output.start(this::count, meters);
    Thread.sleep(20);
    output.stop();
    assertTrue(rendered.get() > atStop);
  }

  @Test
  void a_stall_is_one_xrun_and_is_not_caught_up() throws Exception {
    NullOutput output = new NullOutput(RATE, BLOCK);
    output.start(
        (left, right, frames) -> {
          if (rendered.get() == 10 * BLOCK) {
            sleep(200);
          }
          count(left, right, frames);
        },
        meters);
    Thread.sleep(300);
    output.stop();

    assertTrue(meters.get(Meter.XRUNS) >= 1);
    assertTrue(rendered.get() <= 0.15 * RATE, "the stalled time must not be rendered later");
  }

  @Test
  void a_live_file_appears_at_stop_with_all_that_was_rendered() throws Exception {
    Path path = folder.resolve("live.wav");
    WavOutput output = new WavOutput(path, RATE, BLOCK);
    output.start(this::count, meters);
    Thread.sleep(100);
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
    Thread.sleep(20);
    output.stop();

    assertTrue(rendered.get() > 0);
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().startsWith("no sound will be heard: cannot write"));
    assertTrue(output.description().startsWith("no sound"));
  }

  private void count(float[] left, float[] right, int frames) {
    rendered.addAndGet(frames);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

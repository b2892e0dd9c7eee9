package modpool.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import modpool.Modpool;
import modpool.Settings;
import modpool.Settings.Instruments;
import modpool.Settings.Interpolation;
import modpool.bridge.Meters.Meter;
import org.junit.jupiter.api.Test;

/// A dense minute allocates nothing on the render thread.
///
/// The warm-up is five seconds of the same play and some thousand racks for each set-up, on an
/// instrument of its own (a shadow). It loads every class, links every call, and has the compiler
/// look at every method: at its first look the JVM makes a class's string constants, on the thread
/// that asked for it. After the warm-up not one byte is allowed.
class RenderAllocationTest {
  private static final int RATE = 48_000;
  private static final int WARM_UP_SECONDS = 5;
  private static final int WARM_UP_RACKS = 3_000;
  private static final int SECONDS = 10; // of each of the six set-ups: a minute

  private record SetUp(
      Interpolation interpolation, Instruments instruments, Voices voices, boolean live) {
    Modpool open() throws IOException {
      return Modpool.open(
          new Settings()
              .interpolation(interpolation)
              .instruments(instruments)
              .authentic(voices == Voices.FOUR)
              .lend(voices == Voices.LENT)
              .effectKeys(1, 24)
              .limiter(live));
    }
  }

  private enum Voices {
    OWN,
    LENT,
    FOUR
  }

  private static final List<SetUp> SET_UPS =
      List.of(
          new SetUp(Interpolation.NEAREST, Instruments.SIMPLE, Voices.LENT, false),
          new SetUp(Interpolation.LINEAR, Instruments.POOLED, Voices.OWN, true),
          new SetUp(Interpolation.CUBIC, Instruments.DEDICATED, Voices.OWN, false),
          new SetUp(Interpolation.SINC, Instruments.POOLED, Voices.LENT, false),
          new SetUp(Interpolation.LINEAR, Instruments.POOLED, Voices.FOUR, false),
          new SetUp(Interpolation.NEAREST, Instruments.DEDICATED, Voices.LENT, true));

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<String> results = new ArrayList<>();

  @Test
  void a_dense_minute_allocates_nothing_on_the_render_thread() throws Exception {
    for (SetUp setUp : SET_UPS) {
      play(setUp, WARM_UP_SECONDS, _ -> {}); // too short to be dense each time
      adoptRacks(setUp);
    }
    results.clear();

    for (SetUp setUp : SET_UPS) {
      play(setUp, SECONDS, modpool -> assertDense(modpool, setUp));
    }

    assertEquals(SET_UPS.stream().map(s -> s + ": 0 bytes").toList(), results);
  }

  private static void adoptRacks(SetUp setUp) throws IOException {
    try (Modpool modpool = setUp.open()) {
      for (int i = 0; i < WARM_UP_RACKS; i++) {
        modpool.control().compact();
        modpool.render(new float[1], new float[1], 1);
      }
    }
  }

  private static void assertDense(Modpool modpool, SetUp setUp) {
    int dense = setUp.voices == Voices.FOUR ? 4 : 56; // of 64: how many at once is chance
    assertTrue(modpool.control().meters().get(Meter.VOICES_PEAK) >= dense, "it was dense");
    assertTrue(modpool.control().meters().get(Meter.STOLEN) > 0, "voices were stolen");
    assertTrue(modpool.control().meters().get(Meter.LOST) > 0, "events were lost");
  }

  private void play(SetUp setUp, int seconds, Consumer<Modpool> check)
      throws IOException, InterruptedException {
    try (Modpool modpool = setUp.open()) {
      DensePlay play = new DensePlay(modpool, setUp.live(), (long) seconds * RATE);
      Thread[] others = play.otherThreads();
      long[] bytes = new long[1];
      Thread render = Thread.ofPlatform().name("render").unstarted(() -> measure(play, bytes));
      render.start();
      for (Thread other : others) {
        other.start();
      }
      for (Thread other : others) {
        other.join();
      }
      render.join();

      assertEquals(null, play.failure());
      check.accept(modpool);
      assertTrue(play.recorded() > 10_000, "it was recorded");
      results.add(setUp + ": " + bytes[0] + " bytes");
    }
  }

  private void measure(DensePlay play, long[] bytes) {
    threads.getCurrentThreadAllocatedBytes(); // its own first call is not to be counted
    long before = threads.getCurrentThreadAllocatedBytes();
    play.render();
    bytes[0] = threads.getCurrentThreadAllocatedBytes() - before;
  }
}

package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LiveClockTest {
  private static final int RATE = 48_000;
  private static final int LATENCY = 64;
  private static final long MS = 1_000_000;
  private static final long FRAMES_PER_MS = RATE / 1000;

  private final LiveClock clock = new LiveClock(RATE, LATENCY);
  private final long origin = System.nanoTime(); // of this test's own time, in nanoseconds

  @Test
  void a_clock_that_nothing_drives_says_at_once() {
    assertFalse(clock.isRunning());
    assertEquals(0, clock.frameAt(origin));
    assertEquals(0, clock.frameAt(origin + 5_000 * MS));
  }

  @Test
  void a_moment_sounds_one_block_after_it_happened() {
    clock.mark(96_000, origin);

    assertTrue(clock.isRunning());
    assertEquals(96_000 + LATENCY, clock.frameAt(origin));
    assertEquals(96_000 + LATENCY + 3 * FRAMES_PER_MS, clock.frameAt(origin + 3 * MS));
    assertEquals(96_000 + LATENCY - 2 * FRAMES_PER_MS, clock.frameAt(origin - 2 * MS));
  }

  @Test
  void no_moment_lies_before_the_first_frame() {
    clock.mark(0, origin);

    assertEquals(0, clock.frameAt(origin - 50 * MS));
  }

  @Test
  void a_late_callback_moves_the_clock_by_a_sixty_fourth_of_its_lateness() {
    clock.mark(0, origin);

    clock.mark(10 * FRAMES_PER_MS, origin + 14 * MS); // 4 ms late: 192 frames

    assertEquals(
        14 * FRAMES_PER_MS - 192 / 64 + LATENCY, clock.frameAt(origin + 14 * MS), "smoothed");
  }

  @Test
  void a_lasting_change_is_followed_in_the_end() {
    clock.mark(0, origin);
    long late = 20 * MS;
    for (int block = 1; block <= 1_000; block++) {
      clock.mark(block * FRAMES_PER_MS, origin + late + block * MS);
    }

    long now = origin + late + 1_000 * MS;
    assertEquals(1_000 * FRAMES_PER_MS + LATENCY, clock.frameAt(now));
  }

  @Test
  void a_gap_of_more_than_a_tenth_of_a_second_starts_the_clock_anew() {
    clock.mark(0, origin);

    clock.mark(FRAMES_PER_MS, origin + 500 * MS);

    assertEquals(FRAMES_PER_MS + LATENCY, clock.frameAt(origin + 500 * MS));
  }

  @Test
  void what_comes_before_the_output_has_woken_from_a_long_sleep_waits_half_a_second_at_most() {
    clock.mark(96_000, origin);

    assertEquals(96_000 + 500 * FRAMES_PER_MS + 2 * LATENCY, clock.frameAt(origin + 600_000 * MS));
  }

  @Test
  void a_stopped_clock_stands_still_until_it_is_driven_again() {
    clock.mark(1_000, origin);
    clock.stop();

    assertFalse(clock.isRunning());
    assertEquals(0, clock.frameAt(origin + MS));

    clock.mark(5_000, origin + 10 * MS);
    assertEquals(5_000 + LATENCY, clock.frameAt(origin + 10 * MS));
  }

  @Property
  void a_source_never_goes_back_in_time(@ForAll @Size(min = 1, max = 50) long[] frames) {
    LiveClock.Order order = new LiveClock.Order();
    long last = 0;
    for (long frame : frames) {
      long next = order.next(frame);
      assertTrue(next >= last, "backwards");
      assertEquals(Math.max(frame, last), next);
      last = next;
    }
  }
}

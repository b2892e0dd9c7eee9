package modpool.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatenessTest {
  private static final int BLOCK_NANOS = 1_000_000;
  private static final int BLOCKS = 1_000;

  @Test
  void what_is_late_is_counted_from_what_is_on_time() {
    long[] starts = punctual();
    for (int i = 50; i < BLOCKS; i += 100) {
      starts[i] += 300_000; // one in a hundred
    }
    starts[777] += 900_000;
    assertEquals(new Lateness(BLOCKS, 0, 300_000, 300_000, 900_000), Lateness.of(starts, 1e6));
  }

  @Test
  void where_the_clock_begins_makes_no_difference() {
    long[] starts = punctual();
    starts[0] += 400_000; // the first is no more punctual than others
    Lateness lateness = Lateness.of(starts, 1e6);
    assertEquals(0, lateness.p99());
    assertEquals(400_000, lateness.most());
  }

  @Test
  void clocks_that_part_slowly_are_no_lateness() {
    long[] starts = new long[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      starts[i] = i * (BLOCK_NANOS + 100L); // 100 parts in a million
    }
    assertTrue(Lateness.of(starts, 1e6).most() <= 25_000);
  }

  @Test
  void after_a_gap_time_counts_anew() {
    long[] starts = punctual();
    for (int i = 600; i < BLOCKS; i++) {
      starts[i] += 20_000_000;
    }
    Lateness lateness = Lateness.of(starts, 1e6);
    assertEquals(20_000_000, lateness.most(), "the block after it is as late as it is long");
    assertEquals(0, lateness.p999(), "and no other");
  }

  @Test
  void nothing_is_never_late() {
    assertEquals(new Lateness(0, 0, 0, 0, 0), Lateness.of(new long[0], 1e6));
  }

  private static long[] punctual() {
    long[] starts = new long[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      starts[i] = 5_000 + (long) i * BLOCK_NANOS;
    }
    return starts;
  }
}

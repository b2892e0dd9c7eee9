package modpool.io.javasound;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DryCountTest {
  private static final int RATE = 1_000;

  private final DryCount count = new DryCount(RATE);

  @Test
  void three_times_within_ten_seconds_is_too_often() {
    assertFalse(count.add(1_000));
    assertFalse(count.add(6_000));
    assertTrue(count.add(11_000));
    assertFalse(count.add(11_001), "the count has begun anew");
  }

  @Test
  void three_times_in_a_longer_time_is_not() {
    assertFalse(count.add(1_000));
    assertFalse(count.add(6_000));
    assertFalse(count.add(11_001));
    assertTrue(count.add(15_000), "but 6000, 11001 and 15000 are");
  }

  @Test
  void the_first_half_second_of_a_line_does_not_count() {
    for (long frame = 0; frame < 500; frame++) {
      assertFalse(count.add(frame));
    }
    assertFalse(count.add(500));
    assertFalse(count.add(501));
    count.reset();
    assertFalse(count.add(502), "another line");
  }
}

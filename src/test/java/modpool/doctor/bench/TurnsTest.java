package modpool.doctor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void the_median_does_not_heed_the_order_nor_the_worst() {
    assertEquals(2, Turns.median(9, 1, 2));
    assertEquals(2.5, Turns.median(100, 3, 1, 2));
    assertEquals(7, Turns.median(7));
    assertThrows(IllegalArgumentException.class, Turns::median);
  }

  @Test
  void turns_are_steady_when_the_last_three_are_hardly_better_than_those_before() {
    assertFalse(Turns.isSteady(), "none yet");
    assertFalse(Turns.isSteady(1, 1, 1), "nothing to set them against");
    assertTrue(Turns.isSteady(1, 1, 0.98, 1));
    assertFalse(Turns.isSteady(9, 5, 3, 2), "still falling");
    assertFalse(Turns.isSteady(1, 1.1, 0.9, 1.1), "one of the three was much better");
    assertTrue(Turns.isSteady(9, 5, 3, 2, 2, 2, 2.1));
  }
}

package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// How a level meter moves.
class BallisticsTest {
  private final Ballistics meter = new Ballistics();

  @Test
  void a_peak_is_shown_at_once_and_then_falls_thirty_decibels_a_second() {
    meter.move(1, 0.03);
    assertEquals(0, meter.levelDb(), 1e-9);
    meter.move(0, 0.5);
    assertEquals(-15, meter.levelDb(), 1e-9);
    meter.move(0, 10);
    assertEquals(Ballistics.FLOOR_DB, meter.levelDb(), 1e-9);
    assertEquals(0, meter.level(), 1e-9);
  }

  @Test
  void the_mark_stays_and_then_falls_but_not_below_the_level() {
    meter.move(0.5f, 0.03);
    double mark = meter.mark();
    meter.move(0, 1.4);
    assertEquals(mark, meter.mark(), 1e-9);
    meter.move(0, 0.2);
    assertTrue(meter.mark() < mark);
    meter.move(0.25f, 10);
    assertEquals(meter.level(), meter.mark(), 1e-9);
  }

  @Test
  void half_of_full_scale_is_six_decibels_down() {
    assertEquals(-6.02, Ballistics.toDb(0.5f), 0.01);
    assertEquals(Ballistics.FLOOR_DB, Ballistics.toDb(0), 0);
  }
}

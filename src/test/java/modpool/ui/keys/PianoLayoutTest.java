package modpool.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Where piano keys lie.
class PianoLayoutTest {
  private static final PianoLayout OCTAVE = new PianoLayout(60, 71, 700, 100);

  @Test
  void a_place_on_a_black_key_is_that_key() {
    assertEquals(61, OCTAVE.keyAt(100, 10));
    assertEquals(60, OCTAVE.keyAt(60, 90));
    assertEquals(62, OCTAVE.keyAt(140, 90));
    assertEquals(71, OCTAVE.keyAt(699, 50));
    assertEquals(-1, OCTAVE.keyAt(700, 50));
    assertEquals(-1, OCTAVE.keyAt(10, -1));
  }

  @Test
  void every_key_is_found_at_its_own_place() {
    PianoLayout piano = new PianoLayout(24, 108, 1000, 80);
    for (int key = 24; key <= 108; key++) {
      var bounds = piano.bounds(key);
      int y = PianoLayout.isBlack(key) ? bounds.height / 2 : bounds.height - 1;
      assertEquals(key, piano.keyAt((int) bounds.getCenterX(), y));
    }
  }

  @Test
  void white_keys_leave_no_gap_at_any_width() {
    for (int width = 300; width < 1_500; width += 37) {
      PianoLayout piano = new PianoLayout(24, 108, width, 80);
      int right = 0;
      for (int key = 24; key <= 108; key++) {
        if (!PianoLayout.isBlack(key)) {
          var bounds = piano.bounds(key);
          assertEquals(right, bounds.x, width + " pixels");
          right = bounds.x + bounds.width;
        }
      }
      assertEquals(width, right);
    }
  }

  @Test
  void lower_on_the_key_is_louder() {
    assertEquals(30, OCTAVE.velocityAt(60, 0));
    assertEquals(127, OCTAVE.velocityAt(60, 100));
    assertTrue(OCTAVE.velocityAt(61, 31) > OCTAVE.velocityAt(60, 31));
  }
}

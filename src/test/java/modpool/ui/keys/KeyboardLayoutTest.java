package modpool.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.event.KeyEvent;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The computer's keys as a piano.
class KeyboardLayoutTest {
  @Test
  void the_lower_row_begins_an_octave_below_the_upper_one() {
    assertEquals(0, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_Z));
    assertEquals(1, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_S));
    assertEquals(11, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_M));
    assertEquals(12, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_COMMA));
    assertEquals(12, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_Q));
    assertEquals(13, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_2));
    assertEquals(28, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_P));
    assertEquals(KeyboardLayout.NONE, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_A));
    assertEquals(KeyboardLayout.NONE, KeyboardLayout.QWERTY.semitone(KeyEvent.VK_4));
  }

  @Test
  void what_is_printed_elsewhere_is_played_at_the_same_place() {
    assertEquals(0, KeyboardLayout.QWERTZ.semitone(KeyEvent.VK_Y));
    assertEquals(21, KeyboardLayout.QWERTZ.semitone(KeyEvent.VK_Z));
    assertEquals(0, KeyboardLayout.AZERTY.semitone(KeyEvent.VK_W));
    assertEquals(12, KeyboardLayout.AZERTY.semitone(KeyEvent.VK_A));
    assertEquals(13, KeyboardLayout.AZERTY.semitone(0x010000E9)); // é, on the key of 2
    assertEquals(13, KeyboardLayout.AZERTY.semitone(KeyEvent.VK_2));
  }

  @ParameterizedTest
  @EnumSource
  void every_semitone_of_two_octaves_has_a_key(KeyboardLayout layout) {
    boolean[] found = new boolean[29];
    for (int code = 0; code < 0x200; code++) {
      int semitone = layout.semitone(code);
      if (semitone >= 0) {
        found[semitone] = true;
      }
    }
    for (int semitone = 0; semitone < 29; semitone++) {
      assertEquals(true, found[semitone], "semitone " + semitone);
    }
  }

  @Test
  void the_usual_one_depends_on_language_and_country() {
    assertEquals(KeyboardLayout.QWERTZ, KeyboardLayout.usualIn(Locale.GERMANY));
    assertEquals(KeyboardLayout.AZERTY, KeyboardLayout.usualIn(Locale.FRANCE));
    assertEquals(KeyboardLayout.QWERTY, KeyboardLayout.usualIn(Locale.CANADA_FRENCH));
    assertEquals(KeyboardLayout.QWERTY, KeyboardLayout.usualIn(Locale.US));
  }
}

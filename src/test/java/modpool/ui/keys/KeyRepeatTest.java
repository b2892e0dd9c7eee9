package modpool.ui.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Keys that repeat while they are held.
class KeyRepeatTest {
  private final KeyRepeat keys = new KeyRepeat();

  @Test
  void a_release_that_a_press_follows_at_once_is_a_repetition() {
    assertTrue(keys.press(65));
    keys.release(65, 100);
    assertFalse(keys.press(65));
    assertFalse(keys.isReleased(65, 200));
  }

  @Test
  void a_release_that_stands_is_one() {
    assertTrue(keys.press(65));
    keys.release(65, 100);
    assertFalse(keys.isReleased(65, 105));
    assertTrue(keys.isReleased(65, 112));
    assertFalse(keys.isReleased(65, 200), "only once");
    assertTrue(keys.press(65), "and it can be pressed again");
  }

  @Test
  void presses_without_releases_are_repetitions_too() {
    assertTrue(keys.press(65));
    assertFalse(keys.press(65));
  }
}

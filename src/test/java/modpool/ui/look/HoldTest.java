package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HoldTest {
  private static final long MS = 1_000_000;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500 * MS); // it may come round
  private final Hold hold = new Hold(now::get);

  @Test
  void what_hands_set_is_held_for_a_while_after_the_last_time() {
    assertFalse(hold.isOn());
    assertTrue(hold.begin());
    now.addAndGet(300 * MS);
    assertTrue(hold.begin());
    now.addAndGet(300 * MS);
    assertTrue(hold.isOn());
    now.addAndGet(100 * MS);
    assertFalse(hold.isOn());
  }

  @Test
  void what_follows_is_not_set_by_hand_and_not_held() {
    hold.follow(() -> assertFalse(hold.begin()));
    assertFalse(hold.isOn());
    assertTrue(hold.begin());
  }

  @Test
  void a_hold_can_be_ended() {
    hold.begin();
    assertTrue(hold.isOn());
    hold.end();
    assertFalse(hold.isOn());
  }
}

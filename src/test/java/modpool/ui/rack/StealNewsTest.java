package modpool.ui.rack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import modpool.bridge.StealReason;
import org.junit.jupiter.api.Test;

/// What is said of stolen voices.
class StealNewsTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void the_last_steal_is_told_with_its_reason_for_a_while() {
    StealNews news = new StealNews();
    assertEquals("", news.text(0));
    news.hear(60, StealReason.OLDEST, 0);
    news.hear(61, StealReason.RELEASED, SECOND);
    assertEquals("C♯4 cut: ringing out", news.text(3 * SECOND));
    assertEquals("", news.text(4 * SECOND));
  }
}

package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GestureTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong(SECOND);
  private final Gesture gesture = new Gesture(now::get);

  @Test
  void a_pause_ends_a_row_of_steps_and_not_a_drag() {
    Object first = gesture.now();
    now.addAndGet(SECOND / 10);
    assertSame(first, gesture.now());
    now.addAndGet(SECOND);
    Object second = gesture.now();
    assertNotSame(first, second);
    gesture.begin();
    Object drag = gesture.now();
    assertNotSame(second, drag);
    now.addAndGet(SECOND);
    assertSame(drag, gesture.now());
    gesture.end();
    assertNotSame(drag, gesture.now());
  }
}

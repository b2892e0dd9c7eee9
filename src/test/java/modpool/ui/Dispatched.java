package modpool.ui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.swing.SwingUtilities;
import modpool.testing.Await;

/// The event thread's queue, seen by who presses keys and buttons: a robot only tells the display,
/// and the window hears of it later. What is still on its way is waited for, not a time: so a busy
/// machine takes longer, and misses nothing.
final class Dispatched extends EventQueue {
  private static final int BUTTONS = -1;

  private final ConcurrentMap<Integer, Long> releases = new ConcurrentHashMap<>();

  private Dispatched() {}

  /// From now on.
  static Dispatched listen() {
    Dispatched queue = new Dispatched();
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(queue);
    return queue;
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    if (event instanceof InputEvent input) {
      switch (input.getID()) {
        case KeyEvent.KEY_RELEASED ->
            releases.merge(((KeyEvent) input).getKeyCode(), 1L, Long::sum);
        case MouseEvent.MOUSE_RELEASED -> releases.merge(BUTTONS, 1L, Long::sum);
        default -> {}
      }
    }
    super.dispatchEvent(event); // which a dialog that it opens makes long
  }

  /// Presses and releases a key some times, and waits until the window has acted on it. Keys that
  /// are held and repeat themselves are others.
  void keys(int key, int times, Runnable press) throws Exception {
    await(key, times, press, KeyEvent.getKeyText(key));
  }

  /// The same with a button of the mouse.
  void button(Runnable press) throws Exception {
    await(BUTTONS, 1, press, "a button of the mouse");
  }

  private void await(int what, int times, Runnable press, String name) throws Exception {
    long before = releases.getOrDefault(what, 0L);
    for (int i = 0; i < times; i++) {
      press.run();
    }
    Await.until(
        () -> releases.getOrDefault(what, 0L) >= before + times, name + " has reached the window");
    SwingUtilities.invokeAndWait(() -> {}); // what it brought about has been done
  }
}

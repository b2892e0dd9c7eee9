package modpool.ui;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.FocusEvent;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/// Scrolls what the keyboard gives the focus to into sight, on whatever page it lies. What the
/// mouse presses stays where it is pressed.
final class FocusFollower implements AWTEventListener {
  /// Begins.
  void follow() {
    Toolkit.getDefaultToolkit().addAWTEventListener(this, AWTEvent.FOCUS_EVENT_MASK);
  }

  /// Ends.
  void stop() {
    Toolkit.getDefaultToolkit().removeAWTEventListener(this);
  }

  @Override
  public void eventDispatched(AWTEvent event) {
    if (event.getID() == FocusEvent.FOCUS_GAINED
        && event instanceof FocusEvent focus
        && isByKeyboard(focus.getCause())) {
      show(focus.getComponent());
    }
  }

  private static boolean isByKeyboard(FocusEvent.Cause cause) {
    return switch (cause) {
      case TRAVERSAL, TRAVERSAL_FORWARD, TRAVERSAL_BACKWARD, TRAVERSAL_UP, TRAVERSAL_DOWN -> true;
      default -> false;
    };
  }

  /// Through all that scrolls about it: a list may scroll on a page that does.
  static void show(Component owner) {
    Component part = owner;
    Rectangle area = new Rectangle(owner.getSize());
    for (Container around = owner.getParent(); around != null; around = around.getParent()) {
      if (around instanceof JViewport port) {
        port.scrollRectToVisible(SwingUtilities.convertRectangle(part, area, port));
        area =
            SwingUtilities.convertRectangle(part, area, port)
                .intersection(new Rectangle(port.getSize()));
        part = port;
      }
    }
  }
}

package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.HashSet;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import modpool.testing.Await;

/// Goes by the Tab key until it comes round, and sees that all it comes to is in sight.
final class TabWalk {
  private final WindowTour tour;

  TabWalk(WindowTour tour) {
    this.tour = tour;
  }

  /// @param least so much there is to come to
  void from(Component first, int least) throws Exception {
    tour.focus(first);
    Component now = first;
    Set<Component> reached = new HashSet<>();
    while (reached.add(now)) {
      Component before = now;
      tour.type(KeyEvent.VK_TAB);
      Await.until(() -> owner() != null && owner() != before, "the focus goes on");
      now = owner();
      check((JComponent) now);
    }
    assertTrue(reached.size() >= least, "as many as were reached: " + reached.size());
  }

  private static Component owner() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  private static void check(JComponent part) throws Exception {
    JViewport port = (JViewport) SwingUtilities.getAncestorOfClass(JViewport.class, part);
    if (port != null) {
      Dimension whole =
          new Dimension(
              Math.min(part.getWidth(), port.getWidth()),
              Math.min(part.getHeight(), port.getHeight()));
      assertEquals(
          whole,
          WindowTour.onEdt(() -> part.getVisibleRect().getSize()),
          part.getAccessibleContext().getAccessibleName() + " is in sight");
    }
  }
}

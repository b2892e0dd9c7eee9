package modpool.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.FocusEvent;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import org.junit.jupiter.api.Test;

class FocusFollowerTest {
  private final JButton near = new JButton("near");
  private final JButton far = new JButton("far");
  private final JScrollPane inner = scroll(new Dimension(300, 500));
  private final JScrollPane outer = scroll(new Dimension(400, 900));

  FocusFollowerTest() {
    add(inner, near, new Rectangle(0, 0, 80, 20));
    add(inner, far, new Rectangle(200, 450, 80, 20));
    add(outer, inner, new Rectangle(10, 600, 120, 100));
    outer.setSize(150, 120);
    lay(outer);
    lay(inner);
  }

  private static JScrollPane scroll(Dimension view) {
    JPanel page = new JPanel(null);
    page.setPreferredSize(view);
    return new JScrollPane(
        page, JScrollPane.VERTICAL_SCROLLBAR_NEVER, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
  }

  private static void add(JScrollPane to, Component part, Rectangle at) {
    part.setBounds(at);
    ((JPanel) to.getViewport().getView()).add(part);
  }

  private static void lay(JScrollPane pane) {
    pane.setBorder(null);
    pane.doLayout();
    pane.getViewport().doLayout();
  }

  private static void focus(Component part, FocusEvent.Cause cause) {
    new FocusFollower()
        .eventDispatched(new FocusEvent(part, FocusEvent.FOCUS_GAINED, false, null, cause));
  }

  private static Point seen(JScrollPane pane) {
    JViewport port = pane.getViewport();
    return port.getViewPosition();
  }

  @Test
  void what_gets_the_focus_by_the_keyboard_is_scrolled_into_sight_through_all_that_scrolls() {
    focus(far, FocusEvent.Cause.TRAVERSAL_FORWARD);
    assertEquals(new Point(160, 370), seen(inner));
    assertEquals(new Point(0, 580), seen(outer)); // the button is at 680 to 700 of its page
    focus(near, FocusEvent.Cause.TRAVERSAL_BACKWARD);
    assertEquals(new Point(0, 0), seen(inner));
    assertEquals(new Point(0, 580), seen(outer), "it is in sight already");
  }

  /// One that goes on would keep each window that was closed.
  @Test
  void it_ends() {
    FocusFollower follower = new FocusFollower();
    int before = listeners();
    follower.follow();
    assertEquals(before + 1, listeners());
    follower.stop();
    assertEquals(before, listeners());
  }

  private static int listeners() {
    return Toolkit.getDefaultToolkit().getAWTEventListeners().length;
  }

  @Test
  void what_the_mouse_presses_stays_beneath_it() {
    focus(far, FocusEvent.Cause.MOUSE_EVENT);
    focus(far, FocusEvent.Cause.UNKNOWN);
    assertEquals(new Point(0, 0), seen(inner));
    assertEquals(new Point(0, 0), seen(outer));
  }
}

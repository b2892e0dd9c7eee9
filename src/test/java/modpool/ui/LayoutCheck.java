package modpool.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JMenu;
import javax.swing.JRootPane;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/// What is wrong with how components lie in a window: words without room, things on top of each
/// other or outside of what holds them, controls without a name.
final class LayoutCheck {
  private final List<String> wrongs = new ArrayList<>();

  private LayoutCheck() {}

  /// On the event thread.
  static List<String> of(Container root) {
    LayoutCheck check = new LayoutCheck();
    check.look(root);
    return check.wrongs;
  }

  private void look(Container parent) {
    List<Component> shown = new ArrayList<>();
    for (Component child : parent.getComponents()) {
      if (child.isVisible() && child.getWidth() > 0 && child.getHeight() > 0) {
        shown.add(child);
      } else if (child.isVisible() && child instanceof JLabel label && !blank(label.getText())) {
        wrongs.add("no room at all for " + describe(child));
      }
    }
    boolean layers =
        parent instanceof JLayeredPane
            || parent instanceof JRootPane
            || parent instanceof JTabbedPane
            || parent instanceof JViewport;
    for (int i = 0; i < shown.size(); i++) {
      Component child = shown.get(i);
      checkText(child);
      checkName(child);
      if (!layers) {
        checkInside(parent, child);
        for (int j = i + 1; j < shown.size(); j++) {
          checkApart(child, shown.get(j));
        }
      }
      if (child instanceof Container container
          && !(child instanceof JScrollBar)
          && !(child instanceof JComboBox)
          && !(child instanceof JSpinner)) {
        look(container);
      }
    }
  }

  private void checkText(Component component) {
    String text =
        component instanceof JLabel label
            ? label.getText()
            : component instanceof AbstractButton button ? button.getText() : "";
    if (blank(text)) {
      return;
    }
    int wanted = component.getPreferredSize().width;
    if (component instanceof JComponent c && c.isPreferredSizeSet()) {
      wanted = textWidth(c, text);
    }
    if (component.getWidth() < wanted) {
      wrongs.add(
          "%s has %d of %d pixels".formatted(describe(component), component.getWidth(), wanted));
    }
    if (component.getHeight() < component.getFontMetrics(component.getFont()).getAscent()) {
      wrongs.add(describe(component) + " is too low: " + component.getHeight());
    }
  }

  private static int textWidth(JComponent component, String text) {
    var insets = component.getInsets();
    return component.getFontMetrics(component.getFont()).stringWidth(text)
        + insets.left
        + insets.right;
  }

  private void checkInside(Container parent, Component child) {
    Rectangle room = new Rectangle(0, 0, parent.getWidth(), parent.getHeight());
    boolean scrolls = SwingUtilities.getAncestorOfClass(JViewport.class, child) != null;
    if (!room.contains(child.getBounds()) && !scrolls) {
      wrongs.add(describe(child) + " " + child.getBounds() + " sticks out of " + room);
    }
  }

  private void checkApart(Component one, Component other) {
    if (one.getBounds().intersects(other.getBounds())) {
      wrongs.add(describe(one) + " lies on " + describe(other));
    }
  }

  private void checkName(Component component) {
    boolean control =
        component instanceof AbstractButton && !(component instanceof JMenu)
            || component instanceof JComponent c
                && c.isFocusable()
                && c.getInputMap().size() > 0
                && !(c instanceof JScrollPane)
                && !(c instanceof JTabbedPane)
                && !(c instanceof JRootPane);
    boolean own = component.getClass().getName().startsWith("modpool.");
    boolean internal = component.getParent() instanceof JScrollBar;
    AccessibleContext accessible = component.getAccessibleContext();
    boolean named = accessible != null && !blank(accessible.getAccessibleName());
    if ((control || own && component.isFocusable() && component.getMouseListeners().length > 0)
        && !internal
        && !named
        && !(component instanceof JLabel)
        && !(component instanceof JScrollBar)) {
      wrongs.add("no name for " + component.getClass().getName() + " " + component.getBounds());
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String describe(Component component) {
    String text =
        component instanceof JLabel label
            ? label.getText()
            : component instanceof AbstractButton button ? button.getText() : null;
    return component.getClass().getSimpleName() + (blank(text) ? "" : " '" + text + "'");
  }
}

package modpool.ui.part;

import java.awt.Insets;
import javax.swing.JToggleButton;

/// A button that gives the session a line, and is pressed while the session says so.
public final class LineToggle extends JToggleButton {
  /// @param name for people who hear the window
  public LineToggle(String text, String name, Hands hands, String line) {
    super(text);
    getAccessibleContext().setAccessibleName(name);
    setToolTipText(name);
    setMargin(new Insets(1, 1, 1, 1));
    addActionListener(e -> hands.line(line));
  }

  /// So it is with the session, unless the mouse is pressing it.
  public void follow(boolean pressed) {
    if (!getModel().isPressed()) {
      setSelected(pressed);
    }
  }
}

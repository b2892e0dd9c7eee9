package modpool.ui.look;

import javax.swing.JLabel;
import javax.swing.UIManager;

/// A title, in any theme.
public final class Heading extends JLabel {
  private final String font; // null while the label is made

  /// @param level 1 for the largest, to 4
  public Heading(int level, String text) {
    super(text);
    font = "h" + level + ".font";
    updateUI();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (font != null) {
      setFont(UIManager.getFont(font));
    }
  }
}

package modpool.ui.look;

import javax.swing.JLabel;
import javax.swing.SwingConstants;

/// A label for what is said in passing, in any theme.
public class QuietLabel extends JLabel {
  public QuietLabel(String text) {
    super(text, SwingConstants.LEADING);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setForeground(Palette.quiet());
  }
}

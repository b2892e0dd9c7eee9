package modpool.ui.look;

import javax.swing.JLabel;

/// A label for what is said in passing, in any theme.
public class QuietLabel extends JLabel {
  public QuietLabel(String text) {
    PlainText.only(this).setText(text);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setForeground(Palette.quiet());
  }
}

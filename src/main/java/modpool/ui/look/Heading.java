package modpool.ui.look;

import java.awt.Dimension;
import javax.swing.JLabel;
import javax.swing.JToolTip;
import javax.swing.UIManager;

/// A title, in any theme.
public final class Heading extends JLabel {
  private final String font; // null while the label is made
  private final int most;

  /// @param level 1 for the largest, to 4
  public Heading(int level, String text) {
    this(level, text, Integer.MAX_VALUE);
  }

  /// One that takes the room that there is, and pushes nothing away: of what finds none its tip is
  /// to tell.
  ///
  /// @param most the width that it wants at most, in unscaled pixels
  public static Heading upTo(int most, int level) {
    return new Heading(level, " ", most);
  }

  private Heading(int level, String text, int most) {
    PlainText.only(this).setText(text);
    this.most = most;
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

  @Override
  public JToolTip createToolTip() {
    return PlainText.only(super.createToolTip());
  }

  @Override
  public Dimension getPreferredSize() {
    Dimension all = super.getPreferredSize();
    return isCut() ? new Dimension(Math.min(all.width, Sizes.px(most)), all.height) : all;
  }

  @Override
  public Dimension getMinimumSize() {
    return isCut() ? new Dimension(0, super.getMinimumSize().height) : super.getMinimumSize();
  }

  private boolean isCut() {
    return most < Integer.MAX_VALUE;
  }
}

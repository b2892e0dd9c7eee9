package modpool.ui.editor;

import java.awt.Dimension;
import modpool.ui.look.QuietLabel;

/// Words for what room is left: what does not fit is cut off, and its tip says all.
final class Remark extends QuietLabel {
  Remark() {
    super(" ");
  }

  @Override
  public void setText(String text) {
    super.setText(text);
    setToolTipText(text.isBlank() ? null : text);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(0, super.getPreferredSize().height);
  }
}

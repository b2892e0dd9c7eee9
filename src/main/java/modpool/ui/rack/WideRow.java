package modpool.ui.rack;

import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;

/// A row that scrolls sideways where the window is smaller, and is then higher by its bar.
final class WideRow extends JScrollPane {
  private final JComponent row;

  WideRow(JComponent row) {
    super(row, VERTICAL_SCROLLBAR_NEVER, HORIZONTAL_SCROLLBAR_AS_NEEDED);
    this.row = row;
    setBorder(BorderFactory.createEmptyBorder());
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent e) {
            revalidate();
          }
        });
  }

  /// What is around it has to make room.
  @Override
  public boolean isValidateRoot() {
    return false;
  }

  @Override
  public Dimension getPreferredSize() {
    Dimension size = row.getPreferredSize();
    boolean scrolls = getWidth() > 0 && getWidth() < size.width;
    int bar = scrolls ? getHorizontalScrollBar().getPreferredSize().height : 0;
    return new Dimension(size.width, size.height + bar);
  }
}

package modpool.ui.look;

import java.awt.Point;
import java.awt.event.MouseEvent;
import javax.swing.JList;
import javax.swing.ListModel;

/// A list in which a press on the empty ground below the last row is a press on no row.
public final class RowList<T> extends JList<T> {
  private boolean onGround; // the press that is on

  public RowList(ListModel<T> rows) {
    super(rows);
  }

  private boolean isRow(Point at) {
    int row = locationToIndex(at);
    return row >= 0 && getCellBounds(row, row).contains(at);
  }

  @Override
  protected void processMouseEvent(MouseEvent e) {
    if (e.getID() == MouseEvent.MOUSE_PRESSED) {
      onGround = !isRow(e.getPoint());
    }
    boolean isPress =
        switch (e.getID()) {
          case MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED ->
              true;
          default -> false;
        };
    if (!isPress || !onGround) {
      super.processMouseEvent(e);
    } else if (e.getID() == MouseEvent.MOUSE_PRESSED) {
      requestFocusInWindow();
    }
  }

  @Override
  protected void processMouseMotionEvent(MouseEvent e) {
    if (e.getID() != MouseEvent.MOUSE_DRAGGED || !onGround) {
      super.processMouseMotionEvent(e);
    }
  }
}

package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultListModel;
import org.junit.jupiter.api.Test;

class RowListTest {
  private final DefaultListModel<String> rows = new DefaultListModel<>();
  private final RowList<String> list = new RowList<>(rows);
  private final List<String> heard = new ArrayList<>();

  /// In the place of what chooses rows, which needs a display.
  private final MouseAdapter chooser =
      new MouseAdapter() {
        @Override
        public void mousePressed(MouseEvent e) {
          heard.add("pressed " + e.getY());
        }

        @Override
        public void mouseDragged(MouseEvent e) {
          heard.add("dragged " + e.getY());
        }

        @Override
        public void mouseClicked(MouseEvent e) {
          heard.add("clicked " + e.getY());
        }
      };

  private void press(int y, int draggedTo) {
    mouse(MouseEvent.MOUSE_PRESSED, y);
    mouse(MouseEvent.MOUSE_DRAGGED, draggedTo);
    mouse(MouseEvent.MOUSE_RELEASED, draggedTo);
    mouse(MouseEvent.MOUSE_CLICKED, y);
  }

  private void mouse(int kind, int y) {
    list.dispatchEvent(
        new MouseEvent(
            list, kind, 0, InputEvent.BUTTON1_DOWN_MASK, 5, y, 1, false, MouseEvent.BUTTON1));
  }

  @Test
  void a_press_below_the_last_row_is_none() {
    for (MouseListener listener : list.getMouseListeners()) {
      list.removeMouseListener(listener);
    }
    for (MouseMotionListener listener : list.getMouseMotionListeners()) {
      list.removeMouseMotionListener(listener);
    }
    list.addMouseListener(chooser);
    list.addMouseMotionListener(chooser);
    list.setSize(100, 300);
    press(2, 3); // there is no row at all
    rows.addAll(List.of("first", "second", "third"));
    press(290, 3);
    assertEquals(List.of(), heard);
    press(2, 290);
    assertEquals(List.of("pressed 2", "dragged 290", "clicked 2"), heard);
  }
}

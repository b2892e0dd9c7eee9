package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JList;
import javax.swing.JScrollPane;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.testing.FakeDevice;
import modpool.ui.part.Sights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderListTest {
  private static final Module SONG =
      SongText.song("rounds").pattern("C-2 01").orders(0, 0, 0, 0, 0, 0).module();

  private final List<String> lines = new ArrayList<>();
  private final OrderList orders =
      new OrderList(Sights.stage(new FakeDevice("any", false), lines).hands());

  @SuppressWarnings("unchecked")
  private final JList<String> list =
      (JList<String>) ((JScrollPane) orders.component()).getViewport().getView();

  @BeforeEach
  void look() {
    orders.look(SONG, 1);
  }

  private boolean isBold(int order) {
    return list.getCellRenderer()
        .getListCellRendererComponent(list, "", order, false, false)
        .getFont()
        .isBold();
  }

  @Test
  void the_order_that_plays_is_chosen_and_bold() {
    assertEquals(1, list.getSelectedIndex());
    orders.look(SONG, 2);
    assertEquals(2, list.getSelectedIndex());
    assertTrue(isBold(2));
    assertFalse(isBold(1));
    list.clearSelection();
    orders.look(SONG, 3);
    assertEquals(3, list.getSelectedIndex());
  }

  @Test
  void who_is_choosing_another_is_not_led_back() {
    list.setSelectedIndex(4);
    orders.look(SONG, 2);
    assertEquals(4, list.getSelectedIndex());
    assertTrue(isBold(2));
    list.getActionMap()
        .get(list.getInputMap().get(javax.swing.KeyStroke.getKeyStroke("ENTER")))
        .actionPerformed(new ActionEvent(list, ActionEvent.ACTION_PERFORMED, null));
    assertEquals(List.of("seek 4"), lines);
    orders.look(SONG, 4);
    orders.look(SONG, 5);
    assertEquals(5, list.getSelectedIndex(), "it follows again");
  }

  private void doubleClick(int y) {
    for (int kind :
        new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED}) {
      list.dispatchEvent(
          new MouseEvent(
              list, kind, 0, InputEvent.BUTTON1_DOWN_MASK, 5, y, 2, false, MouseEvent.BUTTON1));
    }
  }

  @Test
  void a_double_click_goes_to_an_order_and_below_the_last_nowhere() {
    for (MouseListener listener : list.getMouseListeners()) {
      if (listener.getClass().getName().startsWith("javax.")) {
        list.removeMouseListener(listener); // which chooses where there is a display
      }
    }
    list.setSize(100, 1_000);
    list.setSelectedIndex(5);
    doubleClick(990);
    assertEquals(List.of(), lines);
    list.setSelectedIndex(3);
    doubleClick(list.getCellBounds(3, 3).y + 2);
    assertEquals(List.of("seek 3"), lines);
  }
}

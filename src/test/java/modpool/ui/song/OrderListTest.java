package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.ActionEvent;
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
}

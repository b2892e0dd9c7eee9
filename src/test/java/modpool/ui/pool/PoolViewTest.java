package modpool.ui.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import modpool.testing.Await;
import modpool.testing.FakeDevice;
import modpool.ui.part.Sight;
import modpool.ui.part.Sight.StripSight;
import modpool.ui.part.Sights;
import modpool.ui.part.Stage;
import modpool.worklet.PoolStats;
import modpool.worklet.PoolStats.Row;
import org.junit.jupiter.api.Test;

class PoolViewTest {
  private final List<String> lines = new ArrayList<>();
  private final Stage stage = Sights.stage(new FakeDevice("any", false), lines);
  private final PoolView view = new PoolView(stage);
  private final JSpinner voices = find(view.component(), JSpinner.class);
  private final JTable table = find(view.component(), JTable.class);

  private static <T> T find(Container within, Class<T> type) {
    for (Component part : within.getComponents()) {
      if (type.isInstance(part)) {
        return type.cast(part);
      }
      T found = part instanceof Container container ? find(container, type) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// Channels 1 and 2 have so many voices.
  private static Sight sight(int first, int second) {
    List<Row> rows = List.of(new Row("ch01", 0, "0-3", 0), new Row("ch02", 0, "4-7", 0));
    return Sights.of(
        List.of(new StripSight("ch01", 0, first), new StripSight("ch02", 1, second)),
        new PoolStats(1, 16, first + second, 16 - first - second, rows),
        null);
  }

  private void stepUp() {
    voices.setValue(voices.getNextValue());
  }

  private void stepDown() {
    voices.setValue(voices.getPreviousValue());
  }

  @Test
  void after_an_engines_voices_comes_a_whole_worklet_and_the_way_back_is_the_same() {
    view.refresh(sight(7, 4));
    stepUp();
    stepUp();
    assertEquals(16, voices.getValue());
    assertEquals(null, voices.getNextValue());
    stepDown();
    stepDown();
    assertEquals(7, voices.getValue());
    assertEquals(List.of("voices 1 8", "voices 1 16", "voices 1 8", "voices 1 7"), lines);
  }

  @Test
  void a_number_that_only_a_worklet_has_is_shown_as_the_worklets() throws Exception {
    JFormattedTextField field = ((JSpinner.DefaultEditor) voices.getEditor()).getTextField();
    for (String typed : List.of("12", "9")) {
      field.setText(typed);
      field.commitEdit();
      assertEquals("16", field.getText());
    }
    assertEquals(16, voices.getValue());
    assertEquals("voices 1 16", lines.getFirst());
  }

  @Test
  void steps_go_on_though_the_session_has_not_heard_of_the_first() {
    view.refresh(sight(4, 4));
    stepUp();
    view.refresh(sight(4, 4));
    stepUp();
    assertEquals(List.of("voices 1 5", "voices 1 6"), lines);
    Await.until(
        () -> {
          view.refresh(sight(3, 4));
          return voices.getValue().equals(3);
        },
        "it follows again");
    assertEquals(2, lines.size(), "what follows is no wish");
  }

  @Test
  void another_channel_has_its_own_voices_at_once() {
    view.refresh(sight(4, 2));
    stepUp();
    stage.selection().choose(1);
    view.refresh(sight(4, 2));
    assertEquals(2, voices.getValue());
    assertEquals(List.of("voices 1 5"), lines);
  }

  @Test
  void voices_out_of_sight_are_scrolled_to_by_keys() {
    view.refresh(Sights.of(List.of(), new PoolStats(20, 320, 0, 320, List.of()), null));
    JScrollPane pane = find(view.component(), JScrollPane.class);
    pane.setSize(700, 200);
    pane.doLayout();
    pane.getViewport().doLayout();
    assertTrue(pane.getViewport().getView().isFocusable());
    Object action =
        pane.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
            .get(KeyStroke.getKeyStroke("PAGE_DOWN"));
    pane.getActionMap().get(action).actionPerformed(new ActionEvent(pane, 0, ""));
    assertTrue(pane.getViewport().getViewPosition().y > 100);
  }

  @Test
  void the_books_are_gone_through_by_keys_and_left_by_the_tab_key() {
    view.refresh(sight(4, 4));
    assertTrue(table.isFocusable());
    for (FocusListener listener : table.getFocusListeners()) {
      listener.focusGained(new FocusEvent(table, FocusEvent.FOCUS_GAINED));
    }
    assertEquals(0, table.getSelectedRow());
    table.setRowSelectionInterval(1, 1);
    view.refresh(sight(5, 4));
    view.refresh(
        Sights.of(
            List.of(), new PoolStats(1, 16, 4, 12, List.of(new Row("ch01", 0, "0-3", 0))), null));
    assertEquals(0, table.getSelectedRow(), "the last there is");
    assertEquals(
        KeyboardFocusManager.getCurrentKeyboardFocusManager()
            .getDefaultFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS),
        table.getFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS));
  }

  @Test
  void after_enter_arrow_keys_step_the_voices_where_the_focus_is_then() {
    view.refresh(sight(4, 4));
    JComponent around = voices.getEditor();
    assertEquals(
        "Voices of the chosen channel, by arrow keys",
        around.getAccessibleContext().getAccessibleName());
    SwingUtilities.processKeyBindings(
        new KeyEvent(around, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_UP, KeyEvent.CHAR_UNDEFINED));
    assertEquals(List.of("voices 1 5"), lines);
  }
}

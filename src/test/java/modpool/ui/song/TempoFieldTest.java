package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.event.KeyEvent;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SwingUtilities;
import modpool.testing.FakeDevice;
import modpool.ui.part.Sights;
import org.junit.jupiter.api.Test;

class TempoFieldTest {
  private final List<String> lines = new ArrayList<>();
  private final TempoField tempo =
      new TempoField(Sights.stage(new FakeDevice("any", false), lines).hands());
  private final JSpinner spinner = (JSpinner) tempo.component();
  private final JFormattedTextField field =
      ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();

  private void type(String text) throws ParseException {
    field.setText(text);
    field.commitEdit();
  }

  @Test
  void the_sign_of_percent_need_not_be_typed() throws Exception {
    assertEquals("100 %", field.getText());
    type("110");
    assertEquals("110 %", field.getText());
    type("90%");
    type(" 90"); // the same again
    assertEquals("90 %", field.getText());
    type("120 %");
    spinner.setValue(spinner.getNextValue());
    assertEquals("125 %", field.getText());
    assertEquals(List.of("tempo 110", "tempo 90", "tempo 120", "tempo 125"), lines);
  }

  @Test
  void what_no_song_can_play_at_is_the_nearest_that_it_can() throws Exception {
    type("1000");
    assertEquals("400 %", field.getText());
    type("3");
    assertEquals("25 %", field.getText());
    assertEquals(List.of("tempo 400", "tempo 25"), lines);
  }

  @Test
  void what_is_no_number_is_not_taken() {
    assertThrows(ParseException.class, () -> type("fast"));
    assertThrows(ParseException.class, () -> type("%"));
    assertThrows(ParseException.class, () -> type("-110"));
    assertEquals(100, spinner.getValue());
    assertEquals(List.of(), lines);
  }

  @Test
  void after_enter_arrow_keys_step_it_where_the_focus_is_then() {
    JComponent around = spinner.getEditor();
    assertEquals(
        "Tempo in percent, by arrow keys", around.getAccessibleContext().getAccessibleName());
    SwingUtilities.processKeyBindings(
        new KeyEvent(around, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_UP, KeyEvent.CHAR_UNDEFINED));
    assertEquals(List.of("tempo 105"), lines);
  }
}

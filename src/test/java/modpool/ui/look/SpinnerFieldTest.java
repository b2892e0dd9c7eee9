package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class SpinnerFieldTest {
  private final JSpinner spinner = new JSpinner(new SpinnerNumberModel(5, 1, 9, 1));
  private int asked; // for the focus

  /// What lies about the field.
  private final JSpinner.NumberEditor editor =
      new JSpinner.NumberEditor(spinner) {
        @Override
        public boolean requestFocusInWindow() {
          asked++;
          return true;
        }
      };

  private static void press(Component focused, int key) {
    SwingUtilities.processKeyBindings(
        new KeyEvent(focused, KeyEvent.KEY_PRESSED, 0, 0, key, KeyEvent.CHAR_UNDEFINED));
  }

  @Test
  void enter_takes_what_was_typed_and_gives_the_focus_to_where_arrow_keys_step() {
    spinner.setEditor(editor);
    JFormattedTextField field = SpinnerField.of(spinner, "Number");
    press(field, KeyEvent.VK_UP);
    assertEquals(6, spinner.getValue());
    press(field, KeyEvent.VK_ENTER);
    assertEquals(1, asked, "nothing was typed");
    field.setText("3");
    press(field, KeyEvent.VK_ENTER);
    assertEquals(3, spinner.getValue());
    assertEquals(2, asked);
    press(editor, KeyEvent.VK_UP);
    press(editor, KeyEvent.VK_UP);
    press(editor, KeyEvent.VK_DOWN);
    assertEquals(4, spinner.getValue());
    field.setText("three");
    press(field, KeyEvent.VK_ENTER);
    assertEquals(2, asked, "it is to be mended");
    assertEquals("three", field.getText());
  }
}

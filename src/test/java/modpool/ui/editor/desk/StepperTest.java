package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class StepperTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong(SECOND);
  private final List<Integer> moves = new ArrayList<>();
  private final List<Object> gestures = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private Stepper stepper(Stepper.Spelling spelling, int least, int most) {
    return new Stepper(
        "Stepper",
        spelling,
        least,
        most,
        refused::add,
        (value, by) -> {
          moves.add(value);
          gestures.add(by);
        },
        new Gesture(now::get));
  }

  private static JFormattedTextField field(Stepper stepper) {
    return ((JSpinner.DefaultEditor) stepper.getEditor()).getTextField();
  }

  private static void type(Stepper stepper, String text) throws ParseException {
    field(stepper).setText(text);
    field(stepper).commitEdit();
  }

  private static void step(Stepper stepper, String action) {
    stepper
        .getActionMap()
        .get(action)
        .actionPerformed(new ActionEvent(stepper, ActionEvent.ACTION_PERFORMED, action));
  }

  @Test
  void keys_are_shown_typed_and_stepped_by_their_names() throws Exception {
    Stepper key = stepper(Stepper.Spelling.KEY, 0, 127);
    key.follow(60);
    assertEquals("C4", field(key).getText());
    type(key, "eb4");
    assertEquals("D♯4", field(key).getText());
    type(key, "e♭4"); // the same again
    assertEquals("D♯4", field(key).getText());
    step(key, "increment");
    assertEquals("E4", field(key).getText());
    step(key, "decrement");
    type(key, "127");
    assertEquals("G9", field(key).getText());
    step(key, "increment");
    assertEquals(List.of(63, 64, 63, 127), moves);
    assertEquals(List.of(), refused);
  }

  @Test
  void what_is_no_key_is_refused_and_what_stood_there_comes_back() throws Exception {
    Stepper key = stepper(Stepper.Spelling.KEY, 0, 127);
    key.follow(61);
    type(key, "H4 <b>and more");
    assertEquals("C♯4", field(key).getText());
    key.limit(48, 72);
    type(key, "C6");
    assertEquals("C♯4", field(key).getText());
    assertEquals(61, key.value());
    assertEquals(
        List.of(
            "'H4 <b>and mo…' is no key from C-1 to G9: write C4, D♯4, E♭4 or 60",
            "'C6' is no key from C3 to C5: write C4, D♯4, E♭4 or 60"),
        refused);
    assertEquals(List.of(), moves);
  }

  @Test
  void numbers_stay_within_their_bounds() throws Exception {
    Stepper number = stepper(Stepper.Spelling.NUMBER, 1, 64);
    number.follow(7);
    type(number, " 9 ");
    type(number, "65");
    type(number, "C4");
    type(number, "99999999999");
    assertEquals("9", field(number).getText());
    assertEquals(List.of(9), moves);
    assertEquals(
        List.of(
            "'65' is no number from 1 to 64",
            "'C4' is no number from 1 to 64",
            "'99999999999' is no number from 1 to 64"),
        refused);
  }

  @Test
  void steps_are_one_gesture_until_there_is_a_pause_or_the_focus_comes_anew() {
    Stepper number = stepper(Stepper.Spelling.NUMBER, 1, 64);
    step(number, "increment");
    now.addAndGet(SECOND / 2);
    step(number, "increment");
    now.addAndGet(SECOND);
    step(number, "increment");
    for (FocusListener listener : field(number).getFocusListeners()) {
      listener.focusGained(new FocusEvent(field(number), FocusEvent.FOCUS_GAINED));
    }
    step(number, "decrement");
    assertEquals(List.of(2, 3, 4, 3), moves);
    assertSame(gestures.get(0), gestures.get(1));
    assertNotSame(gestures.get(1), gestures.get(2));
    assertNotSame(gestures.get(2), gestures.get(3));
  }

  @Test
  void what_others_set_moves_nothing() {
    Stepper number = stepper(Stepper.Spelling.NUMBER, 1, 64);
    number.follow(9);
    number.limit(3, 20);
    assertEquals(List.of(), moves);
  }

  @Test
  void after_enter_arrow_keys_step_it_where_the_focus_is_then() {
    Stepper number = stepper(Stepper.Spelling.NUMBER, 1, 64);
    field(number).setText("H");
    press(field(number), KeyEvent.VK_ENTER);
    assertEquals(List.of("'H' is no number from 1 to 64"), refused);
    JComponent around = number.getEditor();
    assertEquals("Stepper, by arrow keys", around.getAccessibleContext().getAccessibleName());
    press(around, KeyEvent.VK_UP);
    assertEquals(List.of(2), moves);
  }

  private static void press(JComponent focused, int key) {
    SwingUtilities.processKeyBindings(
        new KeyEvent(focused, KeyEvent.KEY_PRESSED, 0, 0, key, KeyEvent.CHAR_UNDEFINED));
  }
}

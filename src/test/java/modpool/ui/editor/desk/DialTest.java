package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import modpool.edit.PresetNumbers;
import modpool.testing.FocusOn;
import org.junit.jupiter.api.Test;

class DialTest {
  private final List<String> said = new ArrayList<>();

  /// What a dial turns, which it is told of after each move.
  private Dial dial(AtomicReference<Double> value, Scale scale, double first) {
    AtomicReference<Dial> dial = new AtomicReference<>();
    dial.set(
        new Dial(
            "Dial",
            "Dial",
            scale,
            Unit.CENTS,
            said::add,
            (next, by) -> {
              value.set(PresetNumbers.rounded(next)); // as every number of a patch is
              dial.get().follow(value.get());
            }));
    value.set(first);
    dial.get().follow(first);
    return dial.get();
  }

  private static JSlider slider(Dial dial) {
    return part(dial, JSlider.class);
  }

  private static JTextField field(Dial dial) {
    return part(dial, JTextField.class);
  }

  private static <T> T part(Dial dial, Class<T> type) {
    for (Component part : dial.getComponents()) {
      if (type.isInstance(part)) {
        return type.cast(part);
      }
    }
    throw new AssertionError("it has one");
  }

  /// And presses Enter.
  private static void type(Dial dial, String text) {
    field(dial).setText(text);
    field(dial).postActionEvent();
  }

  @Test
  void arrow_keys_get_past_places_that_stand_for_one_value() {
    AtomicReference<Double> value = new AtomicReference<>();
    JSlider slider = slider(dial(value, Scale.even(-200, 400), 100));
    for (int press = 0; press < 20; press++) {
      slider.setValue(slider.getValue() + 1);
    }
    assertTrue(value.get() > 110, "it stands at " + value.get());
  }

  /// Most of their values are no whole numbers, and not what a product of doubles makes of them.
  @Test
  void arrow_keys_get_past_fractions_that_stand_for_one_value() {
    AtomicReference<Double> value = new AtomicReference<>();
    JSlider resonance = slider(dial(value, Scale.even(0, 24), 0));
    for (int press = 1; press <= 1_000; press++) {
      resonance.setValue(resonance.getValue() + 1);
      assertEquals(press, resonance.getValue());
    }
    assertEquals(24, value.get());
    JSlider level = slider(dial(value, Scale.even(-48, 12), 12));
    for (int press = 1; press <= 1_000; press++) {
      level.setValue(level.getValue() - 1);
      assertEquals(1_000 - press, level.getValue());
    }
    assertEquals(-48, value.get());
  }

  @Test
  void it_goes_where_the_value_is_set_by_others() {
    AtomicReference<Double> value = new AtomicReference<>();
    Dial dial = dial(value, Scale.even(-100, 100), 0);
    dial.follow(50);
    assertEquals(750, slider(dial).getValue());
    assertEquals("+50.0 ct", slider(dial).getAccessibleContext().getAccessibleDescription());
  }

  @Test
  void enter_where_nothing_was_typed_does_not_round_what_stands_there() {
    AtomicReference<Double> value = new AtomicReference<>();
    Dial dial = dial(value, Scale.even(-100, 100), -6.0206);
    assertEquals("−6.0 ct", field(dial).getText());
    field(dial).postActionEvent();
    assertEquals(-6.0206, value.get());
    type(dial, "-6");
    assertEquals(-6, value.get());
  }

  @Test
  void a_field_with_the_focus_follows_unless_something_is_typed() throws Exception {
    AtomicReference<Double> value = new AtomicReference<>();
    Dial dial = dial(value, Scale.even(-100, 100), 10);
    SwingUtilities.invokeAndWait(
        () -> {
          try (FocusOn _ = new FocusOn(field(dial))) {
            dial.follow(20);
            assertEquals("+20.0 ct", field(dial).getText());
            field(dial).setText("3");
            dial.follow(30);
            assertEquals("3", field(dial).getText());
            assertEquals(
                "+30.0 ct", slider(dial).getAccessibleContext().getAccessibleDescription());
          }
        });
  }

  @Test
  void what_cannot_be_read_or_cannot_be_is_said() {
    AtomicReference<Double> value = new AtomicReference<>();
    Dial dial = dial(value, Scale.even(-100, 100), 10).zero("none");
    type(dial, "3 <b>Hertz and more");
    assertEquals(10, value.get());
    assertEquals("+10.0 ct", field(dial).getText());
    type(dial, "12,000");
    assertEquals(100, value.get());
    type(dial, "None");
    assertEquals(0, value.get());
    assertEquals("none", field(dial).getText());
    assertEquals(
        List.of(
            "'3 <b>Hertz a…' can't be read: write 50 ct",
            "'12,000' is beyond what there is, −100 ct to +100 ct"),
        said);
  }
}

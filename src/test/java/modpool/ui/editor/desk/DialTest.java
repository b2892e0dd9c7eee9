package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JSlider;
import org.junit.jupiter.api.Test;

class DialTest {
  /// What a dial turns, which it is told of after each move.
  private static Dial dial(AtomicReference<Double> value, Scale scale, double first) {
    AtomicReference<Dial> dial = new AtomicReference<>();
    dial.set(
        new Dial(
            "Dial",
            "Dial",
            scale,
            Unit.CENTS,
            (next, by) -> {
              value.set(next);
              dial.get().follow(next);
            }));
    value.set(first);
    dial.get().follow(first);
    return dial.get();
  }

  private static JSlider slider(Dial dial) {
    for (Component part : dial.getComponents()) {
      if (part instanceof JSlider slider) {
        return slider;
      }
    }
    throw new AssertionError("it has a slider");
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

  @Test
  void it_goes_where_the_value_is_set_by_others() {
    AtomicReference<Double> value = new AtomicReference<>();
    Dial dial = dial(value, Scale.even(-100, 100), 0);
    dial.follow(50);
    assertEquals(750, slider(dial).getValue());
  }
}

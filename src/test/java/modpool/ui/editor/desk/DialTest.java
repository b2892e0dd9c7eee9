package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JSlider;
import modpool.edit.PresetNumbers;
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
              value.set(PresetNumbers.rounded(next)); // as every number of a patch is
              dial.get().follow(value.get());
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
  }
}

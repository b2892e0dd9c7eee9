package modpool.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JToggleButton;
import modpool.testing.Await;
import modpool.testing.FakeDevice;
import modpool.ui.part.Sight;
import modpool.ui.part.Sights;
import modpool.ui.part.Stage;
import org.junit.jupiter.api.Test;

class KeyDockTest {
  private final FakeDevice midi = new FakeDevice("any", false);
  private final Stage stage = Sights.stage(midi, new ArrayList<>());
  private final KeyDock dock = new KeyDock(stage, KeyboardLayout.QWERTY);

  private static JToggleButton toggle(Container within) {
    for (Component part : within.getComponents()) {
      if (part instanceof JToggleButton button) {
        return button;
      }
      if (part instanceof Container container && toggle(container) != null) {
        return toggle(container);
      }
    }
    return null;
  }

  @Test
  void after_a_panic_one_press_sustains_again() {
    Sight sight = Sights.of(List.of(), Sights.empty(), null);
    JToggleButton sustain = toggle(dock.component());
    sustain.doClick();
    stage.board().channels().show(0, 0, 0, false, 100, 64, true, 1);
    dock.refresh(sight);
    assertTrue(sustain.isSelected());
    stage.board().channels().show(0, 0, 0, false, 100, 64, false, 2);
    Await.until(
        () -> {
          dock.refresh(sight);
          return !sustain.isSelected();
        },
        "the button is up");
    midi.got().clear();
    sustain.doClick();
    assertTrue(sustain.isSelected());
    assertEquals(127, midi.got().getFirst().getMessage()[2]);
    dock.close();
  }
}

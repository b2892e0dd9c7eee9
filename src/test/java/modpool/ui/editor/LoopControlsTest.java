package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javax.swing.JSlider;
import javax.swing.JTextField;
import modpool.ui.editor.desk.EditDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopControlsTest {
  private static final String LOOPED =
      """
      {"name": "Looped", "zones": [{"keys": "0-127", "sample":
        {"file": "saw.wav", "loop": "forward", "loopStart": 500, "loopEnd": 1500}}]}
      """;

  @TempDir private Path folder;
  private JSlider slider;
  private JTextField typed;

  private void make(EditDesk desk) {
    LoopControls loop = new LoopControls(desk);
    desk.listen(loop::look);
    slider = EditRig.find(loop.group(), JSlider.class, "Cross-fade of the loop");
    typed = EditRig.find(loop.group(), JTextField.class, "Cross-fade of the loop, typed");
  }

  private void arrow(int steps) {
    for (int step = 0; step < Math.abs(steps); step++) {
      slider.setValue(slider.getValue() + Integer.signum(steps));
    }
  }

  private static int fade(EditDesk desk) {
    return desk.zone().sample().crossfade();
  }

  @ParameterizedTest
  @ValueSource(ints = {4_000, 8_300, 44_100, 48_000})
  void arrow_keys_move_a_short_cross_fade_from_none_and_back(int rateHz) throws Exception {
    try (EditRig rig = new EditRig(folder, rateHz, LOOPED)) {
      rig.open(this::make);
      rig.onEdt(
          desk -> {
            assertEquals("none", typed.getText());
            int last = 0;
            for (int press = 1; press <= 300; press++) {
              arrow(1);
              assertEquals(press, slider.getValue());
              assertEquals(fade(desk) == 0, typed.getText().equals("none"), typed.getText());
              assertTrue(fade(desk) >= last, "it gets no shorter");
              last = fade(desk);
            }
            assertEquals(Math.rint(rateHz * 0.1 * Math.pow(20_000, 0.3) / 1_000), last, 2);
            arrow(-300);
            assertEquals(0, fade(desk));
            assertEquals("none", typed.getText());
            assertFalse(desk.isUnsaved());
          });
    }
  }

  @Test
  void a_cross_fade_goes_no_farther_than_there_is_something_before_the_loop() throws Exception {
    try (EditRig rig = new EditRig(folder, 48_000, LOOPED)) {
      rig.open(this::make);
      rig.onEdt(
          desk -> {
            slider.setValue(1_000);
            assertEquals(500, fade(desk));
            int longest = slider.getValue();
            assertTrue(longest < 700, "where 10.4 ms are: " + longest);
            arrow(1);
            assertEquals(longest, slider.getValue());
            assertEquals("10 ms", typed.getText());
          });
    }
  }
}

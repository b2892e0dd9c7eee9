package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javax.swing.JCheckBox;
import javax.swing.JSlider;
import modpool.edit.EditedZone;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.SoundGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundControlsTest {
  private static final String LOOPED_AND_NOT =
      """
      {"name": "Two", "zones": [
        {"keys": "0-59", "sample": {"file": "saw.wav", "loop": "forward"}},
        {"keys": "60-127", "sample": {"file": "saw.wav"}}]}
      """;

  @TempDir private Path folder;
  private EditRig rig;
  private SoundGroup playing;
  private SoundGroup filter;

  @BeforeEach
  void open() throws Exception {
    rig = new EditRig(folder, 48_000, LOOPED_AND_NOT);
    rig.open(
        desk -> {
          playing = SoundControls.playing(desk);
          filter = SoundControls.filter(desk);
          desk.listen(playing::look);
          desk.listen(filter::look);
        });
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static List<Boolean> oneShots(EditDesk desk) {
    return desk.patch().zones().stream().map(EditedZone::sound).map(s -> s.oneShot()).toList();
  }

  @Test
  void a_looped_zone_is_not_asked_to_play_to_its_end_so_that_the_tick_can_be_taken_back()
      throws Exception {
    rig.onEdt(
        desk -> {
          JCheckBox box = EditRig.find(playing.group(), JCheckBox.class, "Plays to its end");
          assertFalse(box.isEnabled(), "the first zone loops");
          desk.chooseZone(1);
          assertTrue(box.isEnabled());
          box.doClick();
          assertEquals(List.of(false, true), oneShots(desk));
          desk.chooseZone(0);
          box.doClick();
          assertEquals(List.of(false, true), oneShots(desk), "nothing that can't be seen");
          desk.chooseZone(1);
          box.doClick();
          assertEquals(List.of(false, false), oneShots(desk));
        });
  }

  @Test
  void arrow_keys_raise_the_resonance_all_the_way() throws Exception {
    rig.onEdt(
        desk -> {
          JSlider slider = EditRig.find(filter.group(), JSlider.class, "Filter: Resonance");
          for (int press = 0; press < 1_000; press++) {
            slider.setValue(slider.getValue() + 1);
          }
          assertEquals(24, desk.zone().sound().filter().resonanceDb());
        });
  }
}

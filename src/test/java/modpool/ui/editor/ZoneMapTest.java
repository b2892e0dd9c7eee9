package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Point;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JSpinner;
import javax.swing.RepaintManager;
import modpool.edit.EditedZone;
import modpool.testing.FocusOn;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Stepper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneMapTest {
  private static final String ZONES =
      """
      {"name": "Layers", "zones": [
        {"keys": "0-63", "roundRobin": "1/2", "sample": {"file": "saw.wav"}},
        {"keys": "0-63", "roundRobin": "2/2", "sample": {"file": "saw.wav"}},
        {"keys": "0-63", "layer": 2, "sample": {"file": "saw.wav"}},
        {"keys": "64", "sample": {"file": "saw.wav"}},
        {"keys": "65", "sample": {"file": "saw.wav"}}]}
      """;
  private static final int KEY = 4; // pixels
  private static final int TOP = 15; // of 90 pixels above the keyboard: the first of three rows
  private static final int MIDDLE = 45;
  private static final int BOTTOM = 75;

  @TempDir private Path folder;
  private EditRig rig;
  private EditDesk desk;
  private ZoneMap map;

  @BeforeEach
  void open() throws Exception {
    rig = new EditRig(folder, 48_000, ZONES);
    desk = rig.desk();
    rig.open(
        d -> {
          map = new ZoneMap(d);
          map.setSize(128 * KEY, 110);
          d.listen(map::look);
        });
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void mouse(int kind, int x, int y) {
    EditRig.mouse(map, kind, new Point(x, y));
  }

  private String press(int x, int y) throws Exception {
    rig.onEdt(
        d -> {
          mouse(MouseEvent.MOUSE_PRESSED, x, y);
          mouse(MouseEvent.MOUSE_RELEASED, x, y);
        });
    return map.getAccessibleContext().getAccessibleDescription();
  }

  @Test
  void zones_in_layers_and_turns_are_chosen_where_they_are_drawn() throws Exception {
    assertEquals("zone 3 of 5, C-1 to D♯4, layer 2", press(100, BOTTOM));
    assertEquals("zone 2 of 5, C-1 to D♯4, turn 2 of 2", press(100, MIDDLE));
    assertEquals("zone 2 of 5, C-1 to D♯4, turn 2 of 2", press(100, MIDDLE));
    assertEquals("zone 1 of 5, C-1 to D♯4, turn 1 of 2", press(100, TOP));
  }

  @Test
  void zones_as_narrow_as_the_reach_of_their_ends_are_chosen_by_a_press() throws Exception {
    assertEquals("zone 4 of 5, E4 to E4", press(64 * KEY + 2, TOP));
    assertEquals("zone 5 of 5, F4 to F4", press(65 * KEY + 2, TOP));
    assertEquals("zone 4 of 5, E4 to E4", press(64 * KEY + 3, BOTTOM));
    assertEquals("zone 2 of 5, C-1 to D♯4, turn 2 of 2", press(64 * KEY - 1, MIDDLE));
    assertFalse(desk.isUnsaved());
  }

  @Test
  void an_end_of_the_chosen_zone_is_dragged_in_its_own_row() throws Exception {
    press(100, BOTTOM);
    rig.onEdt(
        d -> {
          mouse(MouseEvent.MOUSE_PRESSED, 64 * KEY, BOTTOM);
          mouse(MouseEvent.MOUSE_DRAGGED, 60 * KEY, BOTTOM);
          mouse(MouseEvent.MOUSE_DRAGGED, 48 * KEY, BOTTOM);
          mouse(MouseEvent.MOUSE_RELEASED, 48 * KEY, BOTTOM);
        });
    assertEquals("zone 3 of 5, C-1 to B2, layer 2", press(100, BOTTOM));
    rig.onEdt(EditDesk::undo);
    assertEquals(63, desk.zone().trigger().highKey());
    assertEquals("zone 4 of 5, E4 to E4", press(64 * KEY, TOP), "in another row it is no end");
  }

  @Test
  void people_who_hear_the_window_are_told_which_zone_the_arrow_keys_come_to() throws Exception {
    List<Object> told = new ArrayList<>();
    rig.onEdt(
        d -> {
          map.getAccessibleContext().addPropertyChangeListener(e -> told.add(e.getNewValue()));
          EditRig.press(map, "RIGHT");
          EditRig.press(map, "LEFT");
          EditRig.press(map, "LEFT"); // there is none
        });
    assertEquals(
        List.of("zone 2 of 5, C-1 to D♯4, turn 2 of 2", "zone 1 of 5, C-1 to D♯4, turn 1 of 2"),
        told);
  }

  /// Counts how often the map is to be painted anew.
  private static final class Ground extends RepaintManager {
    private int times;

    @Override
    public void addDirtyRegion(JComponent part, int x, int y, int width, int height) {
      times++;
    }
  }

  @Test
  void it_is_painted_anew_only_when_something_on_it_has_changed() throws Exception {
    rig.onEdt(
        d -> {
          RepaintManager before = RepaintManager.currentManager(map);
          Ground ground = new Ground();
          RepaintManager.setCurrentManager(ground);
          try {
            d.changeSound(sound -> sound.withGain(0.5), null);
            d.change(z -> z.withStart(40), null);
            assertEquals(0, ground.times);
            d.chooseZone(1);
            d.change(z -> z.withTuning(70, 0), null);
            d.change(z -> z.withTrigger(z.trigger().atKeys(0, 60)), null);
            assertEquals(3, ground.times);
          } finally {
            RepaintManager.setCurrentManager(before);
          }
        });
  }

  @Test
  void a_number_that_is_typed_is_its_own_zones_when_another_is_pressed() throws Exception {
    rig.onEdt(
        d -> {
          Stepper root =
              Stepper.keys(
                  "Root key", d::say, (key, by) -> d.change(z -> z.withTuning(key, 0), by));
          root.follow(d.zone().rootKey());
          var field = ((JSpinner.DefaultEditor) root.getEditor()).getTextField();
          try (FocusOn _ = new FocusOn(field)) {
            field.setText("C3");
            mouse(MouseEvent.MOUSE_PRESSED, 100, BOTTOM);
          }
        });
    assertEquals(2, desk.zoneNumber());
    assertEquals(
        List.of(48, 60, 60, 60, 60),
        desk.patch().zones().stream().map(EditedZone::rootKey).toList());
  }
}

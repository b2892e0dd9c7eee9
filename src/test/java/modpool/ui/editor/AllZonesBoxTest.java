package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllZonesBoxTest {
  private static final String ONE =
      """
      {"name": "One", "zones": [{"keys": "0-127", "sample": {"file": "saw.wav"}}]}
      """;

  @TempDir private Path folder;

  @Test
  void it_is_ticked_while_all_zones_are_changed_whatever_patch_is_opened() throws Exception {
    try (EditRig rig = new EditRig(folder, 48_000, ONE, ONE)) {
      rig.onEdt(
          desk -> {
            AllZonesBox box = new AllZonesBox(desk);
            rig.openProgram(0);
            assertTrue(box.isSelected());
            box.doClick();
            assertFalse(desk.changesAllZones());
            rig.openProgram(1);
            assertTrue(desk.changesAllZones() && box.isSelected(), "another program");
            rig.openKit();
            assertFalse(desk.changesAllZones() || box.isSelected(), "drums are changed one by one");
            box.doClick();
            assertTrue(desk.changesAllZones() && box.isSelected());
          });
    }
  }
}

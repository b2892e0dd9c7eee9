package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.swing.SwingUtilities;
import modpool.Modpool;
import modpool.Settings;
import modpool.control.BankSet;
import modpool.control.Control;
import modpool.edit.EditedPatch;
import modpool.patch.Patch;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditDeskTest {
  private static final EditDesk.Place FIRST = new EditDesk.Place(0, 0, false);
  private static final EditDesk.Place SECOND = new EditDesk.Place(0, 1, false);

  @TempDir private Path folder;
  private Modpool modpool;
  private EditDesk desk;

  @BeforeEach
  void open() throws Exception {
    Path bank =
        new BankFolder(folder)
            .wave("saw", 24_000, Waves.saw(100))
            .loop("saw", "")
            .loop("saw", "")
            .write();
    modpool =
        Modpool.open(
            new Settings().bank(bank).userBank(folder.resolve("own").resolve("bank.json")));
    Control control = modpool.control();
    desk = new EditDesk(control.audition(), control.banks());
  }

  @AfterEach
  void close() {
    modpool.close();
  }

  private Patch program(int number) {
    return modpool.control().banks().programs().program(0, number);
  }

  /// A turn of a knob.
  private void turn(double gain) {
    desk.changeSound(sound -> sound.withGain(gain), null);
  }

  private CompletableFuture<Boolean> save(String name, int number) throws Exception {
    CompletableFuture<Boolean> saved = new CompletableFuture<>();
    SwingUtilities.invokeAndWait(() -> desk.save(name, number, true, saved::complete));
    return saved;
  }

  /// Saves a patch; the answer comes on the event thread, so after what is done there next.
  private void saveAndGoOn(Runnable next) throws Exception {
    CompletableFuture<Boolean> saved = new CompletableFuture<>();
    SwingUtilities.invokeAndWait(
        () -> {
          desk.open(program(0), FIRST);
          turn(0.5);
          desk.save("Mine", 7, true, saved::complete);
          next.run();
        });
    assertTrue(saved.get());
  }

  @Test
  void a_save_that_is_through_when_another_patch_is_open_leaves_that_where_it_was()
      throws Exception {
    saveAndGoOn(
        () -> {
          desk.open(program(1), SECOND);
          turn(0.25);
        });
    assertEquals(SECOND, desk.place());
    assertFalse(desk.isOwn());
    assertTrue(desk.isUnsaved());
  }

  @Test
  void a_knob_that_is_turned_before_the_answer_keeps_the_new_name_and_is_unsaved()
      throws Exception {
    saveAndGoOn(() -> turn(0.25));
    assertEquals("Mine", desk.patch().name());
    assertEquals(new EditDesk.Place(BankSet.USER, 7, false), desk.place());
    assertTrue(desk.isUnsaved());
  }

  @Test
  void saving_ends_comparing_and_undoing_takes_its_word_back() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          desk.open(program(0), FIRST);
          turn(0.5);
          desk.compare(true);
        });
    assertTrue(save("Mine", 7).get());
    assertFalse(desk.compares());
    assertEquals(0.5, desk.zone().sound().gain(), 1e-6);
    assertTrue(desk.word().startsWith("Saved as"), desk.word());
    SwingUtilities.invokeAndWait(desk::undo);
    assertEquals("", desk.word());
  }

  /// Lowest keys of the zones, that of the chosen one first.
  private List<Integer> lowKeys() {
    List<Integer> keys = new ArrayList<>(List.of(desk.zone().trigger().lowKey()));
    desk.patch().zones().forEach(zone -> keys.add(zone.trigger().lowKey()));
    return keys;
  }

  @Test
  void undoing_what_was_done_to_zones_chooses_what_was_chosen() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          desk.open(program(0), FIRST);
          desk.splitZone(64);
          assertEquals(List.of(64, 0, 64), lowKeys());
          desk.chooseZone(0);
          desk.splitZone(32);
          assertEquals(List.of(32, 0, 32, 64), lowKeys());
          desk.undo();
          assertEquals(List.of(0, 0, 64), lowKeys());
          desk.redo();
          assertEquals(List.of(32, 0, 32, 64), lowKeys());
          desk.deleteZone();
          desk.undo();
          assertEquals(List.of(32, 0, 32, 64), lowKeys(), "what was deleted");
          desk.copyZone();
          assertEquals(2, desk.zoneNumber());
          desk.undo();
          assertEquals(List.of(32, 0, 32, 64), lowKeys());
        });
  }

  @Test
  void undoing_a_change_chooses_the_zone_that_was_changed() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          desk.open(program(0), FIRST);
          desk.splitZone(64);
          desk.change(z -> z.withStart(50), null);
          desk.chooseZone(0);
          desk.undo();
          assertEquals(1, desk.zoneNumber());
          assertEquals(0, desk.zone().startFrame());
        });
  }

  @Test
  void what_was_seen_of_a_saved_patch_with_other_zones_is_not_done_to_another_zone()
      throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          desk.open(program(0), FIRST);
          desk.splitZone(64);
          EditedPatch edited = desk.patch();
          List<Runnable> doings =
              List.of(
                  desk::copyZone,
                  desk::deleteZone,
                  () -> desk.splitZone(100),
                  () -> desk.change(z -> z.withStart(50), "a drag"));
          for (Runnable doing : doings) {
            desk.compare(true);
            doing.run();
            assertFalse(desk.compares());
            assertEquals(edited, desk.patch());
            assertEquals(
                "The saved patch has other zones: this is the edited one, and nothing is changed",
                desk.word());
          }
          desk.change(z -> z.withStart(50), "a drag"); // which goes on
          assertEquals(edited, desk.patch());
          desk.change(z -> z.withStart(50), "another");
          assertEquals(50, desk.zone().startFrame());
        });
  }

  @Test
  void where_the_saved_patch_has_the_same_zones_a_change_goes_on_from_the_edited()
      throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          desk.open(program(0), FIRST);
          turn(0.5);
          desk.compare(true);
          desk.change(z -> z.withStart(50), "a drag");
          assertEquals(50, desk.zone().startFrame());
          assertEquals(0.5, desk.zone().sound().gain(), 1e-6);
        });
  }

  @Test
  void drums_are_changed_one_by_one_unless_all_are_asked_for() throws Exception {
    SwingUtilities.invokeAndWait(() -> desk.open(program(0), new EditDesk.Place(0, 0, true)));
    assertFalse(desk.changesAllZones());
    SwingUtilities.invokeAndWait(() -> desk.open(program(0), FIRST));
    assertTrue(desk.changesAllZones());
  }
}

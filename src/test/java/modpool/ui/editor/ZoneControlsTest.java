package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SwingUtilities;
import modpool.Modpool;
import modpool.Settings;
import modpool.edit.EditedZone;
import modpool.patch.Trigger;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Stepper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The fields of zones and tuning, by names of keys and by steps.
class ZoneControlsTest {
  private static final String TWO_ZONES =
      """
      {"name": "Two", "zones": [
        {"keys": "0-59", "velocities": "20-90", "roundRobin": "2/2",
         "sample": {"file": "saw.wav", "rootKey": 60}},
        {"keys": "60-127", "sample": {"file": "saw.wav"}}]}
      """;
  private static final long QUICK_NANOS = 500_000_000; // no pause of a gesture lies within

  @TempDir private Path folder;
  private Modpool modpool;
  private EditDesk desk;
  private ZoneControls zones;
  private TuningControls tuning;

  @BeforeEach
  void open() throws Exception {
    Path bank =
        new BankFolder(folder).wave("saw", 48_000, Waves.saw(2_000)).program(TWO_ZONES).write();
    modpool = Modpool.open(new Settings().bank(bank));
    SwingUtilities.invokeAndWait(
        () -> {
          desk = new EditDesk(modpool.control().audition(), modpool.control().banks());
          zones = new ZoneControls(desk);
          tuning = new TuningControls(desk);
          desk.listen(zones::look);
          desk.listen(tuning::look);
          desk.open(
              modpool.control().banks().programs().program(0, 0), new EditDesk.Place(0, 0, false));
        });
  }

  @AfterEach
  void close() {
    modpool.close();
  }

  private Stepper stepper(String name) {
    for (Container group : zones.groups()) {
      Stepper found = stepper(group, name);
      if (found != null) {
        return found;
      }
    }
    return stepper(tuning.group(), name);
  }

  private static Stepper stepper(Container in, String name) {
    for (Component part : in.getComponents()) {
      if (part instanceof Stepper stepper
          && name.equals(stepper.getAccessibleContext().getAccessibleName())) {
        return stepper;
      }
      Stepper found = part instanceof Container inner ? stepper(inner, name) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private String shown(String name) {
    return field(name).getText();
  }

  private JFormattedTextField field(String name) {
    return ((JSpinner.DefaultEditor) stepper(name).getEditor()).getTextField();
  }

  /// And presses Enter.
  private void type(String name, String text) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          field(name).setText(text);
          try {
            field(name).commitEdit();
          } catch (ParseException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void step(String name, String action) {
    Stepper stepper = stepper(name);
    stepper
        .getActionMap()
        .get(action)
        .actionPerformed(new ActionEvent(stepper, ActionEvent.ACTION_PERFORMED, action));
  }

  private Trigger trigger() {
    return desk.zone().trigger();
  }

  @Test
  void key_fields_show_and_take_names_of_keys() throws Exception {
    assertEquals(
        List.of("C-1", "B3", "C4", "F♯1"),
        List.of(
            shown("Lowest key"),
            shown("Highest key"),
            shown("Root key"),
            shown("First key of the upper zone")));
    type("Lowest key", "Eb3");
    type("Highest key", "58");
    type("Root key", "d#5");
    assertEquals(
        "51-58 root 75",
        trigger().lowKey() + "-" + trigger().highKey() + " root " + desk.zone().rootKey());
    assertEquals(
        "D♯3, A♯3, D♯5",
        shown("Lowest key") + ", " + shown("Highest key") + ", " + shown("Root key"));
    assertEquals("", desk.word());
    type("Root key", "H2");
    assertEquals("D♯5", shown("Root key"));
    assertEquals(75, desk.zone().rootKey());
    assertEquals("'H2' is no key from C-1 to G9: write C4, D♯4, E♭4 or 60", desk.word());
  }

  @Test
  void a_zone_is_split_between_its_own_keys() throws Exception {
    type("First key of the upper zone", "C7");
    assertEquals("'C7' is no key from C♯-1 to B3: write C4, D♯4, E♭4 or 60", desk.word());
    assertEquals("F♯1", shown("First key of the upper zone"));
  }

  @Test
  void ends_that_would_pass_each_other_are_refused_in_words_and_go_back() throws Exception {
    type("Lowest key", "C4");
    assertEquals("the lowest key, C4, would be above the highest, B3", desk.word());
    assertEquals("C-1", shown("Lowest key"));
    type("Lowest velocity", "91");
    assertEquals("the lowest velocity, 91, would be above the highest, 90", desk.word());
    assertEquals("20", shown("Lowest velocity"));
    type("Highest velocity", "19");
    assertEquals("the lowest velocity, 20, would be above the highest, 19", desk.word());
    assertEquals("90", shown("Highest velocity"));
    type("Highest key", "C4");
    assertEquals("zone 2 answers some of these keys already", desk.word());
    assertEquals("B3", shown("Highest key"));
    assertFalse(desk.isUnsaved());
  }

  @Test
  void a_turn_that_is_not_there_is_counted_as_it_is_shown() throws Exception {
    assertEquals("2", shown("Turn"));
    SwingUtilities.invokeAndWait(() -> step("Turn", "increment"));
    assertEquals("there is no turn 3 of 2: raise the number of turns first", desk.word());
    assertEquals("2", shown("Turn"));
  }

  @Test
  void a_run_of_steps_is_undone_as_one_and_another_fields_run_as_another() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          quickly("Lowest key", 12);
          quickly("Root key", 5);
        });
    assertEquals("C0", shown("Lowest key"));
    assertEquals("F4", shown("Root key"));
    SwingUtilities.invokeAndWait(desk::undo);
    assertEquals("C4", shown("Root key"));
    assertEquals("C0", shown("Lowest key"));
    SwingUtilities.invokeAndWait(desk::undo);
    assertEquals("C-1", shown("Lowest key"));
    assertFalse(desk.canUndo());
  }

  /// Steps so fast that there is no pause, again when the machine was busy.
  private void quickly(String name, int steps) {
    EditedZone before = desk.zone();
    long from = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      step(name, "increment");
    }
    if (System.nanoTime() - from > QUICK_NANOS) {
      while (!desk.zone().equals(before)) {
        desk.undo();
      }
      quickly(name, steps);
    }
  }
}

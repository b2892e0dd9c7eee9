package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.HeadlessException;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JFormattedTextField;
import javax.swing.JList;
import javax.swing.JSpinner;
import javax.swing.JViewport;
import javax.swing.KeyStroke;
import modpool.edit.EditedZone;
import modpool.patch.Trigger;
import modpool.testing.FocusOn;
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
  private EditRig rig;
  private EditDesk desk;
  private ZoneControls zones;
  private TuningControls tuning;

  @BeforeEach
  void open() throws Exception {
    rig = new EditRig(folder, 48_000, TWO_ZONES, TWO_ZONES.replace("Two", "Very long ".repeat(40)));
    desk = rig.desk();
    rig.open(
        d -> {
          zones = new ZoneControls(d);
          tuning = new TuningControls(d);
          d.listen(zones::look);
          d.listen(tuning::look);
        });
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Stepper stepper(String name) {
    return Stream.concat(zones.groups().stream(), Stream.of(tuning.group()))
        .map(group -> EditRig.find(group, Stepper.class, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private String shown(String name) {
    return field(name).getText();
  }

  private JFormattedTextField field(String name) {
    return ((JSpinner.DefaultEditor) stepper(name).getEditor()).getTextField();
  }

  /// And presses Enter.
  private void type(String name, String text) throws Exception {
    rig.onEdt(
        d -> {
          field(name).setText(text);
          try {
            field(name).commitEdit();
          } catch (ParseException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void step(String name, String action) {
    EditRig.press(stepper(name), action);
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
  void a_key_to_split_at_stays_until_the_zone_has_other_keys() throws Exception {
    type("First key of the upper zone", "C2");
    type("Layer", "2");
    type("Lowest velocity", "30");
    assertEquals("C2", shown("First key of the upper zone"));
    type("Lowest key", "C1");
    assertEquals("F♯2", shown("First key of the upper zone"), "their middle");
    type("First key of the upper zone", "C2");
    rig.onEdt(d -> d.chooseZone(1));
    assertEquals("A♯6", shown("First key of the upper zone"));
    rig.onEdt(d -> d.chooseZone(0));
    assertEquals("F♯2", shown("First key of the upper zone"));
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
    rig.onEdt(d -> step("Turn", "increment"));
    assertEquals("there is no turn 3 of 2: raise the number of turns first", desk.word());
    assertEquals("2", shown("Turn"));
  }

  @Test
  void a_run_of_steps_is_undone_as_one_and_another_fields_run_as_another() throws Exception {
    rig.onEdt(
        d -> {
          quickly("Lowest key", 12);
          quickly("Root key", 5);
        });
    assertEquals("C0", shown("Lowest key"));
    assertEquals("F4", shown("Root key"));
    rig.onEdt(EditDesk::undo);
    assertEquals("C4", shown("Root key"));
    assertEquals("C0", shown("Lowest key"));
    rig.onEdt(EditDesk::undo);
    assertEquals("C-1", shown("Lowest key"));
    assertFalse(desk.canUndo());
  }

  /// What is typed, without Enter, before something else is done.
  private void typeAnd(String name, String text, Runnable next) throws Exception {
    rig.onEdt(
        d -> {
          try (FocusOn _ = new FocusOn(field(name))) {
            field(name).setText(text);
            next.run();
          }
        });
  }

  private List<Integer> highKeys() {
    return desk.patch().zones().stream().map(z -> z.trigger().highKey()).toList();
  }

  private JList<?> list() {
    return zones.groups().stream()
        .map(group -> EditRig.find(group, JList.class, "Zones of the patch"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_list_that_was_scrolled_stays_there_while_a_sound_is_changed() throws Exception {
    rig.onEdt(
        d -> {
          for (int key = 20; key < 59; key++) {
            d.splitZone(key);
          }
          JViewport port = (JViewport) list().getParent();
          port.setSize(200, 60);
          list().setSize(list().getPreferredSize());
          d.chooseZone(0);
          port.setViewPosition(new Point(0, 300));
          d.changeSound(sound -> sound.withGain(0.5), null);
          assertEquals(300, port.getViewPosition().y);
          d.chooseZone(1);
          assertTrue(port.getViewPosition().y < 60, "what is chosen is seen");
        });
  }

  private EditBar bar(Runnable save) {
    return new EditBar(
        desk,
        new JButton(),
        InputEvent.CTRL_DOWN_MASK,
        new EditBar.Actions() {
          @Override
          public void choose() {}

          @Override
          public void save() {
            save.run();
          }

          @Override
          public void saveAs() {}
        });
  }

  @Test
  void a_long_name_of_a_patch_leaves_the_bar_as_narrow() throws Exception {
    rig.onEdt(
        d -> {
          EditBar bar = bar(() -> {});
          bar.look();
          int before = bar.component().getPreferredSize().width;
          rig.openProgram(1);
          bar.look();
          assertTrue(d.patch().name().length() > 300);
          int wide = bar.component().getPreferredSize().width;
          assertTrue(wide < before + 400, before + " and then " + wide);
        });
  }

  @Test
  void a_number_that_is_typed_is_its_own_zones_when_another_is_chosen() throws Exception {
    JList<?> list = list();
    typeAnd("Highest key", "50", () -> list.setSelectedIndex(1));
    assertEquals(1, desk.zoneNumber());
    assertEquals(1, list.getSelectedIndex());
    assertEquals(List.of(50, 127), highKeys());
    assertEquals("G9", shown("Highest key"));
    typeAnd("Highest key", "H", () -> list.setSelectedIndex(0));
    assertEquals(0, desk.zoneNumber());
    assertEquals(List.of(50, 127), highKeys());
    assertEquals("'H' is no key from C-1 to G9: write C4, D♯4, E♭4 or 60", desk.word());
    typeAnd("Highest key", "51", () -> list.setSelectedIndex(0)); // it is
    assertEquals(List.of(50, 127), highKeys());
    typeAnd("Highest key", "51", desk::copyZone);
    assertEquals(List.of(51, 59, 127), highKeys());
    typeAnd("Highest key", "58", desk::deleteZone);
    assertEquals(List.of(51, 127), highKeys());
    rig.onEdt(EditDesk::undo);
    assertEquals(List.of(51, 58, 127), highKeys());
  }

  @Test
  void a_number_that_is_typed_is_asked_about_before_it_is_lost() throws Exception {
    SaveQuestions questions = new SaveQuestions(desk, null);
    typeAnd(
        "Highest key",
        "50",
        () ->
            assertThrows(
                HeadlessException.class,
                () -> questions.leave(null, () -> fail("it is lost")),
                "where there is a display it would ask"));
    assertEquals(List.of(50, 127), highKeys());
  }

  @Test
  void a_number_that_is_typed_is_saved_by_a_key() throws Exception {
    AtomicInteger saved = new AtomicInteger();
    rig.onEdt(
        d -> {
          EditBar bar = bar(() -> saved.addAndGet(d.zone().trigger().highKey()));
          d.listen(bar::look);
          bar.look();
          bar.component().addNotify();
          String key = KeyStroke.getKeyStroke("ctrl S").toString();
          try (FocusOn _ = new FocusOn(field("Highest key"))) {
            EditRig.press(bar.component(), key);
            assertEquals(0, saved.get(), "there is nothing to save");
            field("Highest key").setText("50");
            EditRig.press(bar.component(), key);
          }
        });
    assertEquals(50, saved.get());
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

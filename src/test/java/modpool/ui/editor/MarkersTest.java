package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.SwingUtilities;
import modpool.Modpool;
import modpool.Settings;
import modpool.dsp.Envelope;
import modpool.edit.EditedZone;
import modpool.patch.Sound;
import modpool.testing.BankFolder;
import modpool.testing.Waves;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Grips of the editor's drawings, taken by the mouse.
class MarkersTest {
  private static final String TWO_ZONES =
      """
      {"name": "Two", "zones": [
        {"keys": "0-59", "sample": {"file": "saw.wav", "loop": "forward", "loopStart": 500,
         "loopEnd": 1500}, "amplitude": {"attackMs": 5, "releaseMs": 50}},
        {"keys": "60-127", "sample": {"file": "saw.wav"},
         "amplitude": {"attackMs": 90, "decayMs": 300, "sustain": 0.3, "releaseMs": 900}}]}
      """;

  @TempDir private Path folder;
  private Modpool modpool;
  private EditDesk desk;

  @BeforeEach
  void open() throws Exception {
    Path bank =
        new BankFolder(folder).wave("saw", 48_000, Waves.saw(2_000)).program(TWO_ZONES).write();
    modpool = Modpool.open(new Settings().bank(bank));
    desk = new EditDesk(modpool.control().audition(), modpool.control().banks());
    SwingUtilities.invokeAndWait(
        () ->
            desk.open(
                modpool.control().banks().programs().program(0, 0),
                new EditDesk.Place(0, 0, false)));
  }

  @AfterEach
  void close() {
    modpool.close();
  }

  private static Handle handle(Container pane, String name) {
    for (Component part : pane.getComponents()) {
      if (name.equals(part.getAccessibleContext().getAccessibleName())) {
        return (Handle) part;
      }
    }
    throw new AssertionError("nothing is called " + name);
  }

  private static void mouse(Component on, int kind, int x) {
    int button = kind == MouseEvent.MOUSE_DRAGGED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1;
    on.dispatchEvent(
        new MouseEvent(
            on, kind, 0, InputEvent.BUTTON1_DOWN_MASK, x, on.getHeight() / 2, 1, false, button));
  }

  /// Drags a grip to so many pixels beside where it was, one place after the other.
  private static void drag(Handle grip, int... places) {
    int from = grip.getX() + grip.getWidth() / 2;
    mouse(grip, MouseEvent.MOUSE_PRESSED, from - grip.getX());
    for (int place : places) {
      mouse(grip, MouseEvent.MOUSE_DRAGGED, from + place - grip.getX()); // which moves along
    }
    mouse(grip, MouseEvent.MOUSE_RELEASED, from - grip.getX());
  }

  private List<Envelope> envelopes() {
    return desk.patch().zones().stream().map(EditedZone::sound).map(Sound::amplitude).toList();
  }

  @Test
  void an_envelopes_grip_changes_its_own_time_in_all_zones_and_no_other() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          EnvelopePane pane =
              new EnvelopePane(
                  desk, "Envelope", "", Sound::amplitude, (s, e) -> s.withAmplitude(e));
          pane.setSize(400, 160);
          desk.listen(pane::look);
          pane.look();
          drag(handle(pane, "Attack"), 30);
        });
    double attack = envelopes().getFirst().attackMs();
    assertEquals(true, attack > 5, "it is longer: " + attack);
    assertEquals(
        List.of(new Envelope(0, attack, 0, 0, 1, 50), new Envelope(0, attack, 0, 300, 0.3, 900)),
        envelopes());
  }

  @Test
  void while_the_saved_patch_is_compared_a_grip_changes_the_edited_one() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          desk.changeSound(
              s -> s.withAmplitude(s.amplitude().withReleaseMs(s.amplitude().releaseMs() * 2)),
              null);
          EnvelopePane pane =
              new EnvelopePane(
                  desk, "Envelope", "", Sound::amplitude, (s, e) -> s.withAmplitude(e));
          pane.setSize(400, 160);
          desk.listen(pane::look);
          pane.look();
          desk.compare(true);
          drag(handle(pane, "Attack"), 30);
        });
    assertEquals(100, envelopes().getFirst().releaseMs());
  }

  @Test
  void a_marker_that_comes_back_leaves_what_it_passed_as_it_was() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          desk.snap(false);
          desk.change(z -> z.withSample(z.sample().withCrossfade(400)).withStart(700), null);
          WavePane pane = new WavePane(desk);
          pane.setSize(520, 190);
          desk.listen(pane::look);
          pane.look();
          EditedZone before = desk.zone();
          drag(
              handle(pane, "Loop start"), -200); // to the wave's begin, before which nothing stands
          assertEquals(0, desk.zone().sample().crossfade());
          desk.undo();
          drag(handle(pane, "Loop start"), -200, 0);
          assertEquals(before, desk.zone());
          drag(handle(pane, "Loop end"), -250, 0); // past the start
          assertEquals(before, desk.zone());
        });
  }
}

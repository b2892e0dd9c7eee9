package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.accessibility.AccessibleValue;
import modpool.dsp.Envelope;
import modpool.edit.EditedZone;
import modpool.patch.Sound;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Grips of the editor's drawings, by the mouse and by keys.
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
  private EditRig rig;
  private EditDesk desk;

  @BeforeEach
  void open() throws Exception {
    rig = new EditRig(folder, 48_000, TWO_ZONES);
    desk = rig.desk();
    rig.open(d -> {});
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private EnvelopePane envelopePane() {
    EnvelopePane pane =
        new EnvelopePane(desk, "Envelope", "", Sound::amplitude, (s, e) -> s.withAmplitude(e));
    pane.setSize(400, 160);
    desk.listen(pane::look);
    pane.look();
    return pane;
  }

  private WavePane wavePane() {
    WavePane pane = new WavePane(desk);
    pane.setSize(520, 190);
    desk.listen(pane::look);
    pane.look();
    return pane;
  }

  private static Handle handle(Container pane, String name) {
    return Objects.requireNonNull(EditRig.find(pane, Handle.class, name), name);
  }

  private static void mouse(Handle grip, int kind, int x, int y) {
    EditRig.mouse(grip, kind, new Point(x - grip.getX(), y - grip.getY())); // which moves along
  }

  /// Drags a grip to so many pixels beside where it was, one place after the other.
  private static void drag(Handle grip, int... places) {
    dragFrom(grip, 0, places);
  }

  /// The same where it is taken so far below its middle.
  private static void dragFrom(Handle grip, int below, int... places) {
    int x = grip.getX() + grip.getWidth() / 2;
    int y = grip.getY() + grip.getHeight() / 2 + below;
    mouse(grip, MouseEvent.MOUSE_PRESSED, x, y);
    for (int place : places) {
      mouse(grip, MouseEvent.MOUSE_DRAGGED, x + place, y);
    }
    mouse(grip, MouseEvent.MOUSE_RELEASED, x, y);
  }

  private List<Envelope> envelopes() {
    return desk.patch().zones().stream().map(EditedZone::sound).map(Sound::amplitude).toList();
  }

  @Test
  void an_envelopes_grip_changes_its_own_time_in_all_zones_and_no_other() throws Exception {
    rig.onEdt(
        d -> {
          EnvelopePane pane = envelopePane();
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
    rig.onEdt(
        d -> {
          desk.changeSound(
              s -> s.withAmplitude(s.amplitude().withReleaseMs(s.amplitude().releaseMs() * 2)),
              null);
          EnvelopePane pane = envelopePane();
          desk.compare(true);
          drag(handle(pane, "Attack"), 30);
        });
    assertEquals(100, envelopes().getFirst().releaseMs());
  }

  @Test
  void a_marker_that_comes_back_leaves_what_it_passed_as_it_was() throws Exception {
    rig.onEdt(
        d -> {
          desk.snap(false);
          desk.change(z -> z.withSample(z.sample().withCrossfade(400)).withStart(700), null);
          WavePane pane = wavePane();
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

  @Test
  void a_grip_that_is_taken_beside_its_middle_does_not_jump_there() throws Exception {
    rig.onEdt(
        d -> {
          desk.changeSound(s -> s.withAmplitude(new Envelope(0, 5, 0, 300, 0.5, 50)), null);
          dragFrom(handle(envelopePane(), "Decay and sustain"), 6, 20);
        });
    assertTrue(envelopes().getFirst().decayMs() > 300, "it was dragged sideways");
    assertEquals(0.5, envelopes().getFirst().sustain());
  }

  @Test
  void what_a_grip_does_not_move_stays_each_zones_own() throws Exception {
    List<Envelope> before = envelopes();
    rig.onEdt(
        d -> {
          EnvelopePane pane = envelopePane();
          EditRig.press(handle(pane, "Attack"), "UP");
          EditRig.press(handle(pane, "Release"), "shift DOWN");
          assertFalse(desk.isUnsaved(), "they stand at times alone");
          EditRig.press(handle(pane, "Decay and sustain"), "DOWN");
        });
    assertEquals(List.of(0.99, 0.99), envelopes().stream().map(Envelope::sustain).toList());
    assertEquals(List.of(0.0, 300.0), envelopes().stream().map(Envelope::decayMs).toList());
    rig.onEdt(
        d -> {
          desk.undo();
          EditRig.press(handle(envelopePane(), "Decay and sustain"), "RIGHT");
        });
    assertEquals(List.of(0.1, 0.1), envelopes().stream().map(Envelope::decayMs).toList());
    assertEquals(
        before.stream().map(Envelope::sustain).toList(),
        envelopes().stream().map(Envelope::sustain).toList());
    rig.onEdt(
        d -> {
          desk.undo();
          dragFrom(handle(envelopePane(), "Decay and sustain"), 3, 20);
        });
    assertEquals(List.of(1.0, 0.3), envelopes().stream().map(Envelope::sustain).toList());
  }

  @Test
  void a_marker_that_is_moved_past_the_edge_is_followed() throws Exception {
    rig.onEdt(
        d -> {
          WavePane pane = wavePane();
          pane.show(pane.scale().around(500, 600));
          Handle marker = handle(pane, "Loop start");
          int first = (int) pane.scale().first();
          for (int press = 0; press < 5; press++) {
            EditRig.press(marker, "shift LEFT");
            assertTrue(marker.isVisible(), "what has the focus and is hidden, loses it");
            assertSees(pane, marker);
          }
          assertEquals(450, desk.zone().sample().loopStart());
          assertTrue(pane.scale().first() < first);
        });
  }

  @Test
  void a_marker_out_of_sight_is_shown_when_the_keyboard_comes_to_it() throws Exception {
    rig.onEdt(
        d -> {
          WavePane pane = wavePane();
          pane.show(pane.scale().around(700, 800));
          for (String name : List.of("Start", "Loop start", "Loop end")) {
            Handle marker = handle(pane, name);
            assertTrue(marker.isVisible() && marker.isFocusable());
            assertFalse(new Rectangle(pane.getSize()).intersects(marker.getBounds()), name);
            gainFocus(marker, FocusEvent.Cause.TRAVERSAL_FORWARD);
            assertSees(pane, marker);
            assertEquals(110, pane.scale().seen(), 1e-6);
          }
          WaveScale scrolled = pane.scale().around(700, 800);
          pane.show(scrolled);
          gainFocus(handle(pane, "Loop end"), FocusEvent.Cause.ACTIVATION);
          assertEquals(scrolled, pane.scale(), "when the window comes back, nothing is scrolled");
        });
  }

  private static void gainFocus(Handle marker, FocusEvent.Cause cause) {
    FocusEvent gained = new FocusEvent(marker, FocusEvent.FOCUS_GAINED, false, null, cause);
    for (FocusListener listener : marker.getFocusListeners()) {
      listener.focusGained(gained);
    }
  }

  private static void assertSees(WavePane pane, Handle marker) {
    assertTrue(
        new Rectangle(pane.getSize()).contains(marker.getBounds()),
        marker.getAccessibleContext().getAccessibleName() + " at " + marker.getBounds());
  }

  @Test
  void people_who_hear_the_window_are_told_what_a_grip_stands_at() throws Exception {
    List<String> told = new ArrayList<>();
    rig.onEdt(
        d -> {
          Handle marker = handle(wavePane(), "Loop start");
          marker
              .getAccessibleContext()
              .addPropertyChangeListener(e -> told.add(e.getOldValue() + " > " + e.getNewValue()));
          EditRig.press(marker, "RIGHT");
          EditRig.press(marker, "UP"); // which moves nothing
          AccessibleValue value = marker.getAccessibleContext().getAccessibleValue();
          assertEquals(501.0, value.getCurrentAccessibleValue());
          assertEquals(0.0, value.getMinimumAccessibleValue());
          assertEquals(2_000.0, value.getMaximumAccessibleValue());
          Handle attack = handle(envelopePane(), "Attack");
          assertEquals(
              5.0, attack.getAccessibleContext().getAccessibleValue().getCurrentAccessibleValue());
        });
    assertEquals(List.of("frame 500, 0.010 s > frame 501, 0.010 s", "500.0 > 501.0"), told);
  }

  @Test
  void with_shift_a_marker_goes_ten_frames_or_ten_pixels() throws Exception {
    rig.onEdt(
        d -> {
          WavePane pane = wavePane(); // 500 pixels of wave, of 2000 frames
          Handle marker = handle(pane, "Loop start");
          EditRig.press(marker, "shift RIGHT");
          assertEquals(540, d.zone().sample().loopStart());
          pane.zoom(16);
          EditRig.press(marker, "shift LEFT");
          assertEquals(530, d.zone().sample().loopStart());
          EditRig.press(marker, "LEFT");
          assertEquals(529, d.zone().sample().loopStart());
          Handle sustain = handle(envelopePane(), "Decay and sustain");
          EditRig.press(sustain, "shift DOWN");
          assertEquals(0.9, d.zone().sound().amplitude().sustain(), 1e-9);
        });
  }

  @Test
  void a_marker_of_a_saved_zone_that_is_another_now_moves_none() throws Exception {
    rig.onEdt(
        d -> {
          WavePane pane = wavePane();
          d.deleteZone(); // so that the second is the first
          d.compare(true);
          Handle marker = handle(pane, "Start");
          drag(marker, 40, 80);
          assertEquals(0, d.zone().startFrame());
          assertFalse(d.compares());
          d.compare(true);
          EditRig.press(marker, "shift RIGHT");
          assertEquals(0, d.zone().startFrame());
          d.compare(true);
          drag(handle(envelopePane(), "Attack"), 30);
          assertEquals(90, d.zone().sound().amplitude().attackMs());
          drag(marker, 100);
          assertTrue(d.zone().startFrame() > 0, "another drag moves it");
        });
  }
}

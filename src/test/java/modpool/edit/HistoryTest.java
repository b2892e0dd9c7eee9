package modpool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;
import modpool.testing.TestSound;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
  private static final int FRAMES = 2_000;

  private static EditedPatch patch() {
    Sample sample = Waves.loop(Loop.FORWARD, 300, 1_500, 22_050, Waves.sine(20, FRAMES));
    Sound sound = new TestSound().gain(0.3).releaseMs(120).sound();
    return EditedPatch.of(
        new Patch(
            "two",
            List.of(
                new Zone(0, 59, sample, 48, 3, 10, sound),
                new Zone(60, 127, sample, 72, -7, 0, sound))));
  }

  private static EditedPatch anyEdit(EditedPatch patch, Random random) {
    int place = random.nextInt(patch.zones().size());
    EditedZone zone = patch.zones().get(place);
    EditedSample sample = zone.sample();
    return switch (random.nextInt(14)) {
      case 0 ->
          patch.withZone(
              place,
              zone.withSample(
                  sample.withLoop(
                      Loop.values()[random.nextInt(3)],
                      random.nextInt(FRAMES),
                      random.nextInt(FRAMES))));
      case 1 ->
          patch.withZone(place, zone.withSample(sample.withCrossfade(random.nextInt(FRAMES))));
      case 2 -> patch.withZone(place, zone.withStart(random.nextInt(FRAMES)));
      case 3 ->
          patch.withZone(
              place, zone.withTuning(random.nextInt(128), random.nextDouble(-1_300, 1_300)));
      case 4 -> patch.withZone(place, zone.trimmed());
      case 5 ->
          patch.withSounds(
              s ->
                  s.withAmplitude(
                      new Envelope(0, random.nextInt(99), 1, 2, random.nextDouble(), 50)));
      case 6 -> patch.withSounds(s -> s.withGain(random.nextDouble(2)));
      case 7 ->
          patch.withSounds(
              s -> s.withLfo1(new Lfo(Lfo.Shape.SAW, 1 + random.nextInt(9), 0, 0, 20, 0, 0)));
      case 8 ->
          patch.withSounds(s -> s.withFilter(new Filter(200 + random.nextInt(9_000), 6, 0, 0)));
      case 9 -> patch.withName("name " + random.nextInt(5));
      case 10 -> patch.zones().size() < 20 ? patch.withCopy(place) : patch;
      case 11 -> patch.zones().size() > 1 ? patch.withoutZone(place) : patch;
      case 12 -> {
        Trigger keys = zone.trigger();
        int width = keys.highKey() - keys.lowKey();
        yield width == 0
            ? patch
            : patch.withSplit(place, keys.lowKey() + 1 + random.nextInt(width));
      }
      default -> {
        Trigger keys = zone.trigger();
        int low = random.nextInt(keys.lowKey(), keys.highKey() + 1);
        yield patch.withZone(
            place, zone.withTrigger(keys.atKeys(low, random.nextInt(low, keys.highKey() + 1))));
      }
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void undoing_a_hundred_edits_gives_back_the_identical_patch_and_redoing_them_each_step(
      long seed) {
    Random random = new Random(seed);
    History history = new History(patch());
    EditedPatch opened = history.present();
    List<EditedPatch> steps = new ArrayList<>(List.of(opened));
    while (steps.size() <= 100) {
      history.change(anyEdit(history.present(), random), null);
      if (history.present() != steps.getLast()) {
        steps.add(history.present());
      }
    }
    assertTrue(history.isUnsaved());
    for (int step = 99; step >= 0; step--) {
      history.undo();
      assertEquals(steps.get(step), history.present());
    }
    assertEquals(patchNumbers(opened), patchNumbers(history.present()));
    assertFalse(history.isUnsaved());
    assertFalse(history.canUndo());
    for (int step = 1; step <= 100; step++) {
      history.redo();
      assertEquals(steps.get(step), history.present());
    }
    assertFalse(history.canRedo());
  }

  /// What is played, not how it is kept.
  private static List<Object> patchNumbers(EditedPatch patch) {
    List<Object> numbers = new ArrayList<>();
    for (Zone zone : patch.toPatch().zones()) {
      numbers.add(zone.sound());
      numbers.add(zone.trigger());
      numbers.add(zone.rootKey());
      numbers.add(zone.tuneCents());
      numbers.add(zone.startFrame());
      for (float point : zone.sample().left()) {
        numbers.add(point);
      }
    }
    return numbers;
  }

  @Test
  void a_drag_is_one_step() {
    History history = new History(patch());
    EditedPatch opened = history.present();
    Object drag = new Object();
    for (int frame = 1; frame < 50; frame++) {
      history.change(opened.withZone(0, opened.zones().get(0).withStart(100 + frame)), drag);
    }
    history.undo();
    assertEquals(opened, history.present());
    assertFalse(history.canUndo());
    history.redo();
    assertEquals(149, history.present().zones().get(0).startFrame());
  }

  @Test
  void a_drag_that_ends_where_it_began_is_none() {
    History history = new History(patch());
    EditedPatch opened = history.present();
    Object drag = new Object();
    history.change(opened.withName("other"), drag);
    history.change(opened, drag);
    assertFalse(history.canUndo());
    history.change(opened.withName("third"), drag);
    history.undo();
    assertEquals(opened, history.present());
  }

  @Test
  void a_step_back_chooses_the_zone_that_was_chosen_when_it_was_made() {
    History history = new History(patch());
    history.choose(1);
    history.change(history.present().withSplit(1, 100), 2, null);
    history.choose(0);
    history.change(history.present().withoutZone(0), 0, null);
    assertEquals(0, history.chosen());
    history.choose(1);
    history.undo();
    assertEquals(0, history.chosen());
    history.undo();
    assertEquals(1, history.chosen());
    history.redo();
    assertEquals(2, history.chosen());
    history.redo();
    assertEquals(0, history.chosen());
  }

  @Test
  void so_many_steps_are_kept_and_no_more() {
    History history = new History(patch());
    for (int step = 0; step < History.MOST + 50; step++) {
      history.change(history.present().withName("step " + step), null);
    }
    int undone = 0;
    while (history.canUndo()) {
      history.undo();
      undone++;
    }
    assertEquals(History.MOST, undone);
    assertEquals("step 49", history.present().name());
  }

  @Test
  void an_edit_after_an_undo_forgets_what_was_undone() {
    History history = new History(patch());
    history.change(history.present().withName("a"), null);
    history.undo();
    history.change(history.present().withName("b"), null);
    assertFalse(history.canRedo());
    history.redo();
    assertEquals("b", history.present().name());
  }

  @Test
  void what_is_saved_is_no_longer_unsaved_until_it_changes() {
    History history = new History(patch());
    history.change(history.present().withName("a"), null);
    history.markSaved(history.present());
    assertFalse(history.isUnsaved());
    history.undo();
    assertTrue(history.isUnsaved());
  }
}

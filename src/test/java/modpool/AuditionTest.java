package modpool;

import static modpool.dsp.Interpolation.NEAREST;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import modpool.Settings.Instruments;
import modpool.bridge.Meters.Meter;
import modpool.control.BankSet;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.edit.EditedPatch;
import modpool.edit.EditedZone;
import modpool.patch.Patch;
import modpool.patch.Sample.Loop;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import modpool.worklet.PoolStats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A patch that is heard while it is edited: on an instrument of its own, without clicks, and as it
/// will sound once it is saved.
class AuditionTest {
  private static final int RATE = 48_000;
  private static final int PERIOD = 100; // frames of the wave: 480 Hz at key 60
  private static final int SECOND = RATE;

  @TempDir private Path folder;
  private Path own;

  @BeforeEach
  void writeBank() throws IOException {
    own = folder.resolve("own").resolve("bank.json");
    new BankFolder(folder)
        .wave("sine", RATE, Waves.sine(480, RATE))
        .loop(
            "sine",
            """
            "gainDb": -3.5, "amplitude": {"attackMs": 20, "decayMs": 300, "sustain": 0.6,
            "releaseMs": 150}, "lfo1": {"rateHz": 5.3, "toPitchCents": 20}
            """)
        .loop("sine", "")
        .write();
  }

  private Modpool open() throws IOException {
    return open(Instruments.POOLED);
  }

  private Modpool open(Instruments kind) throws IOException {
    return Modpool.open(new Settings().bank(folder).userBank(own).instruments(kind));
  }

  private static EditedPatch program(Modpool modpool, int number) {
    return EditedPatch.of(modpool.control().banks().programs().program(0, number));
  }

  /// Lets it be heard, and waits until control has put it into a rack.
  private static void play(Modpool modpool, EditedPatch patch) {
    modpool.control().audition().play(patch);
    modpool.control().poolStats();
  }

  private static void end(Modpool modpool) {
    modpool.control().audition().end();
    modpool.control().poolStats();
  }

  private static EditedPatch zone(EditedPatch patch, UnaryOperator<EditedZone> change) {
    return patch.withZone(0, change.apply(patch.zones().getFirst()));
  }

  @ParameterizedTest
  @EnumSource
  void it_sounds_as_its_channel_would(Instruments kind) throws IOException {
    Performance keys =
        new Performance()
            .keyDown(100, 1, 60, 90)
            .keyDown(5_000, 1, 67, 127)
            .bend(9_000, 1, 12_000)
            .control(12_000, 1, 1, 80)
            .keyUp(30_000, 1, 60)
            .keyUp(31_000, 1, 67);
    float[][] played;
    try (Modpool modpool = open(kind == Instruments.SIMPLE ? Instruments.POOLED : kind)) {
      played = keys.render(modpool, SECOND, 64);
    }
    try (Modpool modpool = open(kind)) {
      play(modpool, program(modpool, 0));
      modpool.control().audition().takeKeysOf(1);
      float[][] tried = keys.render(modpool, SECOND, 128);
      assertArrayEquals(played[0], tried[0]);
      assertArrayEquals(played[1], tried[1]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void it_hears_what_the_desk_moves_as_what_a_keyboard_does(int controller) throws IOException {
    float[][] alone = tried(new Performance());
    float[][] played = tried(new Performance().control(6_400, 1, controller, 90));
    try (Modpool modpool = open()) {
      Runnable move = () -> modpool.control().desk().controller(1, controller, 90);
      float[][] moved = tried(modpool, new Performance().at(6_400, move));
      assertArrayEquals(played[0], moved[0]);
      assertArrayEquals(played[1], moved[1]);
    }
    assertFalse(Arrays.equals(alone[0], played[0]), "it is heard");
  }

  @Test
  void a_pedal_that_is_down_when_the_keys_turn_to_it_holds_on() throws IOException {
    float[][] before = turnedAtOneEighth(new Performance().control(0, 1, 64, 127));
    float[][] after = turnedAtOneEighth(new Performance().control(SECOND / 6, 1, 64, 127));
    assertArrayEquals(after[0], before[0]);
    assertFalse(Arrays.equals(turnedAtOneEighth(new Performance())[0], before[0]), "it holds");
  }

  private float[][] turnedAtOneEighth(Performance with) throws IOException {
    try (Modpool modpool = open()) {
      play(modpool, program(modpool, 0));
      return with.at(SECOND / 8, () -> modpool.control().audition().takeKeysOf(1))
          .keyDown(SECOND / 4, 1, 60, 100)
          .keyUp(SECOND / 2, 1, 60)
          .render(modpool, SECOND, 64);
    }
  }

  private float[][] tried(Performance with) throws IOException {
    try (Modpool modpool = open()) {
      return tried(modpool, with);
    }
  }

  private static float[][] tried(Modpool modpool, Performance with) {
    play(modpool, program(modpool, 0));
    modpool.control().audition().takeKeysOf(1);
    return with.with(new Performance().keyDown(0, 1, 60, 100).keyUp(SECOND / 2, 1, 60))
        .render(modpool, SECOND, 64);
  }

  @Test
  void what_is_saved_and_read_again_sounds_as_what_was_edited() throws Exception {
    Performance keys =
        new Performance()
            .keyDown(100, 1, 62, 90)
            .control(3_000, 1, 1, 70)
            .keyDown(9_000, 1, 50, 80)
            .keyUp(20_000, 1, 62);
    float[][] edited;
    try (Modpool modpool = open()) {
      EditedPatch patch =
          zone(
                  program(modpool, 0),
                  z ->
                      z.withSample(
                              z.sample().withLoop(Loop.FORWARD, 3_217, 40_123).withCrossfade(997))
                          .withStart(1_234)
                          .withTuning(61, 33.333_333_3))
              .withSounds(
                  s ->
                      s.withAmplitude(new Envelope(0, 3.7, 0, 123.456_789_1, 0.777, 310))
                          .withLfo1(new Lfo(Lfo.Shape.TRIANGLE, 4.4, 100, 50, 12.5, 0, 0))
                          .withFilter(new Filter(2_345.678_912_3, 3, 50, 0)))
              .withSplit(0, 60);
      patch = zone(patch, z -> z.withSound(z.sound().with(b -> b.interpolation(NEAREST))));
      play(modpool, patch);
      modpool.control().audition().takeKeysOf(1);
      edited = keys.render(modpool, SECOND, 64);
      String[] trouble = {"not saved"};
      Patch saved = patch.toPatch();
      modpool.control().banks().save(() -> saved, false, 5, false, t -> trouble[0] = t);
      modpool.control().poolStats();
      assertEquals(null, trouble[0]);
      assertTrue(modpool.control().banks().programs().isExact(BankSet.USER, 5, false), "at once");
    }
    assertTrue(Files.exists(own));
    try (Modpool modpool = open()) {
      modpool.control().desk().program(1, BankSet.USER, 5);
      float[][] reread = keys.render(modpool, SECOND, 64);
      assertArrayEquals(edited[0], reread[0]);
      assertArrayEquals(edited[1], reread[1]);
    }
  }

  @Test
  void a_moved_loop_marker_changes_the_period_as_computed() throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch patch = program(modpool, 1);
      play(modpool, looped(patch, 4 * PERIOD)); // four turns of the wave
      modpool.control().audition().takeKeysOf(1);
      float[][] heard =
          new Performance()
              .keyDown(0, 1, 60, 127)
              .at(SECOND, () -> play(modpool, looped(patch, PERIOD * 3 / 4)))
              .render(modpool, 2 * SECOND, 64);
      float[] before = Measure.slice(heard[0], SECOND / 4, SECOND - 64);
      float[] after = Measure.slice(heard[0], SECOND + SECOND / 4, 2 * SECOND);
      assertEquals(480, Measure.frequency(before, RATE, 480), 0.01);
      double shorter = (double) RATE / (PERIOD * 3 / 4); // the key is held: it follows
      assertEquals(shorter, Measure.frequency(after, RATE, shorter), 0.01);
    }
  }

  private static EditedPatch looped(EditedPatch patch, int frames) {
    return zone(
        patch,
        z -> z.withSample(z.sample().withLoop(Loop.FORWARD, 20 * PERIOD, 20 * PERIOD + frames)));
  }

  @Test
  void it_takes_no_voice_of_the_pool_and_none_of_the_channels() throws IOException {
    try (Modpool modpool = open()) {
      Performance chord = new Performance().program(0, 1, 1);
      for (int key : new int[] {50, 54, 57, 62}) {
        chord.keyDown(0, 1, key, 100);
      }
      PoolStats before = modpool.control().poolStats();
      chord
          .at(SECOND / 4, () -> play(modpool, program(modpool, 0)))
          .at(SECOND / 4, () -> modpool.control().audition().takeKeysOf(1))
          .keyDown(SECOND / 2, 1, 70, 100)
          .render(modpool, SECOND, 64);
      assertEquals(before, modpool.control().poolStats());
      assertEquals(5, modpool.control().meters().get(Meter.VOICES));
      assertEquals(0, modpool.control().meters().get(Meter.STOLEN));
    }
  }

  @Test
  void a_key_that_is_held_while_keys_are_turned_goes_up_where_it_went_down() throws IOException {
    try (Modpool modpool = open()) {
      play(modpool, program(modpool, 1));
      new Performance()
          .program(0, 1, 1)
          .keyDown(0, 1, 60, 100)
          .at(SECOND / 4, () -> modpool.control().audition().takeKeysOf(1))
          .keyUp(SECOND / 2, 1, 60)
          .keyDown(SECOND / 2, 1, 64, 100)
          .at(SECOND * 3 / 4, () -> modpool.control().audition().giveKeysBack())
          .render(modpool, 3 * SECOND, 64);
      assertTrue(modpool.control().isIdle(), "nothing sounds any more");
    }
  }

  @Test
  void its_worklet_goes_when_it_ends_and_what_it_played_fades() throws IOException {
    try (Modpool modpool = open()) {
      int strips = modpool.control().strips().size();
      play(modpool, program(modpool, 1));
      modpool.control().audition().takeKeysOf(1);
      new Performance()
          .keyDown(0, 1, 60, 100)
          .at(SECOND / 4, () -> end(modpool))
          .render(modpool, SECOND, 64);
      modpool.control().compact(); // publishes
      assertEquals(strips, modpool.control().strips().size());
      assertTrue(modpool.control().isIdle(), "nothing sounds any more");
    }
  }

  /// A sine bends by itself; a click bends it much more sharply. The markers go along the wave at
  /// 60 places a second, by whole turns and by parts of one.
  @Test
  void dragging_a_loop_does_not_click() throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch patch = program(modpool, 1);
      Performance drag = new Performance().keyDown(0, 1, 60, 127);
      for (int i = 0; i < 60; i++) {
        int end = 30_000 + i * PERIOD; // still without a seam
        drag.at(
            SECOND / 2 + i * 800L,
            () ->
                play(
                    modpool,
                    zone(
                        patch, z -> z.withSample(z.sample().withLoop(Loop.FORWARD, 10_000, end)))));
      }
      play(modpool, patch);
      modpool.control().audition().takeKeysOf(1);
      float[] heard = drag.render(modpool, 2 * SECOND, 64)[0];
      double steady = Measure.largestBend(Measure.slice(heard, SECOND / 4, SECOND / 2 - 100));
      double dragged = Measure.largestBend(Measure.slice(heard, SECOND / 2 - 100, 2 * SECOND));
      assertTrue(dragged < 1.5 * steady, dragged + " against " + steady);
      double peak = Measure.peak(Measure.slice(heard, SECOND / 4, SECOND / 2 - 100));
      assertEquals(peak, Measure.peak(Measure.slice(heard, SECOND / 2, 2 * SECOND)), 0.01 * peak);
    }
  }

  @Test
  void dragging_envelope_level_and_filter_does_not_click() throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch patch = program(modpool, 1);
      Performance drag = new Performance().keyDown(0, 1, 60, 127);
      for (int i = 0; i < 60; i++) {
        int step = i;
        drag.at(
            SECOND / 2 + i * 800L,
            () ->
                play(
                    modpool,
                    patch.withSounds(
                        s ->
                            s.withGain(1 - step / 120.0)
                                .withAmplitude(
                                    new Envelope(0, 5, 0, 50, 1 - step / 90.0, 100 + step))
                                .withFilter(new Filter(20_000 - step * 300, 0, 0, 0)))));
      }
      play(modpool, patch);
      modpool.control().audition().takeKeysOf(1);
      float[] heard = drag.render(modpool, 2 * SECOND, 64)[0];
      double steady = Measure.largestBend(Measure.slice(heard, SECOND / 4, SECOND / 2 - 100));
      double dragged = Measure.largestBend(Measure.slice(heard, SECOND / 2 - 100, 2 * SECOND));
      assertTrue(dragged < 1.5 * steady, dragged + " against " + steady);
    }
  }

  /// The start goes along a sine at 60 places a second, some of them far from where it crosses
  /// zero; each move strikes the held key again from there.
  @Test
  void a_moved_start_is_heard_under_a_held_key_and_does_not_click() throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch patch =
          zone(program(modpool, 1), z -> z.withSample(z.sample().withLoop(Loop.NONE)));
      Performance drag = new Performance().keyDown(0, 1, 60, 127);
      for (int i = 1; i <= 60; i++) {
        int start = 37 * i;
        drag.at(SECOND / 4 + i * 800L, () -> play(modpool, zone(patch, z -> z.withStart(start))));
      }
      play(modpool, patch);
      modpool.control().audition().takeKeysOf(1);
      float[] heard = drag.render(modpool, 3 * SECOND, 64)[0];
      double steady = Measure.largestBend(Measure.slice(heard, SECOND / 8, SECOND / 4 - 100));
      double dragged = Measure.largestBend(Measure.slice(heard, SECOND / 4 - 100, SECOND * 9 / 8));
      assertTrue(dragged < 1.5 * steady, dragged + " against " + steady);
      int lastMove = SECOND / 4 + 60 * 800;
      int end = lastMove + SECOND - 37 * 60; // the wave lasts a second from its start
      assertTrue(
          Measure.peak(Measure.slice(heard, end - 1_000, end - 200)) > 0.05, "it began anew");
      assertEquals(0, Measure.peak(Measure.slice(heard, end + 100, 3 * SECOND)), 1e-6);
    }
  }

  @Test
  void a_moved_start_strikes_no_key_again_that_is_up() throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch patch = program(modpool, 0);
      Performance keys = new Performance().keyDown(0, 1, 60, 127).keyUp(SECOND / 4, 1, 60);
      play(modpool, patch);
      modpool.control().audition().takeKeysOf(1);
      keys.at(SECOND / 4 + 4_800, () -> play(modpool, zone(patch, z -> z.withStart(70))));
      float[] heard = keys.render(modpool, SECOND, 64)[0];
      double before = Measure.peak(Measure.slice(heard, SECOND / 4 + 4_300, SECOND / 4 + 4_800));
      double after = Measure.peak(Measure.slice(heard, SECOND / 4 + 4_800, SECOND));
      assertTrue(after <= before, after + " after " + before);
      assertTrue(modpool.control().isIdle(), "and it falls silent");
    }
  }

  @Test
  void another_interpolation_under_a_held_key_does_not_click() throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch patch = program(modpool, 1);
      Performance keys = new Performance().keyDown(0, 1, 43, 127);
      for (int i = 0; i < 20; i++) {
        Interpolation kind = i % 2 == 0 ? Interpolation.SINC : Interpolation.LINEAR;
        keys.at(SECOND / 2 + i * 800L, () -> play(modpool, read(patch, kind)));
      }
      play(modpool, read(patch, Interpolation.LINEAR)); // which bends more sharply by itself
      modpool.control().audition().takeKeysOf(1);
      float[] heard = keys.render(modpool, SECOND, 64)[0];
      double steady = Measure.largestBend(Measure.slice(heard, SECOND / 4, SECOND / 2 - 100));
      double changed = Measure.largestBend(Measure.slice(heard, SECOND / 2 - 100, SECOND));
      assertTrue(changed < 1.5 * steady, changed + " against " + steady);
    }
  }

  private static EditedPatch read(EditedPatch patch, Interpolation kind) {
    return patch.withSounds(s -> s.with(b -> b.interpolation(kind)));
  }

  @Test
  void zones_that_come_and_go_leave_the_notes_of_others_alone() throws IOException {
    float[][] wanted;
    Performance chord =
        new Performance().keyDown(0, 1, 50, 100).keyDown(0, 1, 62, 90).keyDown(0, 1, 74, 80);
    try (Modpool modpool = open()) {
      play(modpool, program(modpool, 0).withSplit(0, 60).withSplit(1, 70));
      modpool.control().audition().takeKeysOf(1);
      wanted = chord.render(modpool, SECOND, 64);
    }
    try (Modpool modpool = open()) {
      EditedPatch whole = program(modpool, 0);
      play(modpool, whole);
      modpool.control().audition().takeKeysOf(1);
      EditedPatch split = whole.withSplit(0, 60);
      float[][] heard =
          new Performance()
              .with(chord)
              .at(SECOND / 4, () -> play(modpool, split))
              .at(SECOND / 2, () -> play(modpool, split.withSplit(1, 70)))
              .render(modpool, SECOND, 64);
      assertArrayEquals(wanted[0], heard[0]);
      assertArrayEquals(wanted[1], heard[1]);
    }
  }

  @Test
  void the_notes_of_a_deleted_zone_fade_and_those_of_others_sound_on() throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch split = program(modpool, 1).withSplit(0, 60);
      play(modpool, split);
      modpool.control().audition().takeKeysOf(1);
      float[] heard =
          new Performance()
              .keyDown(0, 1, 60, 100)
              .keyDown(0, 1, 48, 100)
              .at(SECOND / 2, () -> play(modpool, split.withoutZone(0)))
              .render(modpool, SECOND, 64)[0];
      float[] after = Measure.slice(heard, SECOND / 2 + 2_000, SECOND);
      assertEquals(480, Measure.frequency(after, RATE, 480), 0.1);
      assertEquals(0, Measure.amplitude(after, RATE, 240), 1e-4);
      assertEquals(1, modpool.control().meters().get(Meter.VOICES));
    }
  }

  @Test
  void the_bytes_do_not_depend_on_the_blocks() throws IOException {
    float[] long1 = dragged(64);
    assertArrayEquals(long1, dragged(32));
    assertArrayEquals(long1, dragged(64));
    assertFalse(Measure.peak(long1) == 0);
  }

  private float[] dragged(int block) throws IOException {
    try (Modpool modpool = open()) {
      EditedPatch patch = program(modpool, 0);
      play(modpool, patch);
      modpool.control().audition().takeKeysOf(1);
      Performance drag = new Performance().keyDown(10, 1, 60, 127).keyDown(500, 1, 65, 90);
      for (int i = 0; i < 40; i++) {
        int end = 40_000 - i * 77;
        drag.at(
            64L * 10 * i,
            () ->
                play(
                    modpool,
                    zone(patch, z -> z.withSample(z.sample().withLoop(Loop.FORWARD, 5_000, end)))));
      }
      return drag.render(modpool, SECOND, block)[0];
    }
  }

  @Test
  void a_number_that_is_taken_is_not_overwritten_unasked() throws IOException {
    try (Modpool modpool = open()) {
      Patch patch = program(modpool, 1).toPatch();
      String[] trouble = {"not saved"};
      modpool.control().banks().save(() -> patch, false, 7, false, t -> trouble[0] = t);
      modpool.control().poolStats();
      assertEquals(null, trouble[0]);
      modpool.control().banks().save(() -> patch, false, 7, false, t -> trouble[0] = t);
      modpool.control().poolStats();
      assertTrue(trouble[0].contains("choose another number"), trouble[0]);
      modpool.control().banks().save(() -> patch, false, 7, true, t -> trouble[0] = t);
      modpool.control().poolStats();
      assertEquals(null, trouble[0]);
      try (var entries = Files.list(own.getParent())) {
        assertEquals(2, entries.count(), "the bank and one preset");
      }
    }
  }
}

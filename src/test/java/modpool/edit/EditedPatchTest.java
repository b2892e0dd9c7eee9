package modpool.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import modpool.patch.MacroRoute;
import modpool.patch.MacroRoute.Target;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;
import modpool.testing.Measure;
import modpool.testing.Samples;
import modpool.testing.TestSound;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditedPatchTest {
  private static final int RATE = 44_100;

  private static EditedSample sine(double cycles, int frames) {
    return EditedSample.of(Samples.oneShot("sine", RATE, Waves.sine(cycles, frames)));
  }

  @Test
  void what_lies_behind_a_loop_is_there_to_be_edited() {
    float[] wave = Waves.sine(10, 1_000);
    EditedSample sample = EditedSample.of(Waves.loop(Loop.FORWARD, 100, 200, RATE, wave));
    assertArrayEquals(wave, sample.wave().side(0));
    Sample longer = sample.withLoop(Loop.FORWARD, 100, 900).sample();
    assertEquals(900, longer.loopEnd());
    assertArrayEquals(wave, longer.whole(0));
  }

  /// A patch may have hundreds of waveforms, and is opened by the thread that paints the window.
  @Test
  void opening_a_patch_copies_no_waveform_until_it_is_looked_at() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] wave = Waves.saw(1_000_000);
    List<Zone> zones =
        IntStream.range(0, 8)
            .mapToObj(
                key ->
                    new Zone(
                        Trigger.keys(key, key),
                        key == 0
                            ? Samples.oneShot("saw", RATE, wave)
                            : Waves.loop(Loop.FORWARD, 500, 900_000, RATE, wave),
                        60,
                        0,
                        0,
                        Sound.PLAIN))
            .toList();
    Patch patch = new Patch("large", zones);
    long before = threads.getCurrentThreadAllocatedBytes();
    EditedPatch edited = EditedPatch.of(patch);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 4 * wave.length, allocated + " bytes");
    for (EditedZone zone : edited.zones()) {
      Waveform heard = zone.sample().wave();
      assertArrayEquals(wave, heard.side(0));
      assertEquals(wave[999_999], heard.at(999_999));
      float[] part = new float[7];
      heard.read(899_998, part, 7);
      assertArrayEquals(Arrays.copyOfRange(wave, 899_998, 900_005), part);
    }
  }

  @Test
  void a_marker_snaps_to_where_the_wave_rises_through_zero() {
    EditedSample sample = sine(10, 1_000); // it rises every 100 frames
    assertEquals(300, sample.wave().zeroCrossing(330, 1_000), 1);
    assertEquals(400, sample.wave().zeroCrossing(360, 1_000), 1);
    assertEquals(345, sample.wave().zeroCrossing(345, 10), "none is so near");
    assertTrue(sample.wave().zeroCrossing(1_000, 100_000) <= 1_000);
  }

  @Test
  void a_cross_fade_joins_the_loop_with_what_stands_before_it() {
    float[] wave = Waves.saw(4_000); // any loop of it jumps
    EditedSample sample =
        EditedSample.of(Samples.oneShot("saw", RATE, wave)).withLoop(Loop.FORWARD, 1_000, 3_000);
    assertTrue(seam(sample) > 0.9, "it jumps by " + seam(sample));
    assertTrue(seam(sample.withCrossfade(500)) < 0.002);
    assertEquals(1_000, sample.withCrossfade(9_999).crossfade(), "as long as what is before it");
    assertArrayEquals(wave, sample.withCrossfade(500).withCrossfade(0).sample().whole(0));
  }

  /// How far the wave jumps from a loop's end to its start.
  private static double seam(EditedSample sample) {
    float[] points = sample.sample().whole(0);
    return Math.abs(points[sample.loopEnd() - 1] - points[sample.loopStart() - 1]);
  }

  @Test
  void trimming_changes_nothing_that_is_played() {
    EditedZone zone =
        new EditedZone(
            Trigger.keys(0, 127),
            sine(10, 1_000).withLoop(Loop.FORWARD, 400, 700).withCrossfade(50),
            60,
            0,
            120,
            Sound.PLAIN);
    EditedZone trimmed = zone.trimmed();
    assertEquals(580, trimmed.sample().wave().length());
    assertEquals(0, trimmed.startFrame());
    float[] before = zone.toZone().sample().left();
    float[] after = trimmed.toZone().sample().left();
    for (int frame = 0; frame < 600; frame++) {
      assertEquals(before[Sample.GUARD + 120 + frame], after[Sample.GUARD + frame]);
    }
    assertSame(trimmed.trimmed().sample().loop(), Loop.FORWARD);
    assertEquals(580, trimmed.trimmed().sample().wave().length());
  }

  @Test
  void what_does_not_fit_is_moved_to_where_it_does() {
    EditedSample sample = sine(1, 100);
    EditedSample loop = sample.withLoop(Loop.FORWARD, 90, 10);
    assertEquals(8, loop.loopStart());
    assertEquals(10, loop.loopEnd());
    EditedZone zone = new EditedZone(Trigger.keys(0, 9), loop, 200, 5_000, 99, Sound.PLAIN);
    assertEquals(127, zone.rootKey());
    assertEquals(1_200, zone.tuneCents());
    assertEquals(9, zone.startFrame());
  }

  @Test
  void a_drum_that_is_looped_obeys_its_key() {
    EditedZone drum =
        new EditedZone(
            Trigger.keys(0, 127), sine(1, 100), 60, 0, 0, new TestSound().oneShot().sound());
    assertTrue(drum.sound().oneShot());
    EditedSample loop = drum.sample().withLoop(Loop.FORWARD);
    assertEquals(false, drum.withSample(loop).sound().oneShot());
  }

  @Test
  void zones_that_would_answer_the_same_key_are_refused() {
    Sample sample = Samples.oneShot("s", RATE, 0, 1, 0);
    EditedPatch patch =
        EditedPatch.of(
            new Patch(
                "two",
                List.of(
                    new Zone(0, 59, sample, 48, 0, 0, Sound.PLAIN),
                    new Zone(60, 127, sample, 72, 0, 0, Sound.PLAIN))));
    EditedZone first = patch.zones().getFirst();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> patch.withZone(0, first.withTrigger(Trigger.keys(0, 60))));
    assertEquals("zone 2 answers some of these keys already", e.getMessage());
    assertEquals(
        50,
        patch
            .withZone(0, first.withTrigger(Trigger.keys(0, 50)))
            .zones()
            .get(0)
            .trigger()
            .highKey());
  }

  private static EditedPatch zones(Trigger... triggers) {
    Sample sample = Samples.oneShot("s", RATE, 0, 1, 0);
    return EditedPatch.of(
        new Patch(
            "some",
            java.util.Arrays.stream(triggers)
                .map(t -> new Zone(t, sample, 60, 0, 0, Sound.PLAIN))
                .toList()));
  }

  private static List<Trigger> triggers(EditedPatch patch) {
    assertEquals(patch.zones().size(), patch.toPatch().zones().size(), "it can be played");
    return patch.zones().stream().map(EditedZone::trigger).toList();
  }

  @Test
  void a_copy_takes_the_free_keys_above_or_else_those_below() {
    EditedPatch patch = zones(Trigger.keys(20, 30), Trigger.keys(50, 99));
    assertEquals(
        List.of(Trigger.keys(20, 30), Trigger.keys(31, 49), Trigger.keys(50, 99)),
        triggers(patch.withCopy(0)));
    assertEquals(List.of(Trigger.keys(100, 127)), triggers(patch.withCopy(1)).subList(2, 3));
    EditedPatch full = zones(Trigger.keys(20, 30), Trigger.keys(31, 127));
    assertEquals(Trigger.keys(0, 19), triggers(full.withCopy(1)).get(2));
    Trigger soft = Trigger.keys(0, 127).velocities(1, 63);
    Trigger hard = Trigger.keys(0, 80).velocities(64, 127);
    assertEquals(
        Trigger.keys(81, 127).velocities(64, 127),
        triggers(zones(soft, hard).withCopy(1)).get(2),
        "keys are free that only softer presses play");
  }

  @Test
  void where_no_key_is_free_a_copy_sounds_in_another_layer() {
    EditedPatch patch = zones(Trigger.keys(0, 127));
    for (int layer = 1; layer < Trigger.LAYERS; layer++) {
      patch = patch.withCopy(0);
    }
    assertEquals(List.of(0, 3, 2, 1), triggers(patch).stream().map(Trigger::layer).toList());
    EditedPatch full = patch;
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> full.withCopy(0));
    assertTrue(e.getMessage().contains("no free key"), e.getMessage());
  }

  @Test
  void a_zone_is_split_at_a_key_and_both_parts_keep_all_else() {
    Trigger hard = Trigger.keys(10, 20).velocities(64, 127).inLayer(2).choking(3, 4);
    EditedPatch patch = zones(hard).withSplit(0, 15);
    assertEquals(List.of(hard.atKeys(10, 14), hard.atKeys(15, 20)), triggers(patch));
    assertEquals(patch.zones().get(0).sound(), patch.zones().get(1).sound());
    assertSame(patch.zones().get(0).sample(), patch.zones().get(1).sample());
    for (int key : new int[] {10, 21, 0}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> zones(hard).withSplit(0, key));
      assertTrue(e.getMessage().endsWith("at 11-20"), e.getMessage());
    }
  }

  @Test
  void any_zone_but_the_last_can_be_deleted() {
    EditedPatch patch = zones(Trigger.keys(0, 9), Trigger.keys(10, 19), Trigger.keys(20, 29));
    assertEquals(List.of(Trigger.keys(0, 9), Trigger.keys(20, 29)), triggers(patch.withoutZone(1)));
    EditedPatch last = patch.withoutZone(0).withoutZone(0);
    assertEquals(List.of(Trigger.keys(20, 29)), triggers(last));
    assertThrows(IllegalArgumentException.class, () -> last.withoutZone(0));
  }

  @Test
  void the_amounts_of_macros_are_a_table() {
    Sound sound =
        new TestSound()
            .macro(0, Target.PITCH_CENTS, 100)
            .macro(1, Target.GAIN_DB, -6)
            .macro(0, Target.PITCH_CENTS, 20)
            .sound();
    assertEquals(120, MacroAmounts.of(sound, 0, Target.PITCH_CENTS), "both together");
    assertEquals(0, MacroAmounts.of(sound, 0, Target.GAIN_DB));
    Sound other = MacroAmounts.with(sound, 0, Target.PITCH_CENTS, 50);
    assertEquals(
        List.of(new MacroRoute(0, Target.PITCH_CENTS, 50), new MacroRoute(1, Target.GAIN_DB, -6)),
        other.macros());
    assertEquals(
        List.of(new MacroRoute(1, Target.GAIN_DB, -6)),
        MacroAmounts.with(other, 0, Target.PITCH_CENTS, 0).macros());
    assertEquals(
        7, MacroAmounts.of(MacroAmounts.with(other, 3, Target.GAIN_DB, 7), 3, Target.GAIN_DB));
    assertEquals(other, MacroAmounts.with(other, 2, Target.CUTOFF_CENTS, 0));
  }

  @Test
  void a_rate_that_no_file_can_say_goes_into_the_tuning() {
    Sample amiga = Samples.oneShot("amiga", 8_287.137, Waves.sine(4, 256));
    EditedZone zone =
        EditedPatch.of(new Patch("a", List.of(Zone.of(amiga, 60, Sound.PLAIN)))).zones().getFirst();
    assertEquals(8_287, zone.sample().wave().rateHz());
    assertEquals(Measure.cents(8_287.137, 8_287), zone.tuneCents(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {55, 110.3, 261.63, 440, 1_003.7, 2_093})
  void the_pitch_of_a_wave_is_measured(double hz) {
    float[] wave = Waves.sine(hz, RATE); // hz turns in a second
    for (int i = 0; i < wave.length; i++) { // with overtones, the second louder than the first
      double turn = 2 * Math.PI * hz * i / RATE;
      wave[i] = (float) (0.3 * wave[i] + 0.5 * Math.sin(2 * turn) + 0.2 * Math.sin(3 * turn));
    }
    EditedSample sample = EditedSample.of(Samples.oneShot("tone", RATE, wave));
    assertEquals(0, Measure.cents(PitchEstimate.hz(sample), hz), 2);
    assertEquals(
        0, Measure.cents(PitchEstimate.hz(sample.withLoop(Loop.FORWARD, 10_000, 40_000)), hz), 2);
  }

  @Test
  void a_short_loop_has_the_pitch_of_its_turns() {
    EditedSample sample =
        EditedSample.of(
            Samples.looped(
                "square", 8_363, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, -1));
    assertEquals(0, Measure.cents(PitchEstimate.hz(sample), 8_363 / 16.0), 1);
  }

  @Test
  void noise_has_no_pitch() {
    java.util.Random random = new java.util.Random(3);
    float[] wave = new float[20_000];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = random.nextFloat() - 0.5f;
    }
    assertTrue(Double.isNaN(PitchEstimate.hz(EditedSample.of(Samples.oneShot("n", RATE, wave)))));
    assertTrue(Double.isNaN(PitchEstimate.hz(EditedSample.of(Samples.oneShot("0", RATE, 0, 0)))));
  }
}

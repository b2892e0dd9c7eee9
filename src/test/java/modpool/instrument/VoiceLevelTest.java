package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import modpool.dsp.Envelope;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.patch.MacroRoute;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.testing.Measure;
import modpool.testing.Player;
import modpool.testing.Player.Kind;
import modpool.testing.Samples;
import modpool.testing.TestSound;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// How loud a voice is: envelopes, knobs, the filter, and notes that take each other's place. A
/// sample that is 1 for ever shows the gain itself.
class VoiceLevelTest {
  private static final int RATE = Player.RATE;
  private static final Sample ONE = Samples.looped("one", RATE, Waves.constant(1, 64));

  @ParameterizedTest
  @EnumSource
  void without_an_attack_the_first_frame_is_at_full_gain(Kind kind) {
    for (int frame : new int[] {0, 1, 31, 32, 45}) {
      Player player = Player.of(kind, Interpolation.CUBIC, 4, new TestSound().of(ONE));
      player.play(frame);
      float[] heard = player.keyDown(60).play(100);
      assertEquals(Player.MIDDLE, heard[0], 1e-6, "at frame " + frame);
      assertEquals(Player.MIDDLE, heard[99], 1e-6, "at frame " + frame);
    }
  }

  @Test
  void the_envelope_keeps_its_times() {
    // delay 20, attack 100, hold 50, decay 200 to 0.25, release 300 ms
    Envelope envelope = new Envelope(20, 100, 50, 200, 0.25, 300);
    Player player = Player.of(gain(new TestSound().amplitude(envelope)));
    float[] held = player.keyDown(60).playMs(1_000);
    float[] released = player.keyUp(60).playMs(700);

    assertEquals(0, Measure.peak(Measure.slice(held, 0, ms(19))));
    assertEquals(0.5, held[ms(70)], 0.01);
    assertEquals(0.9, held[ms(110)], 0.01);
    assertEquals(1, held[ms(125)], 1e-3);
    assertEquals(1, held[ms(168)], 1e-3);
    double timeConstant = 200 / Math.log(1000);
    for (int after = 10; after <= 200; after += 10) {
      double wanted = 0.25 + 0.75 * Math.exp(-after / timeConstant);
      assertEquals(wanted, held[ms(170 + after)], 0.01, after + " ms after hold");
    }
    assertEquals(0.25, held[ms(500)], 1e-4);
    assertEquals(0.25, released[0], 1e-3);
    assertEquals(-60, Measure.dB(released[ms(300)] / 0.25), 0.5);
    assertEquals(-20, Measure.dB(released[ms(300 * 3.89 / 9.2334)] / 0.25), 0.3);
    assertTrue(player.instrument().isSilent(), "below -102 dB it is off");
  }

  @Test
  void a_key_up_on_the_way_up_falls_from_where_it_is() {
    Envelope envelope = new Envelope(0, 100, 0, 0, 1, 100);
    for (int held : new int[] {2_400, 2_411, 2_431}) {
      Player player = Player.of(gain(new TestSound().amplitude(envelope)));
      float[] rising = player.keyDown(60).play(held);
      float[] falling = player.keyUp(60).play(9_600);

      double reached = held / (0.1 * RATE);
      assertEquals(reached, rising[held - 1], 0.001);
      assertEquals(reached, falling[0], 0.001);
      assertTrue(Measure.peak(falling) < reached + 0.001, "no further up");
      assertEquals(-60, Measure.dB(falling[4_800] / reached), 0.5);
    }
  }

  @Test
  void a_held_note_whose_sustain_is_nothing_ends() {
    Envelope pluck = new Envelope(0, 0, 0, 100, 0, 100);
    Player player = Player.of(gain(new TestSound().amplitude(pluck)));
    float[] heard = player.keyDown(60).playMs(250);

    assertEquals(-60, Measure.dB(heard[ms(100)]), 0.5);
    assertTrue(player.instrument().isSilent());
  }

  @Test
  void a_one_shot_does_not_mind_its_key_going_up() {
    Sample sample = Samples.oneShot("one", RATE, Waves.constant(1, 4_000));
    Player player = Player.of(new TestSound().oneShot().of(sample));
    player.keyDown(60).play(100);
    float[] heard = player.keyUp(60).play(5_000);

    assertEquals(Player.MIDDLE, heard[3_800], 1e-6);
    assertTrue(player.instrument().isSilent());
  }

  @ParameterizedTest
  @CsvSource({"127, 1", "64, 0.25395", "1, 0.000062"})
  void velocity_is_squared(int velocity, double gain) {
    for (Kind kind : Kind.values()) {
      Patch patch = gain(new TestSound().velocityTracking(1));
      Player player = Player.of(kind, Interpolation.CUBIC, 4, patch);
      assertEquals(gain, player.keyDown(60, velocity).play(64)[63], 1e-5);
    }
  }

  @Test
  void pan_keeps_the_power() {
    for (double pan = -1; pan <= 1; pan += 0.125) {
      Player player = Player.of(new TestSound().pan(pan).of(ONE));
      double left = player.keyDown(60).play(64)[63];
      double right = player.right()[63];
      assertEquals(1, left * left + right * right, 1e-5);
      assertEquals(Math.cos((pan + 1) * Math.PI / 4), left, 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void knobs_turn_without_a_corner(Kind kind) {
    // A corner in the gain would bend the output; a 20 Hz sine itself hardly bends.
    Patch patch = new TestSound().of(Waves.sineLoop(20, RATE));
    Player player = Player.of(kind, Interpolation.CUBIC, 4, patch);
    double steady = Measure.largestBend(player.keyDown(60).play(RATE / 4));
    player.instrument().controls().setGain(0.3f);
    player.instrument().controls().setPan(-0.7f);
    float[] turning = player.play(RATE / 4);

    double corner = kind == Kind.SIMPLE ? 1e-3 : 2e-4; // the simple instrument draws lines
    assertTrue(Measure.largestBend(turning) < steady + corner, "" + Measure.largestBend(turning));
    assertEquals(0.3 * Math.cos(0.3 * Math.PI / 4), Measure.peak(player.play(2_400)), 1e-3);
  }

  @Test
  void a_knob_is_where_it_was_set_when_a_note_begins() {
    Player player = Player.of(gain(new TestSound()));
    player.instrument().controls().setGain(0.5f);

    assertEquals(0.5, player.keyDown(60).play(1)[0], 1e-6);
  }

  @Test
  void an_oscillator_swings_the_level_in_dB() {
    Lfo tremolo = new Lfo(Lfo.Shape.TRIANGLE, 5, 0, 0, 0, 0, 6);
    float[] heard = Player.of(gain(new TestSound().lfo1(tremolo))).keyDown(60).play(RATE);

    assertEquals(6, Measure.dB(heard[ms(50)]), 0.1);
    assertEquals(3, Measure.dB(heard[ms(75)]), 0.1);
    assertEquals(-6, Measure.dB(heard[ms(150)]), 0.1);
    assertEquals(6, Measure.dB(heard[ms(850)]), 0.1);
  }

  @Test
  void a_macro_moves_what_it_is_routed_to() {
    TestSound sound = new TestSound().macro(2, MacroRoute.Target.GAIN_DB, -12);
    Player player = Player.of(gain(sound)).keyDown(60);
    player.play(64);
    player.instrument().controls().setMacro(2, 0.5f);

    assertEquals(-6, Measure.dB(player.play(64)[63]), 0.01);
  }

  // ---- the low pass

  @ParameterizedTest
  @CsvSource({
    "1000, 0",
    "1000, 12",
    "1000, 24",
    "200, 0",
    "60, 6",
    "5000, 3",
    "12000, 0",
    "20, 0",
    "37, 9"
  })
  void the_low_pass_follows_its_formula(double cutoffHz, double resonanceDb) {
    double damping = Math.sqrt(2) / Math.pow(10, resonanceDb / 20);
    for (double ratio : new double[] {0.25, 0.7, 1, 1.4, 3}) {
      double hz = Math.rint(cutoffHz * ratio);
      if (hz > 15_000) {
        continue;
      }
      TestSound sound = new TestSound().lowPass(cutoffHz, resonanceDb);
      Player player = Player.of(Interpolation.NEAREST, gain(sound, Waves.sineLoop(hz, RATE)));
      player.keyDown(60).play(RATE); // until it has settled
      double w = Math.tan(Math.PI * hz / RATE) / Math.tan(Math.PI * cutoffHz / RATE);
      double wanted = 1 / Math.hypot(1 - w * w, damping * w);
      double heard = Measure.amplitude(player.play(RATE), RATE, hz);
      assertEquals(Measure.dB(wanted), Measure.dB(heard), 0.1, hz + " Hz");
    }
  }

  @Test
  void a_butterworth_is_3_dB_down_at_its_cutoff() {
    TestSound sound = new TestSound().lowPass(1_000, 0);
    Player player = Player.of(Interpolation.NEAREST, gain(sound, Waves.sineLoop(1_000, RATE)));
    player.keyDown(60).play(RATE / 4);

    assertEquals(-3.01, Measure.dB(Measure.amplitude(player.play(RATE), RATE, 1_000)), 0.02);
  }

  @Test
  void a_filter_lets_a_constant_through_as_it_is() {
    for (double cutoffHz : new double[] {20, 55, 300, 4_000, 19_000}) {
      Player player = Player.of(gain(new TestSound().lowPass(cutoffHz, 0))).keyDown(60);
      player.play(2 * RATE);
      assertEquals(1, player.play(10)[9], 1e-4, cutoffHz + " Hz");
    }
  }

  @Test
  void the_second_envelope_opens_the_filter() {
    Envelope step = new Envelope(100, 0, 0, 0, 1, 60);
    TestSound sound = new TestSound().lowPass(200, 0).modulation(step, 0, 2_400);
    Player player = Player.of(Interpolation.NEAREST, gain(sound, Waves.sineLoop(800, RATE)));
    player.keyDown(60).playMs(50);
    double closed = Measure.amplitude(player.playMs(50), RATE, 800);
    player.playMs(50);
    double open = Measure.amplitude(player.playMs(100), RATE, 800);

    assertEquals(-24.1, Measure.dB(closed), 0.5);
    assertEquals(-3, Measure.dB(open), 0.1);
  }

  // ---- notes in each other's place

  @ParameterizedTest
  @EnumSource
  void a_stolen_voice_plays_its_new_note_at_once(Kind kind) {
    Patch silent = new TestSound().of(Samples.looped("zero", RATE, new float[64]));
    Player player = Player.of(kind, Interpolation.CUBIC, 4, silent);
    for (int key = 50; key < 54; key++) {
      player.keyDown(key).play(100);
    }
    player.instrument().setPatch(new TestSound().of(ONE));

    List<Integer> stolen = stolenFrom(player);
    player.keyDown(60);
    assertEquals(List.of(50), stolen, "the oldest goes");
    assertEquals(Player.MIDDLE, player.play(1)[0], 1e-6);
    assertEquals(4, player.instrument().activeVoices());
  }

  /// The keys of the voices that will be stolen.
  private static List<Integer> stolenFrom(Player player) {
    List<Integer> keys = new ArrayList<>();
    player.instrument().setStealListener((_, key) -> keys.add(key));
    return keys;
  }

  @ParameterizedTest
  @EnumSource
  void the_fourth_of_four_held_keys_sounds_and_the_fifth_steals(Kind kind) {
    Player player = Player.of(kind, Interpolation.CUBIC, 4, new TestSound().of(ONE));
    List<Integer> stolen = stolenFrom(player);
    for (int held = 1; held <= 4; held++) {
      player.keyDown(50 + held);
      assertEquals(List.of(), stolen);
      assertEquals(held * Player.MIDDLE, player.play(64)[63], 1e-5);
    }
    player.keyDown(60);
    assertEquals(List.of(51), stolen);
    float[] heard = player.play(480);
    assertEquals(5 * Player.MIDDLE, heard[0], 0.01, "the old one is just beginning to fade");
    assertEquals(4 * Player.MIDDLE, heard[240], 1e-5, "and gone after 5 ms");
  }

  @ParameterizedTest
  @EnumSource
  void a_second_steal_within_the_fade_goes_on_from_the_same_value(Kind kind) {
    Player player = Player.of(kind, Interpolation.CUBIC, 1, new TestSound().of(ONE));
    player.keyDown(50).play(1_000);
    player.instrument().setPatch(new TestSound().of(Samples.looped("zero", RATE, new float[64])));
    float last = player.keyDown(51).play(77)[76];
    assertTrue(last > 0.5, "" + last);
    for (int again = 0; again < 5; again++) { // each replaces the tail of the one before
      float[] heard = player.keyDown(52 + again).play(10);
      assertEquals(last, heard[0], 0.01);
      last = heard[9];
    }
    assertEquals(0, Measure.peak(Measure.slice(player.play(600), 240, 600)));
    assertFalse(player.instrument().isSilent(), "the last of them is held");
  }

  @Test
  void stealing_a_note_on_its_way_out_does_not_click() {
    Sample sine = Waves.sineLoop(100, RATE);
    for (int passed = 0; passed < 1_200; passed += 53) {
      Player player = Player.of(Kind.POOLED, Interpolation.CUBIC, 1, new TestSound().of(sine));
      double steady = Measure.largestBend(player.keyDown(60).play(4_800));
      float[] heard = new float[2_000];
      player.keyUp(60);
      System.arraycopy(player.play(passed), 0, heard, 0, passed);
      player.instrument().setPatch(new TestSound().of(Samples.looped("zero", RATE, new float[64])));
      player.keyDown(61);
      System.arraycopy(player.play(600), 0, heard, passed, 600);
      double stolen = Measure.largestBend(Measure.slice(heard, 0, passed + 600));
      assertTrue(stolen < 1.5 * steady, passed + " frames after key-up: " + stolen / steady);
    }
  }

  private static Patch gain(TestSound sound) {
    return gain(sound, ONE);
  }

  /// So that the left side is the gain.
  private static Patch gain(TestSound sound, Sample sample) {
    return sound.pan(-1).of(sample);
  }

  private static int ms(double ms) {
    return (int) Math.round(ms * RATE / 1_000);
  }
}

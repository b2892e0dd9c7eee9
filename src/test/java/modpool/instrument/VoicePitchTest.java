package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import modpool.dsp.Envelope;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
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
import org.junit.jupiter.params.provider.ValueSource;

/// Where in its sample a voice reads: pitch, loops, ends, and what moves the pitch.
class VoicePitchTest {
  private static final int RATE = Player.RATE;
  private static final int LONG = 1 << 18;

  @ParameterizedTest
  @EnumSource
  void every_key_has_its_pitch(Kind kind) {
    Patch patch = new TestSound().of(Waves.sineLoop(200, RATE));
    for (int key = 24; key <= 108; key += 7) {
      float[] heard =
          Player.of(kind, Interpolation.CUBIC, 4, patch).keyDown(key).play(RATE + RATE / 2);
      double wanted = 200 * Math.pow(2, (key - 60) / 12.0);
      double hz = Measure.frequency(heard, RATE, wanted * 1.001);
      assertEquals(0, Measure.cents(hz, wanted), 0.02, "key " + key);
    }
  }

  @Test
  void a_module_sample_at_key_60_sounds_at_period_428() {
    double rateHz = 3_546_895.0 / 428;
    Patch patch = new TestSound().of(Samples.looped("32", rateHz, Waves.sine(1, 32)));

    float[] heard = Player.of(Interpolation.SINC, patch).keyDown(60).play(RATE);

    assertEquals(0, Measure.cents(Measure.frequency(heard, RATE, 259), rateHz / 32), 0.02);
  }

  @ParameterizedTest
  @EnumSource
  void no_drift_over_a_minute(Kind kind) {
    int window = 1 << 13;
    double hz = 200 * Math.pow(2, 7 / 12.0);
    Patch patch = new TestSound().of(Waves.sineLoop(200, RATE));
    Player player = Player.of(kind, Interpolation.CUBIC, 4, patch).keyDown(67);

    float[] minute = player.play(60 * RATE);

    double first = Measure.phase(minute, 0, window, RATE, hz);
    double last = Measure.phase(minute, minute.length - window, window, RATE, hz);
    assertEquals(first, last, 1e-4, "radians");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 31, 64, 1000})
  void a_forward_loop_repeats_to_the_frame(int length) {
    float[] wave = noise(1_200);
    Sample sample = Waves.loop(Loop.FORWARD, 100, 100 + length, RATE, wave);

    float[] heard = loud(sample).keyDown(60).play(5_000);

    float[] wanted = new float[heard.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = wave[i < 100 ? i : 100 + (i - 100) % length];
    }
    assertArrayEquals(wanted, heard, 1e-6f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 31, 64, 1000})
  void a_ping_pong_loop_turns_at_both_ends(int length) {
    float[] wave = noise(1_200);
    Sample sample = Waves.loop(Loop.PING_PONG, 100, 100 + length, RATE, wave);

    float[] heard = loud(sample).keyDown(60).play(5_000);

    float[] wanted = new float[heard.length];
    for (int i = 0; i < wanted.length; i++) {
      int turn = i < 100 ? 0 : (i - 100) % (2 * length);
      wanted[i] = wave[i < 100 ? i : 100 + Math.min(turn, 2 * length - 1 - turn)];
    }
    assertArrayEquals(wanted, heard, 1e-6f);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEAREST")
  void a_loop_joins_without_a_bend(Interpolation kind) {
    float[] sine = Waves.sine(20, 2_000);
    Sample forward = Waves.loop(Loop.FORWARD, 500, 1_500, RATE, sine);
    float[] half = Waves.sine(5, 500, 0.25 + 5 * 0.5 / 500); // its peaks are where it turns
    Sample pingPong = Waves.loop(Loop.PING_PONG, 0, 500, RATE, half);
    for (Sample sample : new Sample[] {forward, pingPong}) {
      for (int key : new int[] {48, 57, 60, 65, 79}) {
        float[] heard = Player.of(kind, new TestSound().of(sample)).keyDown(key).play(20_000);
        float[] steady = Measure.slice(heard, 100, 100 + 200);
        double once = Measure.largestBend(steady);
        double ever = Measure.largestBend(Measure.slice(heard, 100, heard.length));
        assertEquals(1, ever / once, 0.05, sample + " at key " + key);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 1000", "72, 500", "48, 2000", "67, 668", "66, 708"})
  void a_one_shot_ends_to_the_frame(int key, int frames) {
    for (Kind kind : Kind.values()) {
      Sample sample = Samples.oneShot("one", RATE, Waves.constant(1, 1_000));
      Player player = Player.of(kind, Interpolation.NEAREST, 4, new TestSound().of(sample));

      float[] heard = player.keyDown(key).play(3_000);

      assertEquals(Player.MIDDLE, heard[frames - 1], 1e-6);
      assertEquals(0, heard[frames]);
      assertEquals(0, Measure.peak(Measure.slice(heard, frames, 3_000)));
      assertTrue(player.instrument().isSilent());
    }
  }

  @Test
  void a_note_begins_where_its_zone_says() {
    float[] wave = noise(1_000);
    Patch patch = new TestSound().of(Samples.oneShot("noise", RATE, wave), 321);

    float[] heard = Player.of(Interpolation.NEAREST, patch).keyDown(60).play(700);

    assertEquals(wave[321] * Player.MIDDLE, heard[0], 1e-6);
    assertEquals(wave[999] * Player.MIDDLE, heard[678], 1e-6);
    assertEquals(0, heard[679]);
  }

  @Test
  void an_oscillator_swings_the_pitch_at_its_rate_and_depth() {
    Lfo vibrato = new Lfo(Lfo.Shape.SINE, 4, 0, 0, 100, 0, 0);
    double[] cents = path(Player.of(ramp(new TestSound().lfo1(vibrato))), 60, 48_000, 480);

    for (int i = 0; i < cents.length; i++) {
      double turn = (i + 0.5) * 480 / RATE * 4;
      assertEquals(100 * Math.sin(2 * Math.PI * turn), cents[i], 3, "window " + i);
    }
  }

  @Test
  void an_oscillator_waits_and_then_fades_in() {
    Lfo late = new Lfo(Lfo.Shape.SQUARE, 0.5, 200, 400, 100, 0, 0);
    double[] cents = path(Player.of(ramp(new TestSound().lfo2(late))), 60, 48_000, 480);

    assertEquals(0, cents[10], 0.1);
    assertEquals(50, cents[40], 2); // halfway up at 400 ms
    assertEquals(100, cents[70], 0.5);
  }

  @Test
  void the_wheel_adds_vibrato_of_fifty_cents() {
    Player player = Player.of(ramp(new TestSound()));
    player.instrument().controls().setVibratoCents(50);
    double[] cents = path(player, 60, 48_000, 480); // at the idle oscillator's 5 Hz

    assertEquals(50, cents[4], 2);
    assertEquals(-50, cents[14], 2);
  }

  @Test
  void the_second_envelope_moves_the_pitch() {
    Envelope fall = new Envelope(0, 0, 0, 100, 0.25, 60);
    double[] cents =
        path(Player.of(ramp(new TestSound().modulation(fall, 800, 0))), 60, 24_000, 96);

    double timeConstant = 0.1 / Math.log(1000);
    assertEquals(200 + 600 * Math.exp(-0.001 / timeConstant), cents[0], 15);
    assertEquals(200 + 600 * Math.exp(-0.021 / timeConstant), cents[10], 10);
    assertEquals(200, cents[200], 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 59, 61, 72})
  void a_glide_is_a_straight_line_in_pitch(int from) {
    Player player = Player.of(ramp(new TestSound().glideMs(200)));
    player.keyDown(from).play(96);
    player.keyUp(from).play(40_000);
    double[] cents = path(player, 60, 24_000, 96);

    double distance = (from - 60) * 100;
    for (int i = 0; i < cents.length; i++) {
      double left = Math.max(0, 1 - (i + 0.5) * 96 / (0.2 * RATE));
      assertEquals(distance * left, cents[i], 6, "window " + i);
    }
  }

  @Test
  void a_bend_is_heard_at_its_own_frame() {
    Player player = Player.of(ramp(new TestSound())).keyDown(60);
    float[] before = player.play(1_001);
    player.instrument().controls().setBendCents(1_200);
    player.instrument().refreshPitch();
    float[] after = player.play(100);

    double step = (before[1_000] - before[999]) / Player.MIDDLE * LONG;
    assertEquals(1, step, 0.02);
    assertEquals(2, (after[1] - after[0]) / Player.MIDDLE * LONG, 0.02);
    assertEquals(1, (after[0] - before[1_000]) / Player.MIDDLE * LONG, 0.02);
  }

  @Test
  void bends_do_not_hurry_envelopes_or_glides() {
    Envelope slow = new Envelope(10, 50, 20, 500, 0.3, 400);
    TestSound sound = new TestSound().amplitude(slow).modulation(slow, 300, 0).glideMs(300);
    Patch one = sound.of(Samples.looped("one", RATE, Waves.constant(1, 64)));

    double snr = Measure.snrDb(bent(Player.of(one), 10_000), bent(Player.of(one), 7));
    assertTrue(snr > 60, "levels are the same: SNR " + snr);

    double calm = bent(Player.of(ramp(sound)), 10_000)[19_000];
    double busy = bent(Player.of(ramp(sound)), 7)[19_000];
    double scale = LONG / Player.MIDDLE / 0.3; // at the sustain level
    assertEquals(calm * scale, busy * scale, 30, "sample frames, of some 20,000");
  }

  /// Plays with the wheel touched, but not moved, every so many frames.
  private static float[] bent(Player player, int every) {
    float[] heard = new float[40_000];
    player.keyDown(50).play(100);
    player.keyUp(50).keyDown(60);
    for (int frame = 0; frame + every <= heard.length; frame += every) {
      if (frame >= 20_000 && frame < 20_000 + every) {
        player.keyUp(60);
      }
      player.instrument().refreshPitch();
      System.arraycopy(player.play(every), 0, heard, frame, every);
    }
    return heard;
  }

  /// A patch whose output is the place in its sample.
  private static Patch ramp(TestSound sound) {
    float[] wave = new float[LONG];
    for (int i = 0; i < LONG; i++) {
      wave[i] = (float) i / LONG;
    }
    return sound.of(Samples.oneShot("ramp", RATE, wave));
  }

  /// The pitch in cents over the sample's own, by windows.
  private static double[] path(Player player, int key, int frames, int window) {
    float[] place = player.keyDown(key).play(frames + 1);
    double[] cents = new double[frames / window];
    for (int i = 0; i < cents.length; i++) {
      double moved = (place[(i + 1) * window] - place[i * window]) / Player.MIDDLE * LONG;
      cents[i] = Measure.cents(moved / window, 1);
    }
    return cents;
  }

  private static Player loud(Sample sample) {
    return Player.of(Interpolation.NEAREST, new TestSound().gain(1 / Player.MIDDLE).of(sample));
  }

  private static float[] noise(int frames) {
    Random random = new Random(5);
    float[] noise = new float[frames];
    for (int i = 0; i < frames; i++) {
      noise[i] = random.nextFloat() * 2 - 1;
    }
    return noise;
  }
}

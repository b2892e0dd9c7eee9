package modpool.patch.soundfont;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import modpool.io.file.BadFileException;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Measure;
import modpool.testing.Player;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFontReaderTest {
  private static final int LOOPED = 1;

  @Test
  void a_note_sounds_at_its_pitch_whatever_root_correction_tuning_and_scale() throws Exception {
    for (int scale : new int[] {100, 50}) {
      byte[] file =
          sine(57, -20)
              .instrument("i")
              .play(
                  Generator.SAMPLE_MODES,
                  LOOPED,
                  Generator.COARSE_TUNE,
                  -1,
                  Generator.SCALE_TUNING,
                  scale,
                  Generator.FINE_TUNE,
                  13,
                  Generator.SAMPLE,
                  0)
              .preset("p", 0, 0)
              .use(Generator.FINE_TUNE, 5, Generator.INSTRUMENT, 0)
              .bytes();
      double hz = 480 * Math.pow(2, ((64 - 57) * scale - 20 - 100 + 18) / 1200.0);

      float[] heard = Player.of(only(file)).keyDown(64).play(48_000);

      assertEquals(0, Measure.cents(Measure.frequency(heard, 48_000, hz), hz), 0.05);
    }
  }

  @Test
  void a_preset_adds_to_its_instrument_and_ranges_are_intersected() throws Exception {
    Zone zone =
        only(sine(60, 0)
                .instrument("i")
                .play(
                    Generator.KEY_RANGE,
                    range(30, 90),
                    Generator.PAN,
                    100,
                    Generator.ATTENUATION,
                    100,
                    Generator.SAMPLE,
                    0)
                .preset("p", 0, 0)
                .use(
                    Generator.KEY_RANGE,
                    range(60, 100),
                    Generator.PAN,
                    -350,
                    Generator.ATTENUATION,
                    150,
                    Generator.VELOCITY_RANGE,
                    range(0, 64),
                    Generator.INSTRUMENT,
                    0)
                .bytes())
            .zones()
            .getFirst();

    assertEquals(60, zone.lowKey());
    assertEquals(90, zone.highKey());
    assertEquals(1, zone.trigger().lowVelocity());
    assertEquals(64, zone.trigger().highVelocity());
    assertEquals(-0.5, zone.sound().pan());
    assertEquals(-10, Measure.dB(zone.sound().gain()), 1e-6, "25 dB of an EMU8000 are 10");
  }

  @ParameterizedTest
  @ValueSource(ints = {5000, -5, 1})
  void a_preset_cannot_say_which_sample_sounds(int sample) throws Exception {
    Patch patch =
        only(
            sine(60, 0)
                .instrument("i")
                .play(Generator.SAMPLE, 0)
                .preset("p", 0, 0)
                .use(Generator.SAMPLE, sample, Generator.INSTRUMENT, 0)
                .bytes());

    assertEquals(1, patch.zones().size());
  }

  @Test
  void a_global_zone_holds_where_a_local_one_says_nothing() throws Exception {
    List<Zone> zones =
        only(sine(60, 0)
                .instrument("i")
                .play(Generator.PAN, 500, Generator.ROOT_KEY, 48)
                .play(Generator.KEY_RANGE, range(0, 59), Generator.SAMPLE, 0)
                .play(Generator.KEY_RANGE, range(60, 127), Generator.PAN, 0, Generator.SAMPLE, 0)
                .preset("p", 0, 0)
                .use(Generator.INSTRUMENT, 0)
                .bytes())
            .zones();

    assertEquals(1, zones.get(0).sound().pan());
    assertEquals(0, zones.get(1).sound().pan());
    assertEquals(48, zones.get(1).rootKey());
    assertSame(zones.get(0).sample(), zones.get(1).sample());
  }

  @Test
  void envelope_filter_and_oscillators_are_translated() throws Exception {
    Sound sound =
        only(sine(60, 0)
                .instrument("i")
                .play(
                    34,
                    -1200,
                    36,
                    0,
                    37,
                    1000,
                    38,
                    1200, // attack, decay, sustain, release
                    Generator.FILTER_CUTOFF,
                    6900,
                    Generator.FILTER_Q,
                    60,
                    Generator.VIB_LFO_TO_PITCH,
                    25,
                    Generator.VIB_LFO_RATE,
                    -85,
                    Generator.MOD_LFO_TO_VOLUME,
                    30,
                    Generator.MOD_ENV_TO_CUTOFF,
                    2400,
                    Generator.EXCLUSIVE_CLASS,
                    3,
                    Generator.SAMPLE,
                    0)
                .preset("p", 0, 0)
                .use(Generator.INSTRUMENT, 0)
                .bytes())
            .zones()
            .getFirst()
            .sound();

    assertEquals(500, sound.amplitude().attackMs(), 0.01);
    assertEquals(600, sound.amplitude().decayMs(), 0.01, "60 of 100 dB");
    assertEquals(0, sound.amplitude().sustain());
    assertEquals(1200, sound.amplitude().releaseMs(), 0.01);
    assertEquals(440, sound.filter().cutoffHz(), 0.1);
    assertEquals(6, sound.filter().resonanceDb());
    assertEquals(25, sound.lfo1().toPitchCents());
    assertEquals(7.78, sound.lfo1().rateHz(), 0.01);
    assertEquals(3, sound.lfo2().toGainDb());
    assertEquals(2400, sound.modulationToCutoffCents());
  }

  @Test
  void a_hard_panned_pair_of_samples_becomes_one_in_stereo() throws Exception {
    SoundFontBytes font =
        new SoundFontBytes()
            .sample("L", 48_000, 60, 0, 4, 1, 0, 100, wave(100, 8000))
            .sample("R", 48_000, 60, 0, 2, 0, 0, 100, wave(100, -4000))
            .instrument("i")
            .play(Generator.PAN, 500, Generator.SAMPLE_MODES, LOOPED, Generator.SAMPLE, 1)
            .play(Generator.PAN, -500, Generator.SAMPLE_MODES, LOOPED, Generator.SAMPLE, 0)
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0);

    Patch patch = only(font.bytes());
    Player player = Player.of(patch).keyDown(60);
    float[] left = player.play(4800);

    assertEquals(1, patch.zones().size());
    assertTrue(patch.zones().getFirst().sample().isStereo());
    double full = 8000 / 32768.0;
    assertEquals(full, Measure.peak(left), 0.01, "as loud as the left half, hard left");
    assertEquals(full / 2, Measure.peak(player.right()), 0.01);
  }

  @Test
  void drums_are_kits_and_other_banks_are_kept_apart() throws Exception {
    SoundFont font =
        read(
            sine(60, 0)
                .instrument("i")
                .play(Generator.EXCLUSIVE_CLASS, 5, Generator.SAMPLE, 0)
                .preset("Piano", 0, 0)
                .use(Generator.INSTRUMENT, 0)
                .preset("Kit", 8, 128)
                .use(Generator.INSTRUMENT, 0)
                .preset("Other", 3, 8)
                .use(Generator.INSTRUMENT, 0)
                .bytes());

    Bank first = font.banks().get(0);
    assertEquals("Piano", first.program(0).name());
    assertEquals("Kit", first.kit(8).name());
    assertNull(first.program(3));
    assertEquals("Other", font.banks().get(8).program(3).name());
    assertEquals(5, first.kit(8).zones().getFirst().trigger().chokes());
    assertEquals(5, first.kit(8).zones().getFirst().trigger().chokedBy());
  }

  @Test
  void the_lowest_eight_of_24_bits_are_read() throws Exception {
    Patch patch =
        only(
            new SoundFontBytes()
                .sample("x", 8000, 60, 0, 1, 0, 0, 0, (short) 0x4000, (short) -1)
                .fine(1, 0xFF)
                .instrument("i")
                .play(Generator.SAMPLE, 0)
                .preset("p", 0, 0)
                .use(Generator.INSTRUMENT, 0)
                .bytes());

    float[] read = patch.zones().getFirst().sample().recorded(0);

    assertEquals(0.5f + 0x1p-23f, read[0]);
    assertEquals(-0x1p-23f, read[1]);
    assertEquals(Loop.NONE, patch.zones().getFirst().sample().loop());
  }

  @Test
  void what_a_zone_says_after_its_sample_is_passed_over() throws Exception {
    byte[] file =
        sine(60, 0)
            .instrument("i")
            .play(Generator.PAN, 100, Generator.SAMPLE, 0, Generator.PAN, -500)
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0, Generator.KEY_RANGE, range(0, 9))
            .bytes();

    Zone zone = only(file).zones().getFirst();
    assertEquals(0.2, zone.sound().pan(), 1e-9);
    assertEquals(127, zone.highKey());
  }

  @Test
  void a_loop_that_leaves_its_sample_ends_with_it() throws Exception {
    byte[] file =
        new SoundFontBytes()
            .sample("sine", 48_000, 60, 0, 1, 0, 100, 1040, wave(1000, 16_000))
            .instrument("i")
            .play(Generator.SAMPLE_MODES, LOOPED, Generator.SAMPLE, 0)
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0)
            .bytes();

    Sample sample = only(file).zones().getFirst().sample();
    assertEquals(Loop.FORWARD, sample.loop());
    assertEquals(100, sample.loopStart());
    assertEquals(1000, sample.loopEnd());
  }

  @Test
  void what_is_wrong_is_said() {
    assertEquals(
        "x.sf2: is not a SoundFont (it does not begin with RIFF and sfbk)",
        complaint("RIFF".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "x.sf2: is damaged: its preset 'p' names instrument 7, which is beyond the end",
        complaint(
            sine(60, 0)
                .instrument("i")
                .play(Generator.SAMPLE, 0)
                .preset("p", 0, 0)
                .use(Generator.INSTRUMENT, 7)
                .bytes()));
    assertEquals("x.sf2: has no preset that sounds", complaint(sine(60, 0).bytes()));
  }

  @Test
  void zones_with_more_than_any_instrument_has_are_refused() {
    SoundFontBytes font = sine(60, 0).instrument("i").play(Generator.PAN, 0);
    for (int i = 0; i <= 128; i++) {
      font.modulator(0x0002, Generator.FILTER_CUTOFF, i);
    }
    font.play(Generator.SAMPLE, 0).preset("p", 0, 0).use(Generator.INSTRUMENT, 0);
    assertEquals(
        "x.sf2: is damaged: its instrument 'i' has 129 modulators in a zone, more than 128",
        complaint(font.bytes()));

    byte[] generators =
        sine(60, 0)
            .instrument("i")
            .play(new int[2 * 129])
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0)
            .bytes();
    assertEquals(
        "x.sf2: is damaged: its instrument 'i' has 129 generators in a zone, more than 128",
        complaint(generators));
  }

  @Test
  void presets_whose_zones_multiply_are_refused_before_they_are_laid_over_each_other() {
    SoundFontBytes font = sine(60, 0).instrument("i");
    for (int i = 0; i < 1500; i++) {
      font.play(Generator.SAMPLE, 0);
    }
    font.preset("p", 0, 0);
    for (int i = 0; i < 1500; i++) {
      font.use(Generator.INSTRUMENT, 0);
    }

    assertEquals("x.sf2: has more than 100000 zones", complaint(font.bytes()));
  }

  @Test
  void presets_that_share_zones_are_refused() {
    byte[] file =
        sine(60, 0)
            .instrument("i")
            .play(Generator.SAMPLE, 0)
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0)
            .use(Generator.INSTRUMENT, 0)
            .preset("nobody's", 200, 0)
            .preset("q", 1, 0)
            .bytes();
    int heads = new String(file, StandardCharsets.ISO_8859_1).indexOf("phdr") + 8;
    file[heads + 2 * 38 + 24] = 0; // q begins where p does

    assertEquals("x.sf2: is damaged: its preset 'q' shares zones with another", complaint(file));
  }

  @Test
  void no_damage_leads_to_anything_but_a_message() {
    byte[] whole =
        sine(60, 0)
            .instrument("i")
            .play(Generator.SAMPLE_MODES, LOOPED, Generator.PAN, -500, Generator.SAMPLE, 0)
            .modulator(0x0002, Generator.FILTER_CUTOFF, 1200)
            .play(Generator.KEY_RANGE, range(0, 59), Generator.PAN, 500, Generator.SAMPLE, 0)
            .preset("p", 0, 0)
            .use(Generator.INSTRUMENT, 0)
            .preset("q", 1, 128)
            .use(Generator.INSTRUMENT, 0)
            .bytes();
    Random random = new Random(1);
    int tables = new String(whole, StandardCharsets.ISO_8859_1).indexOf("pdta");
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = whole.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        int from = random.nextInt(4) == 0 ? 0 : tables;
        damaged[from + random.nextInt(damaged.length - from)] = (byte) random.nextInt();
      }
      if (random.nextInt(10) == 0) {
        damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      }
      try {
        read(damaged);
      } catch (BadFileException e) {
        refused++;
        assertTrue(e.getMessage().startsWith("x.sf2: "), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
      }
    }
    assertTrue(refused > 1000, "the damage is real: " + refused);
  }

  /// A font with a sine of 480 Hz at its rate of 48 kHz.
  private static SoundFontBytes sine(int key, int correction) {
    return new SoundFontBytes()
        .sample("sine", 48_000, key, correction, 1, 0, 0, 1000, wave(1000, 16_000));
  }

  private static short[] wave(int frames, int peak) {
    short[] wave = new short[frames];
    for (int i = 0; i < frames; i++) {
      wave[i] = (short) Math.round(peak * Math.sin(2 * Math.PI * i / 100));
    }
    return wave;
  }

  private static int range(int low, int high) {
    return high << 8 | low;
  }

  private static Patch only(byte[] file) throws BadFileException {
    return read(file).banks().get(0).program(0);
  }

  private static SoundFont read(byte[] file) throws BadFileException {
    return SoundFontReader.read("x.sf2", file);
  }

  private static String complaint(byte[] file) {
    return assertThrows(BadFileException.class, () -> read(file)).getMessage();
  }
}

package modpool.patch.gravis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import modpool.dsp.Envelope;
import modpool.io.file.BadFileException;
import modpool.patch.Patch;
import modpool.patch.Sample.Loop;
import modpool.patch.Zone;
import modpool.patch.foreign.ForeignPatch;
import modpool.testing.Measure;
import modpool.testing.Player;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;

class GravisReaderTest {
  private static final int LOOPED = PatBytes.LOOP | PatBytes.SUSTAIN | PatBytes.ENVELOPE;
  private static final int A4_MILLI_HZ = 440_000;

  @Test
  void a_note_sounds_at_its_pitch_in_8_and_16_bits_signed_and_unsigned() throws Exception {
    for (int modes : new int[] {0, 1, 2, 3}) {
      Patch patch = patch(sine(modes | LOOPED).rateHz(48_000).pitch(0, 20_000_000, A4_MILLI_HZ));
      assertEquals(modes % 2 == 0 ? 8 : 16, patch.zones().getFirst().sample().bits());
      for (int key : new int[] {57, 64}) { // the sine is of 480 Hz at key 69
        assertPitch(480 * Math.pow(2, (key - 69) / 12.0), patch, key);
      }
    }
  }

  @Test
  void a_loop_of_a_broken_number_of_frames_keeps_its_pitch_however_it_turns() throws Exception {
    for (int bits : new int[] {0, PatBytes.BITS_16}) {
      for (int turning : new int[] {0, PatBytes.PING_PONG, PatBytes.REVERSE}) {
        // A cosine of 99 5/16 frames; turned back at its peaks, it goes on. It begins at frame 100.
        double period = 99 + 5 / 16.0;
        boolean reversed = turning == PatBytes.REVERSE;
        float[] wave = new float[500];
        for (int i = 0; i < wave.length; i++) {
          double at = (reversed ? 400 - i : i - 100) / period;
          wave[i] = (float) (0.9 * Math.cos(2 * Math.PI * at));
        }
        PatBytes.Wave looped = new PatBytes.Wave(bits | turning | LOOPED, wave).rateHz(48_000);
        // As many turns as make it as long as the file says: 198 10/16 frames are two.
        Patch patch = patch(reversed ? looped.loop(202, 400, 0xA0) : looped.loop(100, 298, 0xA0));

        assertPitch(48_000 / period * Math.pow(2, 12 / 1200.0 * 100), patch, 72);
      }
    }
  }

  @Test
  void a_whole_loop_is_kept_as_it_is() throws Exception {
    PatBytes.Wave wave = sine(PatBytes.PING_PONG | LOOPED).loop(100, 700, 0x33);
    Zone zone = patch(wave).zones().getFirst();

    assertEquals(Loop.PING_PONG, zone.sample().loop());
    assertEquals(100, zone.sample().loopStart());
    assertEquals(700, zone.sample().loopEnd());
  }

  @Test
  void keys_choose_the_wave_of_their_pitch_and_beyond_all_ranges_the_nearest() throws Exception {
    byte[] file =
        new PatBytes()
            .add(sine(LOOPED).pitch(65_400, 130_000, 98_000))
            .add(sine(LOOPED).pitch(130_001, 523_000, 261_626))
            .layer()
            .add(sine(LOOPED).pitch(261_600, 261_700, 261_626))
            .bytes();
    Patch patch = read(file).patch();

    assertEquals(43, patch.zoneFor(0).rootKey());
    assertEquals(43, patch.zoneFor(47).rootKey());
    assertEquals(60, patch.zoneFor(48).rootKey());
    assertEquals(60, patch.zoneFor(127).rootKey());
    assertEquals(2, patch.strike(60, 100).size(), "two layers");
  }

  @Test
  void a_scale_and_a_place_are_kept() throws Exception {
    Patch half = patch(sine(LOOPED).rateHz(48_000).pitch(0, 20_000_000, 261_626).scale(60, 512));
    assertPitch(480 * Math.pow(2, 3 / 12.0), half, 66);
    Patch fixed = patch(sine(LOOPED).rateHz(48_000).pitch(0, 20_000_000, 130_813).scale(60, 0));
    assertPitch(960, fixed, 30);
    assertEquals(1, patch(sine(0).balance(15)).zones().getFirst().sound().pan());
    assertEquals(0, patch(sine(0).balance(7)).zones().getFirst().sound().pan());
    assertEquals(-1, patch(sine(0).balance(0)).zones().getFirst().sound().pan());
  }

  @Test
  void the_envelope_is_heard() throws Exception {
    // Up at once; 96 offsets (36.12 dB) down, 21 sixteenths of one in each 512 frames of 44100 Hz.
    int[] rates = {63, 192 + 21, 63, 192 + 21, 63, 63};
    Patch patch =
        patch(sine(LOOPED).rateHz(48_000).envelope(rates, new int[] {246, 150, 150, 0, 0, 0}));
    Envelope envelope = patch.zones().getFirst().sound().amplitude();
    double offsets = 21 * 44_100 / 512.0 / 16; // a second
    double dbPerSecond = offsets * 20 * Math.log10(2) / 16;

    assertEquals(-36.12, Measure.dB(envelope.sustain()), 0.01);
    assertEquals(60_000 / dbPerSecond * (1 - envelope.sustain()), envelope.decayMs(), 0.01);
    assertEquals(60_000 / dbPerSecond, envelope.releaseMs(), 0.01);
    Player player = Player.of(patch).keyDown(60);
    double early = Measure.rms(player.playMs(20));
    player.playMs(2000);
    double late = Measure.rms(player.playMs(100));
    assertEquals(-36.1, Measure.dB(late / early), 1.5);
    player.keyUp(60);
    player.playMs(1500);
    assertTrue(Measure.peak(player.playMs(100)) < 1e-4, "comes down to silence");
  }

  @Test
  void a_drum_that_neither_loops_nor_sustains_plays_to_its_end() throws Exception {
    Patch patch = patch(sine(PatBytes.ENVELOPE));
    Player player = Player.of(patch).keyDown(60);
    player.playMs(1);
    player.keyUp(60);

    assertTrue(patch.zones().getFirst().sound().oneShot());
    assertTrue(Measure.peak(Measure.slice(player.playMs(20), 480, 900)) > 0.4);
  }

  @Test
  void tremolo_and_vibrato_are_kept_in_their_units() throws Exception {
    Zone zone = patch(sine(LOOPED).moving(38, 76, 128, 19, 190, 64)).zones().getFirst();

    assertEquals(2, zone.sound().lfo2().rateHz());
    assertEquals(1000, zone.sound().lfo2().fadeMs());
    assertEquals(-10 * Math.log10(0.75), zone.sound().lfo2().toGainDb(), 1e-9);
    assertEquals(5, zone.sound().lfo1().rateHz());
    assertEquals(500, zone.sound().lfo1().fadeMs());
    assertEquals(100, zone.sound().lfo1().toPitchCents());
    assertFalse(patch(sine(LOOPED).moving(0, 212, 0, 0, 212, 0)).zones().getFirst().movesPitch());
  }

  @Test
  void what_is_not_played_is_told_once() throws Exception {
    byte[] file =
        new PatBytes()
            .add(sine(LOOPED).loop(5, 5000, 0))
            .add(new PatBytes.Wave(0))
            .add(sine(0x80).pitch(0, 0, 0).balance(99))
            .bytes();
    file[82] = 3;

    assertEquals(
        List.of(
            "instrument beyond the first",
            "wave without a sound: wave",
            "loop outside its wave: wave"),
        read(file).unmapped());
    assertEquals(
        List.of(
            "root frequency that is none: wave is taken for middle C",
            "clamped release",
            "balance beyond 15: in the middle"),
        read(new PatBytes().add(sine(0x80).pitch(0, 0, 0).balance(99)).bytes()).unmapped());
  }

  @Test
  void more_than_four_layers_are_refused() throws Exception {
    PatBytes file = new PatBytes().add(sine(LOOPED));
    for (int layer = 1; layer < 4; layer++) {
      file.layer().add(sine(LOOPED));
    }
    assertEquals(4, read(file.bytes()).patch().strike(60, 100).size());

    byte[] more = file.layer().add(sine(LOOPED)).bytes();
    assertEquals(
        "x.pat: has 5 layers, and a patch at most 4; it is damaged",
        assertThrows(BadFileException.class, () -> read(more)).getMessage());
  }

  @Test
  void a_file_cut_anywhere_is_refused_in_a_line_that_says_where() {
    byte[] whole = new PatBytes().add(sine(LOOPED)).bytes();
    for (int length = 8; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      String message = assertThrows(BadFileException.class, () -> read(cut)).getMessage();
      assertTrue(message.startsWith("x.pat: is "), message);
      assertEquals(1, message.lines().count());
    }
  }

  @Test
  void any_bytes_are_read_and_played_or_refused_in_a_line() throws Exception {
    byte[] whole =
        new PatBytes()
            .add(sine(1 | LOOPED).moving(1, 2, 3, 4, 5, 6).loop(100, 300, 0x52))
            .layer()
            .add(sine(PatBytes.PING_PONG | LOOPED))
            .bytes();
    Random random = new Random(5);
    int played = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] damaged = whole.clone();
      for (int n = random.nextInt(12); n >= 0; n--) {
        // Most of it is waveform; half of the changes are in the headers.
        int below = random.nextBoolean() ? damaged.length : 129 + 63 + 47 + 96;
        damaged[22 + random.nextInt(below - 22)] = (byte) random.nextInt(256);
      }
      try {
        Player.of(read(damaged).patch()).keyDown(random.nextInt(128)).play(64);
        played++;
      } catch (BadFileException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
    assertTrue(played > 500, "most damage leaves something: " + played);
  }

  private static void assertPitch(double hz, Patch patch, int key) {
    Player player = Player.of(patch).keyDown(key);
    player.play(2400);
    float[] heard = player.play(48_000);
    assertEquals(0, Measure.cents(Measure.frequency(heard, 48_000, hz), hz), 1, "key " + key);
    assertTrue(Measure.rms(heard) > 0.2);
  }

  /// A sine of 10 cycles in 1000 frames that loops as a whole.
  private static PatBytes.Wave sine(int modes) {
    return new PatBytes.Wave(modes, Waves.sine(10, 1000)).loop(0, 1000, 0);
  }

  private static Patch patch(PatBytes.Wave wave) throws BadFileException {
    return read(new PatBytes().add(wave).bytes()).patch();
  }

  private static ForeignPatch read(byte[] file) throws BadFileException {
    return GravisReader.read(Path.of("x.pat"), file);
  }
}

package modpool.patch.wave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import modpool.io.file.BadFileException;
import modpool.patch.Patch;
import modpool.patch.Recording;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.WavReader;
import modpool.testing.Measure;
import modpool.testing.Player;
import modpool.testing.Samples;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
  @Test
  void an_8svx_has_its_rate_loop_and_signed_points() throws BadFileException {
    Recording svx =
        one(new IffBytes("8SVX").voice(2, 3, 8363, 1, 0).chunk("BODY", bytes(-128, 0, 64, 32, 1)));

    assertArrayEquals(new float[] {-1, 0, 0.5f, 0.25f, 1 / 128f}, svx.left());
    assertEquals(8363, svx.rateHz());
    assertEquals(Loop.FORWARD, svx.loop());
    assertEquals(2, svx.loopStart());
    assertEquals(5, svx.loopEnd());
    assertEquals(60, svx.rootKey());
  }

  @Test
  void fibonacci_deltas_are_undone_as_the_8svx_paper_says() throws BadFileException {
    // A pad byte, the value before the first, then nibbles: 15 is +21, 0 is -34, 8 is 0, 9 is +1.
    Recording svx =
        one(new IffBytes("8SVX").voice(4, 0, 8000, 1, 1).chunk("BODY", bytes(0, 10, 0xF0, 0x89)));

    assertArrayEquals(new float[] {31 / 128f, -3 / 128f, -3 / 128f, -2 / 128f}, svx.left());
  }

  @Test
  void the_right_side_of_a_stereo_8svx_stands_behind_the_left() throws BadFileException {
    Recording svx =
        one(
            new IffBytes("8SVX")
                .voice(2, 0, 8000, 1, 0)
                .chunk("CHAN", bytes(0, 0, 0, 6))
                .chunk("BODY", bytes(64, 32, -64, -32)));

    assertArrayEquals(new float[] {0.5f, 0.25f}, svx.left());
    assertArrayEquals(new float[] {-0.5f, -0.25f}, svx.right());
  }

  @Test
  void each_octave_of_an_8svx_plays_its_own_keys_and_all_are_in_tune() throws BadFileException {
    byte[] body = new byte[64 + 128 + 256];
    for (int octave = 0, at = 0; octave < 3; octave++) {
      int cycle = 32 << octave;
      for (int i = 0; i < 64 << octave; i++, at++) {
        body[at] = (byte) Math.round(100 * Math.sin(2 * Math.PI * i / cycle));
      }
    }
    byte[] file = new IffBytes("8SVX").voice(0, 64, 16_744, 3, 0).chunk("BODY", body).bytes();

    Patch patch = SampleFiles.patch(Path.of("voice.8svx"), file).patch();

    assertEquals(3, patch.zones().size());
    assertEquals(256, patch.zoneFor(40).sample().length());
    assertEquals(128, patch.zoneFor(48).sample().length());
    assertEquals(64, patch.zoneFor(60).sample().length());
    for (int key : new int[] {40, 50, 59, 60, 72}) {
      double hz = 16_744 / 32.0 * Math.pow(2, (key - 60) / 12.0);
      double heard = Measure.frequency(Player.of(patch).keyDown(key).play(48_000), 48_000, hz);
      assertEquals(0, Measure.cents(heard, hz), 0.5, "key " + key);
    }
  }

  @Test
  void an_aiff_has_big_endian_points_of_any_width() throws BadFileException {
    assertArrayEquals(
        new float[] {-1, 0.5f},
        one(new IffBytes("AIFF").common(1, 2, 8, 22_050, "").sound(bytes(-128, 64))).left());
    assertArrayEquals(
        new float[] {-1, 0.5f},
        one(new IffBytes("AIFF").common(1, 2, 16, 22_050, "").sound(bytes(0x80, 0, 0x40, 0)))
            .left());
    Recording wide =
        one(new IffBytes("AIFF").common(2, 1, 24, 44_100, "").sound(bytes(0x80, 0, 0, 0x40, 0, 1)));
    assertArrayEquals(new float[] {-1}, wide.left());
    assertArrayEquals(new float[] {0.5f + 0x1p-23f}, wide.right());
    assertEquals(44_100, wide.rateHz());
    assertEquals(24, wide.bits());
  }

  @Test
  void an_aifc_may_be_little_endian_or_floats() throws BadFileException {
    byte[] half = ByteBuffer.allocate(4).putFloat(0.5f).array();

    assertArrayEquals(
        new float[] {-1, 0.5f},
        one(new IffBytes("AIFC").common(1, 2, 16, 8000, "sowt").sound(bytes(0, 0x80, 0, 0x40)))
            .left());
    assertArrayEquals(
        new float[] {0.5f},
        one(new IffBytes("AIFC").common(1, 1, 32, 8000, "fl32").sound(half)).left());
  }

  @Test
  void markers_and_instrument_give_an_aiff_its_loop_key_and_level() throws BadFileException {
    Recording aiff =
        one(
            new IffBytes("AIFF")
                .common(1, 8, 8, 8000, "")
                .sound(new byte[8])
                .markers(2, 6)
                .instrument(57, -12, 40, 70, -3, 2));

    assertEquals(57, aiff.rootKey());
    assertEquals(-12, aiff.tuneCents());
    assertEquals(-3, aiff.gainDb());
    assertEquals(40, aiff.trigger().lowKey());
    assertEquals(Loop.PING_PONG, aiff.loop());
    assertEquals(2, aiff.loopStart());
    assertEquals(6, aiff.loopEnd());
  }

  @Test
  void raw_points_get_rate_and_loop_by_word() throws BadFileException {
    Recording raw = new RawFormat(8287, 1, 2).read("x.raw", bytes(64, -64, 32, 0));

    assertArrayEquals(new float[] {0.5f, -0.5f, 0.25f, 0}, raw.left());
    assertEquals(1, raw.loopStart());
    assertEquals(3, raw.loopEnd());
    assertEquals(
        "x.raw: has 4 frames; a loop of 9 from 1 does not lie in them",
        assertThrows(
                BadFileException.class, () -> new RawFormat(8287, 1, 9).read("x.raw", new byte[4]))
            .getMessage());
  }

  @Test
  void a_wav_that_was_written_is_read_back_point_by_point() throws BadFileException {
    for (int bits : new int[] {8, 16, 24, 32}) {
      float[] left = new float[101];
      float[] right = new float[101];
      Random random = new Random(bits);
      for (int i = 0; i < left.length; i++) {
        left[i] = point(random, bits);
        right[i] = point(random, bits);
      }
      Sample sample =
          new Sample.Builder("x", left, right)
              .rateHz(22_050)
              .bits(bits)
              .loop(Loop.PING_PONG, 20, 101)
              .build();

      Recording read = WavReader.read("x.wav", new WavSample(sample, 57, 30).toBytes());

      assertArrayEquals(left, read.left(), bits + " bits");
      assertArrayEquals(right, read.right(), bits + " bits");
      assertEquals(bits, read.bits());
      assertEquals(Loop.PING_PONG, read.loop());
      assertEquals(20, read.loopStart());
      assertEquals(101, read.loopEnd());
      assertEquals(57 * 100 - 30, read.rootKey() * 100 - read.tuneCents(), 1e-6);
    }
  }

  private static float point(Random random, int bits) {
    int kept = Math.min(bits, 24); // a float keeps no more
    int whole = random.nextInt(1 << kept) - (1 << kept - 1);
    return whole / (float) (1 << kept - 1);
  }

  @Test
  void a_wav_tells_the_pitch_of_a_rate_that_is_no_whole_number() throws BadFileException {
    Sample amiga = Samples.looped("x", 3546895 / 428.0, Waves.sine(1, 64));

    Recording read = WavReader.read("x.wav", new WavSample(amiga, 60, 0).toBytes());

    double hz =
        read.rateHz() * Math.pow(2, (read.tuneCents() + 100 * (60 - read.rootKey())) / 1200);
    assertEquals(0, Measure.cents(hz, 3546895 / 428.0), 1e-5);
  }

  @Test
  void an_8svx_that_was_written_is_read_back_with_its_loop() throws BadFileException {
    float[] wave = {0, 0.5f, -1, 0.25f, -0.5f, 1 / 128f};
    Sample sample =
        new Sample.Builder("bell", wave, null)
            .rateHz(8363)
            .bits(8)
            .loop(Loop.FORWARD, 2, 6)
            .build();

    Recording read = only(new SvxSample(sample, 0, 0.5).toBytes());

    assertArrayEquals(wave, read.left());
    assertNull(read.right());
    assertEquals(8363, read.rateHz());
    assertEquals(2, read.loopStart());
    assertEquals(6, read.loopEnd());
    assertEquals(-6.02, read.gainDb(), 0.01);
  }

  @Test
  void a_loop_that_turns_back_is_unrolled_for_an_8svx() throws BadFileException {
    Sample sample =
        new Sample.Builder("x", new float[] {0, 0.25f, 0.5f}, new float[] {0, -0.25f, -0.5f})
            .rateHz(8000)
            .loop(Loop.PING_PONG, 1, 3)
            .build();

    Recording read = only(new SvxSample(sample, 0, 1).toBytes());

    assertArrayEquals(new float[] {0, 0.25f, 0.5f, 0.5f, 0.25f}, read.left());
    assertArrayEquals(new float[] {0, -0.25f, -0.5f, -0.5f, -0.25f}, read.right());
    assertEquals(1, read.loopStart());
    assertEquals(5, read.loopEnd());
  }

  @Test
  void an_8svx_sounds_at_key_60_as_the_sample_does_or_octaves_lower() throws BadFileException {
    Sample sample = Samples.looped("x", 44_100, Waves.sine(1, 64));

    assertEquals(22_050, only(new SvxSample(sample, -1200, 1).toBytes()).rateHz());
    SvxSample high = new SvxSample(sample, 1200, 1);
    assertEquals(1, high.octavesLower());
    assertEquals(44_100, only(high.toBytes()).rateHz());
  }

  @Test
  void what_is_wrong_is_said() {
    assertEquals("x: has no VHDR chunk; it is damaged", complaint(new IffBytes("8SVX").bytes()));
    assertEquals(
        "x: is compressed in way 7, which nobody has described",
        complaint(new IffBytes("8SVX").voice(1, 0, 8000, 1, 7).chunk("BODY", bytes(1, 2)).bytes()));
    assertEquals(
        "x: has 6 channels; only mono and stereo can be played",
        complaint(new IffBytes("AIFF").common(6, 1, 8, 8000, "").sound(new byte[6]).bytes()));
    assertEquals(
        "x: is coded as 'ima4' with 16 bits; save it uncompressed (NONE, sowt or fl32)",
        complaint(new IffBytes("AIFC").common(1, 1, 16, 8000, "ima4").sound(new byte[6]).bytes()));
    assertEquals(
        "x: is cut short: 3 of its 99 frames are there",
        complaint(new IffBytes("AIFF").common(1, 99, 8, 8000, "").sound(new byte[3]).bytes()));
    assertEquals(
        "x: is an IFF file, but neither 8SVX nor AIFF: there is no sample in it",
        complaint(new IffBytes("ILBM").bytes()));
  }

  @Test
  void no_damage_leads_to_anything_but_a_message() {
    List<byte[]> files =
        List.of(
            new IffBytes("8SVX").voice(5, 8, 8000, 2, 0).chunk("BODY", new byte[60]).bytes(),
            new IffBytes("8SVX").voice(5, 8, 8000, 1, 1).chunk("BODY", new byte[60]).bytes(),
            new IffBytes("AIFC")
                .common(2, 9, 16, 8000, "sowt")
                .sound(new byte[36])
                .markers(2, 6)
                .instrument(57, -12, 40, 70, -3, 2)
                .bytes());
    Random random = new Random(1);
    for (int i = 0; i < 30_000; i++) {
      byte[] whole = files.get(i % files.size());
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        SampleFiles.patch(Path.of("x"), damaged);
      } catch (BadFileException e) {
        assertTrue(e.getMessage().startsWith("x: "), e.getMessage());
      }
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static Recording one(IffBytes file) throws BadFileException {
    return only(file.bytes());
  }

  private static Recording only(byte[] file) throws BadFileException {
    List<Recording> all = SampleFiles.read("x", file);
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private static String complaint(byte[] file) {
    return assertThrows(BadFileException.class, () -> SampleFiles.read("x", file)).getMessage();
  }
}

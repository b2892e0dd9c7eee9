package modpool.patch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import modpool.io.file.BadFileException;
import org.junit.jupiter.api.Test;

class WavReaderTest {
  @Test
  void eight_bits_are_unsigned() throws IOException {
    Recording wav = read(wav(1, 1, 8, 0, 128, 255));

    assertArrayEquals(new float[] {-1, 0, 127 / 128f}, wav.left());
    assertEquals(8, wav.bits());
  }

  @Test
  void sixteen_bits_are_signed() throws IOException {
    Recording wav = read(WavBytes.mono(22_050, -32_768, 0, 16_384));

    assertArrayEquals(new float[] {-1, 0, 0.5f}, wav.left());
    assertEquals(22_050, wav.rateHz());
    assertNull(wav.right());
  }

  @Test
  void twenty_four_bits_are_signed() throws IOException {
    Recording wav = read(wav(1, 1, 24, 0, 0, 0x80, 0, 0, 0x40, 1, 0, 0, 0xFF, 0xFF, 0xFF));

    assertArrayEquals(new float[] {-1, 0.5f, 0x1p-23f, -0x1p-23f}, wav.left());
  }

  @Test
  void thirty_two_bits_are_integers_or_floats_as_the_format_says() throws IOException {
    byte[] half = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f).array();

    assertArrayEquals(new float[] {0.5f}, read(wav(1, 1, 32, 0, 0, 0, 0x40)).left());
    assertArrayEquals(
        new float[] {0.5f},
        read(new WavBytes().format(3, 1, 8000, 32).chunk("data", half).bytes()).left());
    assertArrayEquals(
        new float[] {0.5f},
        read(new WavBytes().extensible(3, 1, 8000, 32).chunk("data", half).bytes()).left());
  }

  @Test
  void stereo_is_parted() throws IOException {
    Recording wav = read(wav(1, 2, 8, 128, 192, 64, 128));

    assertArrayEquals(new float[] {0, -0.5f}, wav.left());
    assertArrayEquals(new float[] {0.5f, 0}, wav.right());
  }

  @Test
  void the_smpl_chunk_gives_root_key_tuning_and_loop() throws IOException {
    Recording wav =
        read(
            new WavBytes()
                .format(1, 1, 8000, 8)
                .chunk("data", new byte[100])
                .smpl(48, 0x4000_0000, 1, 10, 19)
                .bytes());

    assertEquals(48, wav.rootKey());
    assertEquals(-25.0, wav.tuneCents(), "a quarter of a semitone sharp is tuned down");
    assertEquals(Sample.Loop.PING_PONG, wav.loop());
    assertEquals(10, wav.loopStart());
    assertEquals(20, wav.loopEnd());
  }

  @Test
  void without_a_smpl_chunk_the_root_is_key_60_and_nothing_loops() throws IOException {
    Recording wav = read(WavBytes.mono(8000, 1));

    assertEquals(60, wav.rootKey());
    assertEquals(0.0, wav.tuneCents());
    assertEquals(Sample.Loop.NONE, wav.loop());
  }

  @Test
  void a_loop_that_ends_one_frame_late_is_shortened() throws IOException {
    byte[] data = new byte[100];
    WavBytes wav = new WavBytes().format(1, 1, 8000, 8).chunk("data", data);

    assertEquals(100, read(wav.smpl(60, 0, 0, 0, 100).bytes()).loopEnd());
  }

  @Test
  void chunks_of_odd_length_are_padded_and_unknown_ones_passed_over() throws IOException {
    byte[] bytes =
        new WavBytes()
            .chunk("LIST", new byte[3])
            .format(1, 1, 8000, 8)
            .chunk("data", new byte[] {(byte) 192})
            .smpl(61, 0, 0, 0, 0)
            .bytes();

    assertArrayEquals(new float[] {0.5f}, read(bytes).left());
    assertEquals(61, read(bytes).rootKey());
  }

  @Test
  void a_streamed_file_ends_where_it_ends() throws IOException {
    WavBytes wav = new WavBytes().format(1, 1, 8000, 8).lyingChunk("data", -1, new byte[7]);

    assertEquals(7, read(wav.bytes()).frames());
  }

  @Test
  void the_inst_chunk_gives_key_tuning_level_and_ranges() throws IOException {
    Recording wav =
        read(
            new WavBytes()
                .format(1, 1, 8000, 8)
                .chunk("data", new byte[100])
                .chunk("inst", new byte[] {64, -7, -6, 60, 71, 80, 127})
                .bytes());

    assertEquals(64, wav.rootKey());
    assertEquals(-7, wav.tuneCents());
    assertEquals(-6, wav.gainDb());
    assertEquals(Trigger.keys(60, 71).velocities(80, 127), wav.trigger());
  }

  @Test
  void a_smpl_chunk_knows_the_pitch_better_than_an_inst_chunk() throws IOException {
    Recording wav =
        read(
            new WavBytes()
                .format(1, 1, 8000, 8)
                .chunk("data", new byte[100])
                .chunk("inst", new byte[] {64, -7, 0, 0, 0, 0, 0})
                .smpl(48, 0, 0, 10, 19)
                .bytes());

    assertEquals(48, wav.rootKey());
    assertEquals(0.0, wav.tuneCents());
    assertEquals(Trigger.keys(0, 127), wav.trigger(), "a range of nothing is none");
  }

  @Test
  void of_several_loops_the_first_counts_and_the_others_are_told() throws IOException {
    ByteBuffer smpl = ByteBuffer.allocate(84).order(ByteOrder.LITTLE_ENDIAN);
    smpl.putInt(12, 60).putInt(28, 2).putInt(44, 4).putInt(48, 7).putInt(68, 20).putInt(72, 30);
    byte[] data = new byte[100];
    WavBytes wav = new WavBytes().format(1, 1, 8000, 8).chunk("data", data);

    Recording read = read(wav.chunk("smpl", smpl.array()).bytes());

    assertEquals(4, read.loopStart());
    assertEquals(8, read.loopEnd());
    assertEquals(java.util.List.of("of its 2 loops all but the first"), read.notes());
  }

  @Test
  void floats_may_have_sixty_four_bits() throws IOException {
    byte[] half = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.5).array();

    assertArrayEquals(
        new float[] {0.5f},
        read(new WavBytes().format(3, 1, 8000, 64).chunk("data", half).bytes()).left());
  }

  @Test
  void what_is_wrong_is_said() {
    assertEquals(
        "x.wav: is not a WAV file (it does not begin with RIFF)",
        complaint("hello, I am text".getBytes()));
    assertEquals(
        "x.wav: has no data chunk; it is damaged",
        complaint(new WavBytes().format(1, 1, 8000, 8).bytes()));
    assertEquals("x.wav: has no fmt chunk; it is damaged", complaint(new WavBytes().bytes()));
    assertEquals(
        "x.wav: is cut short: its data chunk has 99 bytes, of which 7 are there",
        complaint(
            new WavBytes().format(1, 1, 8000, 8).lyingChunk("data", 99, new byte[7]).bytes()));
    assertEquals(
        "x.wav: has 6 channels; only mono and stereo can be played",
        complaint(wav(1, 6, 8, 1, 2, 3, 4, 5, 6)));
    assertEquals(
        "x.wav: is coded as format 2 with 4 bits; save it as PCM of 8, 16, 24 or 32 bits or as"
            + " floats",
        complaint(new WavBytes().format(2, 1, 8000, 4).chunk("data", new byte[9]).bytes()));
    assertEquals("x.wav: holds no sound: its data chunk is empty", complaint(wav(1, 1, 16, 1)));
    assertEquals(
        "x.wav: has a rate of 0 Hz; 1 to 1000000 are allowed",
        complaint(new WavBytes().format(1, 1, 0, 8).chunk("data", new byte[9]).bytes()));
  }

  @Test
  void a_float_that_is_no_number_is_refused() {
    byte[] nan = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0f / 0f).array();

    assertEquals(
        "x.wav: holds NaN at frame 0, which is no sound",
        complaint(new WavBytes().format(3, 1, 8000, 32).chunk("data", nan).bytes()));
  }

  @Test
  void a_loop_outside_the_sample_is_refused() {
    WavBytes wav = new WavBytes().format(1, 1, 8000, 8).chunk("data", new byte[10]);

    assertEquals(
        "x.wav: has a loop outside its 10 frames: 10 to 20",
        complaint(wav.smpl(60, 0, 0, 10, 20).bytes()));
  }

  @Test
  void no_damage_leads_to_anything_but_a_message() {
    byte[] whole =
        new WavBytes()
            .format(1, 2, 8000, 16)
            .chunk("data", new byte[40])
            .smpl(60, 0, 0, 2, 7)
            .bytes();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        read(damaged).toSample("x");
      } catch (BadFileException e) {
        assertTrue(e.getMessage().startsWith("x.wav: "), e.getMessage());
      }
    }
  }

  private static byte[] wav(int code, int channels, int bits, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return new WavBytes().format(code, channels, 8000, bits).chunk("data", bytes).bytes();
  }

  private static Recording read(byte[] bytes) throws BadFileException {
    return WavReader.read("x.wav", bytes);
  }

  private static String complaint(byte[] bytes) {
    return assertThrows(BadFileException.class, () -> read(bytes)).getMessage();
  }
}

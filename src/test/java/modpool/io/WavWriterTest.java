package modpool.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import modpool.io.WavWriter.Format;
import modpool.io.file.OutputException;
import modpool.io.file.OutputFile;
import modpool.testing.TroubledDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WavWriterTest {
  private static final int FRAMES = 50_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void the_bytes_are_the_same_for_any_block_size(Format format) throws Exception {
    byte[] whole = written(format, FRAMES);
    byte[] inBlocks = written(format, 64);
    byte[] inOddBlocks = written(format, 1013);

    assertArrayEquals(whole, inBlocks);
    assertArrayEquals(whole, inOddBlocks);
  }

  @ParameterizedTest
  @EnumSource
  void the_header_says_what_follows(Format format) throws Exception {
    byte[] bytes = written(format, FRAMES);
    ByteBuffer wav = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int sampleBytes = format == Format.PCM16 ? 2 : format == Format.PCM24 ? 3 : 4;
    int data = format == Format.FLOAT32 ? 58 : 44;

    assertEquals(data + FRAMES * 2 * sampleBytes, bytes.length);
    assertEquals(bytes.length - 8, wav.getInt(4));
    assertEquals(format == Format.FLOAT32 ? 3 : 1, wav.getShort(20));
    assertEquals(2, wav.getShort(22));
    assertEquals(48_000, wav.getInt(24));
    assertEquals(48_000 * 2 * sampleBytes, wav.getInt(28));
    assertEquals(2 * sampleBytes, wav.getShort(32));
    assertEquals(8 * sampleBytes, wav.getShort(34));
    assertEquals(bytes.length - data, wav.getInt(data - 4));
    assertEquals(0x61746164, wav.getInt(data - 8), "data");
    if (format == Format.FLOAT32) {
      assertEquals(0x74636166, wav.getInt(38), "fact");
      assertEquals(FRAMES, wav.getInt(46));
    }
  }

  @Test
  void floats_come_back_as_they_were() throws Exception {
    float[] left = noise(1);
    float[] right = noise(2);
    ByteBuffer wav = ByteBuffer.wrap(written(Format.FLOAT32, 64)).order(ByteOrder.LITTLE_ENDIAN);

    for (int i = 0; i < FRAMES; i++) {
      assertEquals(left[i], wav.getFloat(58 + i * 8));
      assertEquals(right[i], wav.getFloat(62 + i * 8));
    }
  }

  @Test
  void dither_is_triangular_and_leaves_the_mean_alone() throws Exception {
    float[] level = new float[FRAMES];
    java.util.Arrays.fill(level, 0.25f / 32768); // a quarter of a step
    ByteBuffer wav = wav(Format.PCM16, level, level);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < FRAMES * 2; i++) {
      int value = wav.getShort(44 + i * 2);
      assertTrue(Math.abs(value) <= 1, "a step's width to either side");
      sum += value;
      squares += (value - 0.25) * (value - 0.25);
    }

    assertEquals(0.25, sum / (FRAMES * 2), 0.01);
    assertEquals(0.25, squares / (FRAMES * 2), 0.01, "a quarter of a step squared at any level");
  }

  @Test
  void silence_is_silence() throws Exception {
    ByteBuffer wav = wav(Format.PCM24, new float[FRAMES], new float[FRAMES]);

    wav.position(44);
    while (wav.hasRemaining()) {
      assertEquals(0, wav.get());
    }
  }

  @Test
  void what_leaves_the_range_is_cut_and_counted_by_frame() throws Exception {
    Path path = folder.resolve("loud.wav");
    try (WavWriter writer = new WavWriter(path, 48_000, Format.PCM16)) {
      float[] left = {1, 1.5f, 0.5f, -3};
      float[] right = {-1, -2, 0.5f, 0};
      writer.write(left, right, 0, 4);
      writer.finish();

      assertEquals(2, writer.clippedFrames());
      assertEquals(3f, writer.peak());
      assertEquals(4, writer.frames());
    }
    ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(32767, wav.getShort(44 + 4));
    assertEquals(-32768, wav.getShort(44 + 6));
    assertEquals(-32768, wav.getShort(44 + 12));
  }

  @Test
  void a_file_takes_no_more_than_wav_can_say_and_can_be_finished_then() throws Exception {
    Path path = folder.resolve("long.wav");
    float[] block = {1, 0, 0, 0, 0};
    try (WavWriter writer = new WavWriter(new OutputFile(path), path, 48_000, Format.PCM16, 7)) {
      writer.write(block, block, 0, 5);
      OutputException e =
          assertThrows(OutputException.class, () -> writer.write(block, block, 0, 5));
      assertTrue(e.getMessage().contains("4 GiB"), e.getMessage());
      writer.finish();
    }
    ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(44 + 7 * 4, wav.capacity());
    assertEquals(7 * 4, wav.getInt(40));
    assertEquals(wav.getInt(44), wav.getInt(44 + 5 * 4), "what fits of the last block is there");
    assertEquals(((1L << 32) - 1 - 44) / 4, WavWriter.maxFrames(Format.PCM16));
  }

  @ParameterizedTest
  @EnumSource
  void what_a_full_disk_holds_is_whole_frames_under_a_header_that_says_so(Format format)
      throws Exception {
    Path path = folder.resolve("full.wav");
    int room = 150_001; // ends within a frame of any format
    long frames;
    try (WavWriter writer =
        new WavWriter(
            TroubledDraft.full(new OutputFile(path), room), path, 48_000, format, FRAMES)) {
      OutputException e =
          assertThrows(
              OutputException.class,
              () -> {
                writer.write(noise(1), noise(2), 0, FRAMES);
                writer.finish();
              });
      assertTrue(e.getMessage().contains("full"), e.getMessage());
      writer.finish();
      frames = writer.frames();
    }
    byte[] bytes = Files.readAllBytes(path);
    int data = format == Format.FLOAT32 ? 58 : 44;
    int size = format == Format.PCM16 ? 4 : format == Format.PCM24 ? 6 : 8;
    ByteBuffer wav = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals((room - data) / size, frames);
    assertEquals(data + frames * size, bytes.length);
    assertEquals(frames * size, wav.getInt(data - 4));
    byte[] whole = written(format, FRAMES);
    assertEquals(-1, Arrays.mismatch(bytes, data, bytes.length, whole, data, bytes.length));
  }

  @Test
  void nothing_is_left_of_a_file_whose_header_finds_no_room() throws Exception {
    Path path = folder.resolve("none.wav");
    TroubledDraft none = TroubledDraft.full(new OutputFile(path), 40);

    assertThrows(
        OutputException.class, () -> new WavWriter(none, path, 48_000, Format.PCM16, FRAMES));
    assertFolderIsEmpty();
  }

  @Test
  void nothing_is_left_of_a_file_that_was_given_up() throws Exception {
    WavWriter writer = new WavWriter(folder.resolve("half.wav"), 48_000, Format.PCM16);
    writer.write(new float[FRAMES], new float[FRAMES], 0, FRAMES);
    writer.close();

    assertFolderIsEmpty();
    assertThrows(OutputException.class, writer::finish);
    assertFolderIsEmpty();
  }

  private void assertFolderIsEmpty() throws IOException {
    try (var files = Files.list(folder)) {
      assertFalse(files.findAny().isPresent());
    }
  }

  private byte[] written(Format format, int block) throws Exception {
    Path path = folder.resolve(format + "-" + block + ".wav");
    float[] left = noise(1);
    float[] right = noise(2);
    try (WavWriter writer = new WavWriter(path, 48_000, format)) {
      for (int at = 0; at < FRAMES; at += block) {
        writer.write(left, right, at, Math.min(block, FRAMES - at));
      }
      assertFalse(Files.exists(path), "it appears when it is whole");
      writer.finish();
      writer.finish();
    }
    return Files.readAllBytes(path);
  }

  private ByteBuffer wav(Format format, float[] left, float[] right) throws Exception {
    Path path = folder.resolve("out.wav");
    try (WavWriter writer = new WavWriter(path, 48_000, format)) {
      writer.write(left, right, 0, left.length);
      writer.finish();
    }
    return ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static float[] noise(long seed) {
    Random random = new Random(seed);
    float[] noise = new float[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      noise[i] = random.nextFloat() * 2.2f - 1.1f;
    }
    return noise;
  }
}

package modpool.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import modpool.io.file.OutputFile;
import modpool.io.file.UnwritableFileException;

/// Writes stereo sound to a WAV file, which appears whole or not at all.
///
/// Whole numbers are dithered: a triangular noise of two steps' width, a pure function of the frame
/// and the channel, so that the bytes do not depend on how the sound was cut into blocks. Exact
/// zeros stay zeros: silence is silence.
///
/// For one thread at a time.
public final class WavWriter implements AutoCloseable {
  /// How a sample is stored.
  public enum Format {
    PCM16(1, 2),
    PCM24(1, 3),
    /// IEEE floats; nothing is cut or dithered.
    FLOAT32(3, 4);

    private final int tag; // wFormatTag
    private final int bytes;

    Format(int tag, int bytes) {
      this.tag = tag;
      this.bytes = bytes;
    }

    private int frameBytes() {
      return CHANNELS * bytes;
    }
  }

  private static final int CHANNELS = 2;
  private static final int BUFFER_BYTES = 3 << 15; // whole frames of every format
  private static final long RIFF_MAX_BYTES = 0xFFFF_FFFFL; // sizes have 32 bits

  private final FileDraft file;
  private final Path path;
  private final int rate;
  private final Format format;
  private final long maxFrames;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private long frames;
  private long filed; // bytes, up to the end of the last frame that is in the file
  private long clippedFrames;
  private float peak;
  private boolean finished;

  /// @throws OutputException when the file cannot be written, as far as can be known now
  public WavWriter(Path path, int rate, Format format) throws OutputException {
    this(new OutputFile(path), path, rate, format, maxFrames(format));
  }

  /// @param file takes the bytes; given up when it takes none
  WavWriter(FileDraft file, Path path, int rate, Format format, long maxFrames)
      throws OutputException {
    this.file = file;
    this.path = path;
    this.rate = rate;
    this.format = format;
    this.maxFrames = maxFrames;
    try {
      file.place(0, header()); // with sizes of 0, made right at the end
    } catch (OutputException e) {
      file.close();
      throw e;
    }
    filed = headerBytes(format);
  }

  /// How many frames a WAV file can hold.
  public static long maxFrames(Format format) {
    return (RIFF_MAX_BYTES - headerBytes(format)) / format.frameBytes();
  }

  /// Appends sound, as much as there is room for.
  ///
  /// @throws OutputException when the disk is full, or the file would outgrow what WAV can hold;
  ///   what is in it by then can still be finished
  public void write(float[] left, float[] right, int offset, int count) throws OutputException {
    int at = offset;
    int remaining = (int) Math.min(count, maxFrames - frames);
    boolean fits = remaining == count;
    while (remaining > 0) {
      int part = Math.min(remaining, buffer.remaining() / format.frameBytes());
      measure(left, right, at, part);
      switch (format) {
        case PCM16 -> put16(left, right, at, part);
        case PCM24 -> put24(left, right, at, part);
        case FLOAT32 -> putFloat(left, right, at, part);
      }
      frames += part;
      at += part;
      remaining -= part;
      if (buffer.remaining() < format.frameBytes()) {
        flush();
      }
    }
    if (!fits) {
      throw new UnwritableFileException(
          "cannot write %s: a WAV file holds at most 4 GiB, here %d minutes; write less at once"
              .formatted(path, maxFrames / rate / 60));
    }
  }

  /// Completes the file and puts it in its place. Harmless when done twice.
  ///
  /// @throws OutputException when that fails; if because the disk is full, then what is in the file
  ///   by then can be finished by another call
  public void finish() throws OutputException {
    if (!finished) {
      flush();
      file.truncate(filed); // a full disk may have taken a part of a frame
      file.place(0, header());
      file.finish();
      finished = true;
    }
  }

  /// Gives up unless finished: no trace is left.
  @Override
  public void close() {
    file.close();
  }

  /// Frames written so far; fewer, once writing has failed.
  public long frames() {
    return frames;
  }

  /// Frames that left the range -1..1; whole numbers were cut there.
  public long clippedFrames() {
    return clippedFrames;
  }

  /// The highest magnitude of either channel.
  public float peak() {
    return peak;
  }

  private void flush() throws OutputException {
    buffer.flip();
    try {
      file.place(filed, buffer);
    } finally {
      filed += buffer.position() / format.frameBytes() * format.frameBytes();
      frames = (filed - headerBytes(format)) / format.frameBytes();
      buffer.clear();
    }
  }

  private void measure(float[] left, float[] right, int offset, int count) {
    float highest = peak;
    int over = 0;
    for (int i = offset; i < offset + count; i++) {
      float magnitude = Math.max(Math.abs(left[i]), Math.abs(right[i]));
      over += magnitude > 1 ? 1 : 0;
      highest = Math.max(highest, magnitude);
    }
    peak = highest;
    clippedFrames += over;
  }

  private void put16(float[] left, float[] right, int offset, int count) {
    for (int i = 0; i < count; i++) {
      long noise = mix(frames + i);
      int l = quantised(left[offset + i], (int) noise, 1 << 15);
      int r = quantised(right[offset + i], (int) (noise >>> 32), 1 << 15);
      buffer.putInt(r << 16 | l & 0xFFFF);
    }
  }

  private void put24(float[] left, float[] right, int offset, int count) {
    for (int i = 0; i < count; i++) {
      long noise = mix(frames + i);
      int l = quantised(left[offset + i], (int) noise, 1 << 23);
      int r = quantised(right[offset + i], (int) (noise >>> 32), 1 << 23);
      buffer.putShort((short) l).put((byte) (l >> 16));
      buffer.putShort((short) r).put((byte) (r >> 16));
    }
  }

  private void putFloat(float[] left, float[] right, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      buffer.putFloat(left[i]).putFloat(right[i]);
    }
  }

  private static int quantised(float x, int noise, int fullScale) {
    // Two even noises of one step's width, from 16 bits each: their sum is triangular.
    double dither = ((short) noise + (noise >> 16)) * 0x1p-16;
    int rounded = (int) Math.floor((double) x * fullScale + (dither + 0.5));
    return x == 0 ? 0 : Math.clamp(rounded, -fullScale, fullScale - 1);
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014), with its increment.
  private static long mix(long key) {
    long z = (key + 1) * 0x9E37_79B9_7F4A_7C15L;
    z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
    return z ^ z >>> 31;
  }

  private static int headerBytes(Format format) {
    return format == Format.FLOAT32 ? 58 : 44;
  }

  private ByteBuffer header() {
    boolean pcm = format != Format.FLOAT32;
    int size = headerBytes(format);
    long dataBytes = frames * format.frameBytes();
    ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    header.put(tag("RIFF")).putInt((int) (size - 8 + dataBytes)).put(tag("WAVE"));
    header.put(tag("fmt ")).putInt(pcm ? 16 : 18);
    header.putShort((short) format.tag).putShort((short) CHANNELS).putInt(rate);
    header.putInt(rate * format.frameBytes()).putShort((short) format.frameBytes());
    header.putShort((short) (format.bytes * 8));
    if (!pcm) {
      header.putShort((short) 0); // no extension
      header.put(tag("fact")).putInt(4).putInt((int) frames);
    }
    return header.put(tag("data")).putInt((int) dataBytes).flip();
  }

  private static byte[] tag(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}

package modpool.patch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import modpool.io.BadFileException;
import modpool.io.InputFile;
import modpool.patch.Sample.Loop;

/// Reads RIFF WAVE: mono or stereo, PCM of 8, 16, 24 or 32 bits or 32-bit float.
///
/// The JDK's own reader drops the `smpl` chunk, in which samplers keep root key and loop. Layouts:
/// Microsoft, "Multimedia Programming Interface and Data Specifications 1.0" (1991), and its "New
/// Multimedia Data Types and Data Techniques" (1994) for `smpl`.
public final class WavReader {
  /// Longest file read.
  static final int MAX_BYTES = 256 << 20;

  /// Most points (frames times channels) of one file: 256 MB once they are floats.
  static final int MAX_POINTS = 64 << 20;

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int STREAMED = -1; // the length a writer leaves that cannot seek back
  private static final float MAX_LEVEL = 1000; // 60 dB over full scale: beyond lies no sound

  private final String name;
  private final ByteBuffer file;
  private ByteBuffer format;
  private ByteBuffer data;
  private ByteBuffer smpl;

  private WavReader(String name, byte[] bytes) {
    this.name = name;
    this.file = littleEndian(ByteBuffer.wrap(bytes));
  }

  /// The sample of a file, with the loop of its `smpl` chunk.
  public static Sample read(Path path) throws BadFileException {
    return recording(path).toSample(bareName(path));
  }

  /// A patch that plays a file over all keys, at the root key and tuning of its `smpl` chunk.
  public static Patch readPatch(Path path) throws BadFileException {
    Recording recording = recording(path);
    Sample sample = recording.toSample(bareName(path));
    Zone zone =
        new Zone(0, 127, sample, recording.rootKey(), recording.tuneCents(), 0, Sound.PLAIN);
    return new Patch(sample.name(), List.of(zone));
  }

  private static Recording recording(Path path) throws BadFileException {
    return read(path.toString(), InputFile.read(path, MAX_BYTES));
  }

  private static String bareName(Path path) {
    return String.valueOf(path.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /// @param name what to call the file in a message
  static Recording read(String name, byte[] bytes) throws BadFileException {
    WavReader reader = new WavReader(name, bytes);
    reader.findChunks();
    return reader.recording();
  }

  private void findChunks() throws BadFileException {
    if (file.remaining() < 12 || !tag().equals("RIFF")) {
      throw bad("is not a WAV file (it does not begin with RIFF)");
    }
    file.getInt(); // the file's own length says more
    if (!tag().equals("WAVE")) {
      throw bad("is a RIFF file, but not a WAV file");
    }
    while (file.remaining() >= 8 && (format == null || data == null || smpl == null)) {
      String tag = tag();
      ByteBuffer chunk = chunk(tag);
      switch (tag) {
        case "fmt " -> format = chunk;
        case "data" -> data = chunk;
        case "smpl" -> smpl = chunk;
        default -> {} // LIST, cue, fact and the like
      }
    }
    if (format == null || data == null) {
      throw bad("has no " + (format == null ? "fmt" : "data") + " chunk; it is damaged");
    }
  }

  private ByteBuffer chunk(String tag) throws BadFileException {
    long size = file.getInt() & 0xFFFFFFFFL;
    if (tag.equals("data") && (int) size == STREAMED) {
      size = file.remaining();
    }
    if (size > file.remaining()) {
      throw bad(
          "is cut short: its "
              + tag.strip()
              + " chunk has "
              + size
              + " bytes, of which "
              + file.remaining()
              + " are there");
    }
    ByteBuffer chunk = littleEndian(file.slice(file.position(), (int) size));
    long padded = size + (size & 1); // chunks begin at even offsets
    file.position((int) Math.min(file.position() + padded, file.limit()));
    return chunk;
  }

  private Recording recording() throws BadFileException {
    if (format.remaining() < 16) {
      throw bad("has a fmt chunk of " + format.remaining() + " bytes; 16 are the least");
    }
    int code = format.getShort(0) & 0xFFFF;
    int channels = format.getShort(2) & 0xFFFF;
    int rateHz = format.getInt(4);
    int bits = format.getShort(14) & 0xFFFF;
    if (code == EXTENSIBLE && format.remaining() >= 26) {
      code = format.getShort(24) & 0xFFFF; // the head of the sub-format's GUID
    }
    if (channels != 1 && channels != 2) {
      throw bad("has " + channels + " channels; only mono and stereo can be played");
    }
    if (rateHz < 1 || rateHz > 1_000_000) {
      throw bad("has a rate of " + (rateHz & 0xFFFFFFFFL) + " Hz; 1 to 1000000 are allowed");
    }
    boolean known =
        code == FLOAT
            ? bits == 32
            : code == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
    if (!known) {
      throw bad(
          "is coded as format "
              + code
              + " with "
              + bits
              + " bits; save it as PCM of 8, 16, 24 or 32 bits or as 32-bit float");
    }
    int points = data.remaining() / (bits / 8);
    int frames = points / channels;
    if (frames == 0) {
      throw bad("holds no sound: its data chunk is empty");
    }
    if (points > MAX_POINTS) {
      throw bad("is too long: " + frames + " frames; at most " + MAX_POINTS / channels);
    }
    float[] left = points(code, bits, frames, channels, 0);
    float[] right = channels == 1 ? null : points(code, bits, frames, channels, 1);
    return withSmpl(left, right, rateHz, bits);
  }

  private float[] points(int code, int bits, int frames, int channels, int channel)
      throws BadFileException {
    float[] points = new float[frames];
    int bytes = bits / 8;
    for (int i = 0; i < frames; i++) {
      int at = (i * channels + channel) * bytes;
      points[i] = code == FLOAT ? data.getFloat(at) : pcm(bits, at);
      if (!(Math.abs(points[i]) <= MAX_LEVEL)) {
        throw bad("holds " + points[i] + " at frame " + i + ", which is no sound");
      }
    }
    return points;
  }

  private float pcm(int bits, int at) {
    return switch (bits) {
      case 8 -> ((data.get(at) & 0xFF) - 128) * 0x1p-7f; // the one unsigned width
      case 16 -> data.getShort(at) * 0x1p-15f;
      case 24 -> ((data.get(at + 2) << 16) | (data.getShort(at) & 0xFFFF)) * 0x1p-23f;
      default -> data.getInt(at) * 0x1p-31f;
    };
  }

  private Recording withSmpl(float[] left, float[] right, int rateHz, int bits)
      throws BadFileException {
    if (smpl == null) {
      return new Recording(
          left, right, rateHz, bits, Recording.DEFAULT_ROOT_KEY, 0, Loop.NONE, 0, 0);
    }
    if (smpl.remaining() < 36) {
      throw bad("has a smpl chunk of " + smpl.remaining() + " bytes; 36 are the least");
    }
    long key = smpl.getInt(12) & 0xFFFFFFFFL;
    if (key > 127) {
      throw bad("has the root key " + key + " in its smpl chunk; 0 to 127 are allowed");
    }
    // The fraction lies above the root key (2^32 to a semitone): a sample recorded sharp is tuned
    // down.
    double tuneCents = -(smpl.getInt(16) & 0xFFFFFFFFL) * 100 / 0x1p32 + 0.0;
    long loops = smpl.getInt(28) & 0xFFFFFFFFL;
    if (loops == 0) {
      return new Recording(left, right, rateHz, bits, (int) key, tuneCents, Loop.NONE, 0, 0);
    }
    if (smpl.remaining() < 36 + 24) {
      throw bad("announces " + loops + " loops in its smpl chunk, but the first is cut short");
    }
    Loop loop = smpl.getInt(40) == 1 ? Loop.PING_PONG : Loop.FORWARD;
    long start = smpl.getInt(44) & 0xFFFFFFFFL;
    // The last frame belongs to the loop, but many writers give the one after it.
    long end = Math.min((smpl.getInt(48) & 0xFFFFFFFFL) + 1, left.length);
    if (start >= end) {
      throw bad(
          "has a loop outside its "
              + left.length
              + " frames: "
              + start
              + " to "
              + (smpl.getInt(48) & 0xFFFFFFFFL));
    }
    return new Recording(
        left, right, rateHz, bits, (int) key, tuneCents, loop, (int) start, (int) end);
  }

  private String tag() {
    byte[] tag = new byte[4];
    file.get(tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer littleEndian(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }

  private BadFileException bad(String what) {
    return new BadFileException(name, what);
  }
}

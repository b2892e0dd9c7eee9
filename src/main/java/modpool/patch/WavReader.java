package modpool.patch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.patch.Sample.Loop;

/// Reads RIFF WAVE: mono or stereo, PCM of 8, 16, 24 or 32 bits or floats of 32 or 64.
///
/// The JDK's own reader drops the `smpl` and `inst` chunks, in which samplers keep root key, loop
/// and ranges. Layouts: Microsoft, "Multimedia Programming Interface and Data Specifications 1.0"
/// (1991), and its "New Multimedia Data Types and Data Techniques" (1994) for `smpl` and `inst`.
public final class WavReader {
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
  private ByteBuffer inst;
  private final List<String> notes = new ArrayList<>();

  private WavReader(String name, byte[] bytes) {
    this.name = name;
    this.file = littleEndian(ByteBuffer.wrap(bytes));
  }

  /// @param name what to call the file in a message
  public static Recording read(String name, byte[] bytes) throws BadFileException {
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
    while (file.remaining() >= 8) {
      String tag = tag();
      ByteBuffer chunk = chunk(tag);
      switch (tag) {
        case "fmt " -> format = chunk;
        case "data" -> data = chunk;
        case "smpl" -> smpl = chunk;
        case "inst" -> inst = chunk;
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
            ? bits == 32 || bits == 64
            : code == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
    if (!known) {
      throw bad(
          "is coded as format "
              + code
              + " with "
              + bits
              + " bits; save it as PCM of 8, 16, 24 or 32 bits or as floats");
    }
    int points = data.remaining() / (bits / 8);
    int frames = points / channels;
    if (frames == 0) {
      throw bad("holds no sound: its data chunk is empty");
    }
    if (points > Recording.MAX_POINTS) {
      throw bad("is too long: " + frames + " frames; at most " + Recording.MAX_POINTS / channels);
    }
    float[] left = points(code, bits, frames, channels, 0);
    float[] right = channels == 1 ? null : points(code, bits, frames, channels, 1);
    Recording plain = Recording.of(left, right, rateHz, Math.min(bits, 32));
    return withSmpl(withInst(plain)).noting(notes);
  }

  private float[] points(int code, int bits, int frames, int channels, int channel)
      throws BadFileException {
    if (code == PCM && bits == 16) {
      return words(frames, channels, channel);
    }
    float[] points = new float[frames];
    int bytes = bits / 8;
    for (int i = 0; i < frames; i++) {
      int at = (i * channels + channel) * bytes;
      points[i] = code == FLOAT ? real(bits, at) : pcm(bits, at);
      if (!(Math.abs(points[i]) <= MAX_LEVEL)) {
        throw bad("holds " + points[i] + " at frame " + i + ", which is no sound");
      }
    }
    return points;
  }

  /// The usual width, in one go: a bank of many samples is read sooner.
  private float[] words(int frames, int channels, int channel) {
    short[] words = new short[frames * channels];
    data.asShortBuffer().get(words);
    float[] points = new float[frames];
    for (int i = 0; i < frames; i++) {
      points[i] = words[i * channels + channel] * 0x1p-15f;
    }
    return points;
  }

  private float real(int bits, int at) {
    return bits == 32 ? data.getFloat(at) : (float) data.getDouble(at);
  }

  private float pcm(int bits, int at) {
    return switch (bits) {
      case 8 -> ((data.get(at) & 0xFF) - 128) * 0x1p-7f; // the one unsigned width
      case 24 -> ((data.get(at + 2) << 16) | (data.getShort(at) & 0xFFFF)) * 0x1p-23f;
      default -> data.getInt(at) * 0x1p-31f;
    };
  }

  private Recording withInst(Recording plain) {
    if (inst == null || inst.remaining() < 7) {
      return plain;
    }
    int key = Math.clamp(inst.get(0), 0, 127);
    int low = Math.clamp(inst.get(3), 0, 127);
    int high = Math.clamp(inst.get(4), 0, 127);
    int soft = Math.clamp(inst.get(5), 1, 127);
    int hard = Math.clamp(inst.get(6), 1, 127);
    // Nobody means a range without a key; many writers leave both ends 0.
    boolean hasKeys = low <= high && high > 0;
    Trigger trigger = Trigger.keys(hasKeys ? low : 0, hasKeys ? high : 127);
    if (soft <= hard && hard > 1) {
      trigger = trigger.velocities(soft, hard);
    }
    return plain.tuned(key, inst.get(1)).placed(trigger, Math.clamp(inst.get(2), -60, 24));
  }

  private Recording withSmpl(Recording plain) throws BadFileException {
    if (smpl == null) {
      return plain;
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
    Recording tuned = plain.tuned((int) key, tuneCents);
    long loops = smpl.getInt(28) & 0xFFFFFFFFL;
    if (loops == 0) {
      return tuned;
    }
    if (smpl.remaining() < 36 + 24) {
      throw bad("announces " + loops + " loops in its smpl chunk, but the first is cut short");
    }
    if (loops > 1) {
      notes.add("of its " + loops + " loops all but the first");
    }
    if (smpl.getInt(40) == 2) {
      notes.add("a loop that runs backwards: it runs forwards");
    }
    if (smpl.getInt(56) != 0) {
      notes.add("the end of a loop after " + (smpl.getInt(56) & 0xFFFFFFFFL) + " turns");
    }
    Loop loop = smpl.getInt(40) == 1 ? Loop.PING_PONG : Loop.FORWARD;
    long start = smpl.getInt(44) & 0xFFFFFFFFL;
    // The last frame belongs to the loop, but many writers give the one after it.
    long end = Math.min((smpl.getInt(48) & 0xFFFFFFFFL) + 1, plain.frames());
    if (start >= end) {
      throw bad(
          "has a loop outside its "
              + plain.frames()
              + " frames: "
              + start
              + " to "
              + (smpl.getInt(48) & 0xFFFFFFFFL));
    }
    return tuned.looped(loop, (int) start, (int) end);
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

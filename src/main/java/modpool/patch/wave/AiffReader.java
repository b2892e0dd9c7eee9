package modpool.patch.wave;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.Recording;
import modpool.patch.Sample.Loop;
import modpool.patch.Trigger;

/// Reads AIFF and uncompressed AIFC (Apple, "Audio Interchange File Format", 1989 and 1991), mono
/// or stereo, with the loops, key and ranges of its `MARK` and `INST` chunks.
final class AiffReader {
  private static final int COMM_BYTES = 18;
  private static final int INST_BYTES = 20;
  private static final float MAX_LEVEL = 1000; // 60 dB over full scale: beyond lies no sound

  private final String name;
  private final IffChunks chunks;
  private final List<String> notes = new ArrayList<>();

  private AiffReader(String name, IffChunks chunks) {
    this.name = name;
    this.chunks = chunks;
  }

  /// @param name what to call the file in a message
  static Recording read(String name, IffChunks chunks) throws BadFileException {
    return new AiffReader(name, chunks).recording();
  }

  private Recording recording() throws BadFileException {
    ByteBuffer common = chunks.need("COMM", COMM_BYTES);
    int channels = common.getShort(0) & 0xFFFF;
    long announced = common.getInt(2) & 0xFFFF_FFFFL;
    int bits = common.getShort(6) & 0xFFFF;
    double rateHz = extended(common.getShort(8), common.getLong(10));
    Coding coding = coding(common, bits);
    if (channels != 1 && channels != 2) {
      throw bad("has " + channels + " channels; only mono and stereo can be played");
    }
    if (!(rateHz >= 1 && rateHz <= 1_000_000)) {
      throw bad("has a rate of " + rateHz + " Hz; 1 to 1000000 are allowed");
    }
    ByteBuffer sound = chunks.need("SSND", 8);
    long offset = 8 + (sound.getInt(0) & 0xFFFF_FFFFL);
    long there = Math.max(0, sound.remaining() - offset) / coding.bytes / channels;
    if (announced == 0 || there == 0) {
      throw bad("holds no sound: its SSND chunk is empty");
    }
    if (there < announced) {
      throw bad("is cut short: " + there + " of its " + announced + " frames are there");
    }
    if (announced * channels > Recording.MAX_POINTS) {
      throw bad("is too long: " + announced + " frames");
    }
    ByteBuffer data =
        sound.slice((int) offset, sound.remaining() - (int) offset).order(coding.order);
    float[] left = points(coding, data, (int) announced, channels, 0);
    float[] right = channels == 1 ? null : points(coding, data, (int) announced, channels, 1);
    int stored = coding.isFloat ? 32 : coding.bytes * 8;
    return instrument(Recording.of(left, right, rateHz, stored)).noting(notes);
  }

  /// How a point is stored: left-justified in so many bytes.
  private record Coding(int bytes, boolean isFloat, boolean unsigned, ByteOrder order) {}

  private Coding coding(ByteBuffer common, int bits) throws BadFileException {
    String kind = "NONE";
    if (chunks.form().equals("AIFC")) {
      if (common.remaining() < COMM_BYTES + 4) {
        throw bad("has a COMM chunk of " + common.remaining() + " bytes; an AIFC's has 22");
      }
      byte[] tag = new byte[4];
      common.get(COMM_BYTES, tag);
      kind = new String(tag, StandardCharsets.ISO_8859_1);
    }
    if (bits < 1 || bits > 64) {
      throw bad("has " + bits + " bits a point; 1 to 32 are allowed");
    }
    int bytes = (bits + 7) / 8;
    Coding coding =
        switch (kind) {
          case "NONE", "twos", "in24", "in32" ->
              new Coding(bytes, false, false, ByteOrder.BIG_ENDIAN);
          case "sowt" -> new Coding(bytes, false, false, ByteOrder.LITTLE_ENDIAN);
          case "raw " -> new Coding(1, false, true, ByteOrder.BIG_ENDIAN);
          case "fl32", "FL32" -> new Coding(4, true, false, ByteOrder.BIG_ENDIAN);
          case "fl64", "FL64" -> new Coding(8, true, false, ByteOrder.BIG_ENDIAN);
          default -> null;
        };
    if (coding == null || !coding.isFloat && coding.bytes > 4) {
      throw bad(
          "is coded as '"
              + kind.replaceAll("[^ -~]", "?")
              + "' with "
              + bits
              + " bits; save it uncompressed (NONE, sowt or fl32)");
    }
    return coding;
  }

  private float[] points(Coding coding, ByteBuffer data, int frames, int channels, int channel)
      throws BadFileException {
    float[] points = new float[frames];
    for (int i = 0; i < frames; i++) {
      points[i] = point(coding, data, (i * channels + channel) * coding.bytes);
      if (!(Math.abs(points[i]) <= MAX_LEVEL)) {
        throw bad("holds " + points[i] + " at frame " + i + ", which is no sound");
      }
    }
    return points;
  }

  private static float point(Coding coding, ByteBuffer data, int at) {
    if (coding.isFloat) {
      return coding.bytes == 4 ? data.getFloat(at) : (float) data.getDouble(at);
    }
    boolean big = coding.order == ByteOrder.BIG_ENDIAN;
    return switch (coding.bytes) {
      case 1 -> (coding.unsigned ? (data.get(at) & 0xFF) - 128 : data.get(at)) * 0x1p-7f;
      case 2 -> data.getShort(at) * 0x1p-15f;
      case 3 ->
          (data.get(big ? at : at + 2) << 16
                  | (data.get(at + 1) & 0xFF) << 8
                  | data.get(big ? at + 2 : at) & 0xFF)
              * 0x1p-23f;
      default -> data.getInt(at) * 0x1p-31f;
    };
  }

  private Recording instrument(Recording plain) throws BadFileException {
    ByteBuffer inst = chunks.find("INST");
    if (inst == null || inst.remaining() < INST_BYTES) {
      return plain;
    }
    int key = Math.clamp(inst.get(0), 0, 127);
    int lowKey = Math.clamp(inst.get(2), 0, 127);
    int highKey = Math.clamp(inst.get(3), 0, 127);
    int soft = Math.clamp(inst.get(4), 1, 127);
    int hard = Math.clamp(inst.get(5), 1, 127);
    // Nobody means a range without a key; many writers leave both ends 0.
    boolean hasKeys = lowKey <= highKey && highKey > 0;
    Trigger trigger = Trigger.keys(hasKeys ? lowKey : 0, hasKeys ? highKey : 127);
    if (soft <= hard && hard > 1) {
      trigger = trigger.velocities(soft, hard);
    }
    double gainDb = Math.clamp(inst.getShort(6), -60, 24);
    return loop(plain.tuned(key, inst.get(1)).placed(trigger, gainDb), inst);
  }

  private Recording loop(Recording plain, ByteBuffer inst) throws BadFileException {
    if (inst.getShort(14) != 0) {
      notes.add("a loop for the time after key-up");
    }
    int mode = inst.getShort(8);
    if (mode != 1 && mode != 2) {
      return plain;
    }
    Map<Integer, Long> markers = markers();
    long start = markers.getOrDefault((int) inst.getShort(10), -1L);
    long end = markers.getOrDefault((int) inst.getShort(12), -1L);
    if (start < 0 || start >= end || end > plain.frames()) {
      notes.add("a loop whose markers lie outside the sound");
      return plain;
    }
    return plain.looped(mode == 1 ? Loop.FORWARD : Loop.PING_PONG, (int) start, (int) end);
  }

  /// Positions by marker number. Names are passed over.
  private Map<Integer, Long> markers() {
    Map<Integer, Long> positions = new HashMap<>();
    ByteBuffer marks = chunks.find("MARK");
    if (marks == null || marks.remaining() < 2) {
      return positions;
    }
    int count = marks.getShort(0) & 0xFFFF;
    int at = 2;
    while (count-- > 0 && at + 7 <= marks.remaining()) {
      positions.putIfAbsent((int) marks.getShort(at), marks.getInt(at + 2) & 0xFFFF_FFFFL);
      int named = 1 + (marks.get(at + 6) & 0xFF);
      at += 6 + named + named % 2;
    }
    return positions;
  }

  /// An 80-bit IEEE 754 number: sign and exponent, then 64 bits of mantissa.
  private static double extended(short signAndExponent, long mantissa) {
    double whole = (mantissa >>> 1) * 2.0 + (mantissa & 1);
    double size = Math.scalb(whole, (signAndExponent & 0x7FFF) - 16383 - 63);
    return signAndExponent < 0 ? -size : size;
  }

  private BadFileException bad(String what) {
    return new BadFileException(name, what);
  }
}

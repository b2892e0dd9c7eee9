package modpool.patch.wave;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.patch.Recording;
import modpool.patch.Sample.Loop;
import modpool.patch.Trigger;

/// Reads IFF 8SVX, the Amiga's sample file (S. Hayes and J. Morrison, "8SVX IFF 8-Bit Sampled
/// Voice", 1985): 8 bits, one to several octaves, with a loop behind a beginning that plays once;
/// plain or in Fibonacci or exponential deltas; `CHAN` makes it stereo, the right side behind the
/// left.
///
/// The octaves stand in the file from the highest, shortest, to the lowest, all for one rate. The
/// highest is for key 60 and above; each octave below plays the keys of its own.
final class SvxReader {
  private static final int HEADER_BYTES = 20;
  private static final int STEREO = 6; // CHAN: left | right
  private static final int MAX_OCTAVES = 8;
  private static final double FULL_VOLUME = 0x10000;

  /// What a nibble adds to the point before (8SVX, appendix C), and its exponential sibling.
  private static final int[] FIBONACCI = {
    -34, -21, -13, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 13, 21
  };

  private static final int[] EXPONENTIAL = {
    -128, -64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 32, 64
  };

  private final String name;
  private final IffChunks chunks;
  private final long once;
  private final long again;
  private final int rateHz;
  private final int octaves;
  private final int compression;
  private final double gainDb;

  private SvxReader(String name, IffChunks chunks) throws BadFileException {
    this.name = name;
    this.chunks = chunks;
    ByteBuffer header = chunks.need("VHDR", HEADER_BYTES);
    once = header.getInt(0) & 0xFFFF_FFFFL;
    again = header.getInt(4) & 0xFFFF_FFFFL;
    rateHz = header.getShort(12) & 0xFFFF;
    octaves = Math.max(1, header.get(14));
    compression = header.get(15);
    double volume = header.getInt(16);
    // Some writers leave the volume empty; an instrument that can't be heard is not what they mean.
    gainDb = volume > 0 ? Math.clamp(20 * Math.log10(volume / FULL_VOLUME), -60, 24) : 0;
  }

  /// The octaves of a file, the highest first.
  ///
  /// @param name what to call the file in a message
  static List<Recording> read(String name, IffChunks chunks) throws BadFileException {
    return new SvxReader(name, chunks).octaves();
  }

  private List<Recording> octaves() throws BadFileException {
    if (rateHz == 0) {
      throw new BadFileException(
          name, "has a rate of 0 Hz; 1 to 65535 are allowed. Import it as --rate says");
    }
    if (octaves > MAX_OCTAVES) {
      throw new BadFileException(name, "has " + octaves + " octaves; at most 8 are allowed");
    }
    ByteBuffer channel = chunks.find("CHAN");
    boolean stereo = channel != null && channel.remaining() >= 4 && channel.getInt(0) == STEREO;
    byte[] body = new byte[chunks.need("BODY", 1).remaining()];
    chunks.find("BODY").get(0, body);
    int side = stereo ? body.length / 2 : body.length;
    byte[] left = decoded(body, 0, side);
    byte[] right = stereo ? decoded(body, side, side) : null;
    if (left.length > Recording.MAX_POINTS / (stereo ? 2 : 1)) {
      throw new BadFileException(name, "is too long: " + left.length + " frames");
    }
    List<Recording> all = new ArrayList<>();
    long begin = 0;
    for (int octave = 0; octave < octaves && begin < left.length; octave++) {
      long length = octaves == 1 && once + again == 0 ? left.length : once + again << octave;
      int end = (int) Math.min(begin + length, left.length);
      if (end > begin) {
        all.add(octave(octave, points(left, (int) begin, end), points(right, (int) begin, end)));
      }
      begin += length;
    }
    if (all.isEmpty()) {
      throw new BadFileException(name, "holds no sound: its first octave is empty");
    }
    return spread(all);
  }

  private Recording octave(int octave, float[] left, float[] right) {
    Recording plain = Recording.of(left, right, rateHz, 8).tuned(root(octave), 0);
    long start = once << octave;
    long end = Math.min(start + (again << octave), left.length);
    return start < end ? plain.looped(Loop.FORWARD, (int) start, (int) end) : plain;
  }

  /// Each octave gets its keys, the outer ones what lies beyond.
  private List<Recording> spread(List<Recording> all) {
    List<Recording> spread = new ArrayList<>();
    for (int octave = 0; octave < all.size(); octave++) {
      int low = octave == all.size() - 1 ? 0 : root(octave);
      int high = octave == 0 ? 127 : root(octave - 1) - 1;
      if (low <= high) {
        spread.add(all.get(octave).placed(Trigger.keys(low, high), gainDb));
      }
    }
    return spread;
  }

  private static int root(int octave) {
    return Math.max(0, Recording.DEFAULT_ROOT_KEY - 12 * octave);
  }

  private byte[] decoded(byte[] body, int from, int length) throws BadFileException {
    return switch (compression) {
      case 0 -> java.util.Arrays.copyOfRange(body, from, from + length);
      case 1 -> undone(FIBONACCI, body, from, length);
      case 2 -> undone(EXPONENTIAL, body, from, length);
      default ->
          throw new BadFileException(
              name, "is compressed in way " + compression + ", which nobody has described");
    };
  }

  /// A byte of padding, the first value, then two differences in each byte, the higher nibble
  /// first.
  private byte[] undone(int[] table, byte[] body, int from, int length) throws BadFileException {
    if (length < 3) {
      throw new BadFileException(name, "holds no sound: its BODY has " + length + " bytes");
    }
    byte[] points = new byte[(length - 2) * 2];
    int value = body[from + 1];
    for (int i = 0; i < points.length; i++) {
      int pair = body[from + 2 + i / 2];
      value += table[(i % 2 == 0 ? pair >> 4 : pair) & 0xF];
      points[i] = (byte) value;
    }
    return points;
  }

  private static float[] points(byte[] data, int from, int to) {
    if (data == null) {
      return null;
    }
    float[] points = new float[to - from];
    for (int i = 0; i < points.length; i++) {
      points[i] = data[from + i] * 0x1p-7f;
    }
    return points;
  }
}

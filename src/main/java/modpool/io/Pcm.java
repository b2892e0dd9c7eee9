package modpool.io;

/// Floats to whole numbers of 16 bits, little-endian, left and right in turn, as a device takes
/// them.
public final class Pcm {
  /// Bytes of one frame.
  public static final int FRAME_BYTES = 4;

  private static final float FULL_SCALE = 32768;

  private Pcm() {}

  /// Converts a block, cutting what leaves the range.
  ///
  /// @param bytes written from index 0
  /// @return how many frames left the range -1..1
  public static int convert(float[] left, float[] right, int frames, byte[] bytes) {
    int clipped = 0;
    for (int i = 0, at = 0; i < frames; i++, at += FRAME_BYTES) {
      float l = left[i];
      float r = right[i];
      put(bytes, at, l);
      put(bytes, at + 2, r);
      clipped += Math.max(Math.abs(l), Math.abs(r)) > 1 ? 1 : 0;
    }
    return clipped;
  }

  private static void put(byte[] bytes, int at, float x) {
    int value = (int) Math.floor(x * FULL_SCALE + 0.5); // no number becomes 0
    value = Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }
}

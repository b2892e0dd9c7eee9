package modpool.edit;

import java.util.Arrays;
import modpool.patch.Sample;

/// A recorded waveform that is edited: all of it, also what its loop leaves out. Immutable; equal
/// only to itself.
public final class Waveform {
  private final String name;
  private final int rateHz;
  private final int bits;
  private final float[] left;
  private final float[] right; // null: mono

  private Waveform(String name, int rateHz, int bits, float[] left, float[] right) {
    this.name = name;
    this.rateHz = rateHz;
    this.bits = bits;
    this.left = left;
    this.right = right;
  }

  /// What a sample was recorded as, at the whole number of hertz that a file can say.
  static Waveform of(Sample sample) {
    return new Waveform(
        sample.name(),
        Math.max(1, (int) Math.rint(sample.rateHz())),
        sample.bits(),
        sample.whole(0),
        sample.isStereo() ? sample.whole(1) : null);
  }

  /// One that was written down.
  ///
  /// @param bits see [#bits()]
  /// @param right null for mono, else as long as `left`
  public static Waveform of(String name, int rateHz, int bits, float[] left, float[] right) {
    return new Waveform(name, rateHz, bits, left, right);
  }

  /// The frames from one to before another.
  Waveform slice(int from, int to) {
    return new Waveform(
        name,
        rateHz,
        bits,
        Arrays.copyOfRange(left, from, to),
        right == null ? null : Arrays.copyOfRange(right, from, to));
  }

  public String name() {
    return name;
  }

  /// Frames.
  public int length() {
    return left.length;
  }

  /// Frames per second.
  public int rateHz() {
    return rateHz;
  }

  /// What a point was recorded in: 8, 16, 24 or 32 (float).
  public int bits() {
    return bits;
  }

  public boolean isStereo() {
    return right != null;
  }

  /// A point; of a stereo waveform the middle of both sides.
  public float at(int frame) {
    return right == null ? left[frame] : (left[frame] + right[frame]) / 2;
  }

  /// A copy of a side, 0 or 1.
  public float[] side(int channel) {
    return (channel == 0 ? left : right).clone();
  }

  /// The nearest frame at which the wave rises through zero, begins or ends, at most so far away;
  /// the frame itself when there is none.
  ///
  /// @param frame 0 to [#length()]
  public int zeroCrossing(int frame, int reach) {
    for (int distance = 0; distance <= reach; distance++) {
      if (beginsAt(frame - distance)) {
        return frame - distance;
      }
      if (beginsAt(frame + distance)) {
        return frame + distance;
      }
    }
    return frame;
  }

  /// Whether a wave could begin there without a click.
  private boolean beginsAt(int frame) {
    boolean rises = frame > 0 && frame < left.length && at(frame - 1) < 0 && at(frame) >= 0;
    return rises || frame == 0 || frame == left.length;
  }

  @Override
  public String toString() {
    return name + " (" + left.length + " frames)";
  }
}

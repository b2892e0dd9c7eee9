package modpool.edit;

import java.util.Arrays;
import modpool.bridge.Snapshot;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;

/// A recorded waveform that is edited: all of it, also what its loop leaves out. Immutable; equal
/// only to itself.
public final class Waveform {
  /// Its points; the right ones are null for mono.
  ///
  /// @param first where the first frame's stand
  private record Sides(float[] left, float[] right, int first) {}

  private final String name;
  private final int rateHz;
  private final int bits;
  private final int length;
  private final boolean stereo;
  private final Sample recorded; // see of(Sample); null: the sides are there
  private final Snapshot<Sides> sides;

  private Waveform(
      String name, int rateHz, int bits, int length, boolean stereo, Sample recorded, Sides sides) {
    this.name = name;
    this.rateHz = rateHz;
    this.bits = bits;
    this.length = length;
    this.stereo = stereo;
    this.recorded = recorded;
    this.sides = new Snapshot<>(sides);
  }

  /// What a sample was recorded as, at the whole number of hertz that a file can say. A patch may
  /// have a great many, of which few are looked at: so nothing is copied yet, and without a loop,
  /// which an effect could turn upside down, not at all.
  static Waveform of(Sample sample) {
    return new Waveform(
        sample.name(),
        Math.max(1, (int) Math.rint(sample.rateHz())),
        sample.bits(),
        sample.length(),
        sample.isStereo(),
        sample,
        sample.loop() == Loop.NONE ? new Sides(sample.left(), sample.right(), Sample.GUARD) : null);
  }

  /// One that was written down.
  ///
  /// @param bits see [#bits()]
  /// @param right null for mono, else as long as `left`
  public static Waveform of(String name, int rateHz, int bits, float[] left, float[] right) {
    return new Waveform(
        name, rateHz, bits, left.length, right != null, null, new Sides(left, right, 0));
  }

  /// Two threads that ask at once make the same twice.
  private Sides sides() {
    Sides now = sides.latest();
    if (now == null) {
      now = new Sides(recorded.whole(0), stereo ? recorded.whole(1) : null, 0);
      sides.publish(now);
    }
    return now;
  }

  /// The frames from one to before another.
  Waveform slice(int from, int to) {
    Sides whole = sides();
    return of(
        name,
        rateHz,
        bits,
        part(whole.left, whole.first + from, to - from),
        stereo ? part(whole.right, whole.first + from, to - from) : null);
  }

  public String name() {
    return name;
  }

  /// Frames.
  public int length() {
    return length;
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
    return stereo;
  }

  /// A point; of a stereo waveform the middle of both sides.
  public float at(int frame) {
    Sides now = sides();
    int at = now.first + frame;
    return stereo ? (now.left[at] + now.right[at]) / 2 : now.left[at];
  }

  /// Reads points one after the other, as [#at(int)] has them, and faster.
  public void read(int from, float[] points, int count) {
    Sides now = sides();
    int first = now.first + from;
    System.arraycopy(now.left, first, points, 0, count);
    for (int i = 0; stereo && i < count; i++) {
      points[i] = (points[i] + now.right[first + i]) / 2;
    }
  }

  /// A copy of a side, 0 or 1.
  public float[] side(int channel) {
    Sides now = sides();
    return part(channel == 0 ? now.left : now.right, now.first, length);
  }

  private static float[] part(float[] side, int first, int count) {
    return Arrays.copyOfRange(side, first, first + count);
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
    boolean rises = frame > 0 && frame < length && at(frame - 1) < 0 && at(frame) >= 0;
    return rises || frame == 0 || frame == length;
  }

  @Override
  public String toString() {
    return name + " (" + length + " frames)";
  }
}

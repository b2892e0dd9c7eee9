package modpool.patch;

import java.util.Arrays;
import modpool.bridge.RenderThread;

/// A recorded waveform, mono or stereo, ready to be read at any pitch without a look at its edges.
///
/// Positions are in sample frames of the *playing* form: [#GUARD] frames of silence stand before
/// frame 0, and after the end come [#GUARD] more, silence or the loop going on. A loop is unrolled
/// so that an interpolator near either of its ends reads loop, never what happens to lie beside it:
///
///     recorded   |----------[ loop )~~~~|
///     playing  0 |----------[ loop [ loop ) loop... |
///                                  ^      ^ playEnd: jump back by loopLength
///
/// A ping-pong loop becomes a forward loop of twice its length, and a short loop is repeated until
/// it has [#MIN_LOOP] frames, so that no pitch steps over a whole loop.
public final class Sample {
  /// Frames before the start and after the end that an interpolator may read.
  public static final int GUARD = 64;

  /// Shortest loop of the playing form.
  public static final int MIN_LOOP = 64;

  /// Longest sample accepted: beyond it a mistake is likelier than a wish.
  public static final int MAX_LENGTH = 1 << 28;

  /// What happens at the end.
  public enum Loop {
    NONE,
    FORWARD,
    PING_PONG
  }

  private static final float LOWEST_STEP = 0x1p-7f; // of 8 bits, in which -1 - x mirrors x

  private final String name;
  private final double rateHz;
  private final Loop loop;
  private final int loopStart;
  private final int loopEnd;
  private final int length;
  private final int bits;
  private final float[] left;
  private final float[] right;
  private final float[] leftBehind; // the loop, as recorded; null: nothing is there
  private final float[] rightBehind;
  private final int playEnd;
  private final int loopLength;

  private Sample(Builder b) {
    name = b.name;
    rateHz = b.rateHz;
    bits = b.bits;
    length = b.left.length;
    loop = b.loop;
    loopStart = b.loopStart;
    loopEnd = b.loopEnd;
    int oneTurn = loopEnd - loopStart;
    int turn = loop == Loop.PING_PONG ? 2 * oneTurn : oneTurn;
    loopLength =
        loop == Loop.NONE ? 0 : turn * Math.max(1, (MIN_LOOP + turn - 1) / Math.max(1, turn));
    // The jump lies a guard after one whole turn, so that what stands before its target is loop
    // too.
    playEnd = loop == Loop.NONE ? length : loopStart + loopLength + GUARD;
    left = playingForm(b.left);
    right = b.right == null ? null : playingForm(b.right);
    leftBehind = behindLoop(b.left);
    rightBehind = b.right == null ? null : behindLoop(b.right);
  }

  private float[] behindLoop(float[] recorded) {
    return loop == Loop.NONE || loopEnd == length
        ? null
        : Arrays.copyOfRange(recorded, loopEnd, length);
  }

  private float[] playingForm(float[] recorded) {
    float[] playing = new float[GUARD + playEnd + GUARD];
    System.arraycopy(recorded, 0, playing, GUARD, loop == Loop.NONE ? length : loopEnd);
    if (loop == Loop.NONE) {
      return playing;
    }
    int oneTurn = loopEnd - loopStart;
    int turn = loop == Loop.PING_PONG ? 2 * oneTurn : oneTurn;
    for (int i = loopEnd; i < loopStart + turn; i++) { // of a ping-pong loop, the way back
      playing[GUARD + i] = recorded[2 * loopEnd - 1 - i];
    }
    int end = playing.length;
    for (int at = GUARD + loopStart + turn; at < end; at += turn) {
      System.arraycopy(playing, at - turn, playing, at, Math.min(turn, end - at));
    }
    return playing;
  }

  public String name() {
    return name;
  }

  /// Frames as recorded.
  public int length() {
    return length;
  }

  /// Rate at which it was recorded, in Hz: the rate at its zone's root key.
  public double rateHz() {
    return rateHz;
  }

  public Loop loop() {
    return loop;
  }

  /// First frame of the loop as recorded.
  public int loopStart() {
    return loopStart;
  }

  /// Frame after the loop as recorded.
  public int loopEnd() {
    return loopEnd;
  }

  /// 8, 16, 24 or 32 (float): what it was recorded in.
  public int bits() {
    return bits;
  }

  public boolean isStereo() {
    return right != null;
  }

  /// The playing form; frame 0 stands at index [#GUARD]. Not to be written to.
  public float[] left() {
    return left;
  }

  /// The right half of a stereo sample, null for mono. Not to be written to.
  public float[] right() {
    return right;
  }

  /// Where playing ends (one-shot) or jumps back by [#loopLength()].
  public int playEnd() {
    return playEnd;
  }

  /// Frames of the playing form's loop; 0 for none.
  public int loopLength() {
    return loopLength;
  }

  /// Where a turn of the loop begins in the playing form, with loop before it too; [#playEnd()]
  /// without one.
  public int loopBegin() {
    int turn = loopEnd - loopStart;
    return loop == Loop.NONE ? playEnd : loopStart + (GUARD + turn - 1) / turn * turn;
  }

  /// Where the pass through the loop ends in which a position lies, or the first pass up to it; the
  /// end itself without a loop. For forward loops.
  public long passEnd(long position) {
    if (loop == Loop.NONE) {
      return playEnd;
    }
    int turn = loopEnd - loopStart;
    return position < loopEnd ? loopEnd : loopEnd + ((position - loopEnd) / turn + 1) * turn;
  }

  /// A copy of a channel as recorded; what lies behind a loop is not kept.
  public float[] recorded(int channel) {
    float[] from = channel == 0 ? left : right;
    int kept = loop == Loop.NONE ? length : loopEnd;
    return Arrays.copyOfRange(from, GUARD, GUARD + kept);
  }

  /// A copy of a channel as recorded, with what lies behind a loop.
  public float[] whole(int channel) {
    float[] behind = channel == 0 ? leftBehind : rightBehind;
    if (behind == null) {
      return recorded(channel);
    }
    float[] whole = new float[length];
    System.arraycopy(channel == 0 ? left : right, GUARD, whole, 0, loopEnd);
    System.arraycopy(behind, 0, whole, loopEnd, behind.length);
    return whole;
  }

  /// Where a note goes on that has come to a phase of another sample of the same recording: at the
  /// same recorded frame or, if the loop here ends before it, within the loop.
  ///
  /// @param phase in the other's playing form, 32.32
  @RenderThread
  public long phaseFrom(Sample other, long phase) {
    long recorded = other.recordedFrame(phase >>> 32);
    if (loop != Loop.NONE && recorded >= loopEnd) {
      recorded = loopStart + (recorded - loopStart) % (loopEnd - loopStart);
    }
    return recorded << 32 | phase & 0xFFFF_FFFFL;
  }

  @RenderThread
  private long recordedFrame(long position) {
    if (loop == Loop.NONE || position < loopEnd) {
      return position;
    }
    int oneTurn = loopEnd - loopStart;
    int turn = loop == Loop.PING_PONG ? 2 * oneTurn : oneTurn;
    long inTurn = (position - loopStart) % turn;
    return loopStart + (inTurn < oneTurn ? inTurn : turn - 1 - inTurn);
  }

  /// Turns a frame upside down, wherever the playing form holds it, until it is turned again:
  /// ProTracker's effect EFx. By the render thread that plays it; forward loops only.
  ///
  /// @param frame of the loop, as a module counts; one before the loop's start means that the loop
  ///   begins at 0 and follows the whole sample
  @RenderThread
  public void invert(int frame) {
    invert(left, frame);
    if (right != null) {
      invert(right, frame);
    }
  }

  @RenderThread
  private void invert(float[] side, int frame) {
    int inLoop = frame;
    if (frame < loopStart) {
      side[GUARD + frame] = -side[GUARD + frame] - LOWEST_STEP;
      inLoop += loopStart;
    }
    for (int i = inLoop; i < playEnd + GUARD; i += loopEnd - loopStart) {
      side[GUARD + i] = -side[GUARD + i] - LOWEST_STEP;
    }
  }

  /// Bytes of waveform on the heap.
  public long bytes() {
    int behind = leftBehind == null ? 0 : leftBehind.length;
    return 4L * (left.length + behind) * (right == null ? 1 : 2);
  }

  @Override
  public String toString() {
    return name + " (" + length + " frames)";
  }

  /// Collects a sample's parts; [#build()] checks them.
  public static final class Builder {
    private final String name;
    private final float[] left;
    private final float[] right;
    private double rateHz = 44_100;
    private int bits = 32;
    private Loop loop = Loop.NONE;
    private int loopStart;
    private int loopEnd;

    /// @param right null for mono, else as long as `left`
    public Builder(String name, float[] left, float[] right) {
      this.name = name;
      this.left = left;
      this.right = right;
    }

    public Builder rateHz(double hz) {
      rateHz = hz;
      return this;
    }

    public Builder bits(int bits) {
      this.bits = bits;
      return this;
    }

    /// @param end exclusive
    public Builder loop(Loop loop, int start, int end) {
      this.loop = loop;
      this.loopStart = loop == Loop.NONE ? 0 : start;
      this.loopEnd = loop == Loop.NONE ? 0 : end;
      return this;
    }

    /// @throws IllegalArgumentException saying which part does not fit
    public Sample build() {
      if (left.length > MAX_LENGTH) {
        throw new IllegalArgumentException("sample is longer than " + MAX_LENGTH + " frames");
      }
      if (right != null && right.length != left.length) {
        throw new IllegalArgumentException("left and right differ in length");
      }
      if (!(rateHz >= 1 && rateHz <= 1_000_000)) {
        throw new IllegalArgumentException("sample rate must be 1..1000000 Hz: " + rateHz);
      }
      if (loop != Loop.NONE && (loopStart < 0 || loopEnd > left.length || loopStart >= loopEnd)) {
        throw new IllegalArgumentException(
            "loop "
                + loopStart
                + ".."
                + loopEnd
                + " is outside the sample's "
                + left.length
                + " frames");
      }
      return new Sample(this);
    }
  }
}

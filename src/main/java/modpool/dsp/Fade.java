package modpool.dsp;

/// The shape of a voice on its way out: half a cosine from one to zero, in 5 ms unless it is to be
/// heard as a cut.
///
/// Not a line: its corner would be the click. A line over 5 ms bends a 440 Hz sine 2.3 times as
/// sharply as the sine bends itself; this shape stays below 1.5 times from 100 Hz up.
public final class Fade {
  /// Longest time a voice that was cut may still be heard.
  public static final double SECONDS = 0.005;

  private final float[] shape;

  public Fade(int rate) {
    this(rate, SECONDS);
  }

  /// @param seconds at most [#SECONDS]
  public Fade(int rate, double seconds) {
    int frames = Math.max(1, (int) (seconds * rate));
    shape = new float[frames + Grid.FRAMES];
    for (int i = 0; i < frames; i++) {
      shape[i] = (float) (0.5 + 0.5 * StrictMath.cos(StrictMath.PI * (i + 1) / frames));
    }
    length = frames;
  }

  private final int length;

  /// Frames until it is silent.
  public int length() {
    return length;
  }

  /// The gain by frame since the cut; zeros follow for a whole grid cell, so that a reader needs no
  /// look at the end. Not to be written to.
  public float[] shape() {
    return shape;
  }
}

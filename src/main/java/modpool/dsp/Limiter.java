package modpool.dsp;

/// Keeps a stereo signal below a ceiling, without look-ahead and so without latency: the gain falls
/// at once to what the frame needs and recovers slowly.
public final class Limiter {
  /// Highest output, -0.3 dB.
  public static final float CEILING = 0.966f;

  private static final double RECOVERY_SECONDS = 0.15;

  private final float recovery;
  private float gain = 1;

  public Limiter(int rate) {
    recovery = (float) (1 - StrictMath.exp(-1 / (RECOVERY_SECONDS * rate)));
  }

  /// What it leaves of the signal now: 1 all of it.
  public float gain() {
    return gain;
  }

  /// Limits `frames` values of both sides in place, from `offset`.
  public void process(float[] left, float[] right, int offset, int frames) {
    for (int i = offset; i < offset + frames; i++) {
      float peak = Math.max(Math.abs(left[i]), Math.abs(right[i]));
      float allowed = peak > CEILING ? CEILING / peak : 1;
      float recovered = gain + (1 - gain) * recovery;
      gain = Math.min(allowed, recovered);
      left[i] *= gain;
      right[i] *= gain;
    }
  }
}

package modpool.dsp;

/// Constant-power pan: left^2 + right^2 is always 1.
public final class Pan {
  private static final int STEPS = 1024;
  private static final float[] SINE = new float[STEPS + 2];

  static {
    for (int i = 0; i < SINE.length; i++) {
      SINE[i] = (float) StrictMath.sin(StrictMath.PI / 2 * Math.min(i, STEPS) / STEPS);
    }
  }

  private Pan() {}

  /// Gain of the left side at -1 (left) to 1 (right).
  public static float left(float pan) {
    return quarterSine(1 - pan);
  }

  /// Gain of the right side.
  public static float right(float pan) {
    return quarterSine(1 + pan);
  }

  private static float quarterSine(float doubled) {
    float place = Math.max(0, Math.min(2, doubled)) * (STEPS / 2);
    int index = (int) place;
    float fraction = place - index;
    return SINE[index] + fraction * (SINE[index + 1] - SINE[index]);
  }
}

package modpool.dsp;

/// The frequency coefficient of the two-pole low pass over its cut-off, for one output rate.
///
/// The filter is the state-variable form with trapezoidal integration (A. Simper, "Linear
/// Trapezoidal Integrated SVF", 2013): `g = tan(pi * cutoff / rate)`, stable at any cut-off, cheap
/// to move.
public final class FilterTable {
  /// Cut-off of entry 0.
  public static final double LOWEST_HZ = 20;

  private static final double HIGHEST = 0.45; // of the rate; near a half tan runs away
  private static final int CENTS_PER_STEP = 10;
  private static final int STEPS = 1210; // ten octaves and a little: 20 Hz to 21.7 kHz

  private final float[] g = new float[STEPS + 1];

  public FilterTable(int rate) {
    for (int i = 0; i < g.length; i++) {
      double hz = LOWEST_HZ * StrictMath.pow(2, i * CENTS_PER_STEP / 1200.0);
      g[i] = (float) StrictMath.tan(StrictMath.PI * Math.min(hz / rate, HIGHEST));
    }
  }

  /// Where a cut-off lies in the table, in cents above [#LOWEST_HZ]. Not for the render thread.
  public static double centsOf(double hz) {
    return 1200 * StrictMath.log(hz / LOWEST_HZ) / StrictMath.log(2);
  }

  /// The coefficient at `cents` above [#LOWEST_HZ]; beyond the table its ends.
  public float at(double cents) {
    float place = (float) Math.max(0, Math.min(STEPS - 1, cents / CENTS_PER_STEP));
    int index = (int) place;
    float fraction = place - index;
    return g[index] + fraction * (g[index + 1] - g[index]);
  }
}

package modpool.dsp;

/// Pitch arithmetic: cents to ratios to phase increments.
///
/// A phase is an integer sample position and an unsigned 32-bit fraction in one long, so that it
/// neither rounds nor drifts: the increment is off by at most 2^-33 sample frames per frame.
public final class Pitch {
  /// Colour clock of a PAL Amiga, 3546895 Hz: a sample plays at clock / period.
  public static final double PAL_CLOCK_HZ = 3_546_895;

  /// Key 60 of a MOD sample is ProTracker's C-2, period 428.
  public static final double AMIGA_C2_HZ = PAL_CLOCK_HZ / 428;

  /// Phase of one sample frame.
  public static final double ONE = 0x1p32;

  /// Largest increment, just under the shortest loop, so that one jump back is always enough.
  public static final long MAX_INCREMENT = (63L << 32) + 0xFFFF_FFFFL;

  private static final int OCTAVE = 1200;
  private static final double CENT = StrictMath.log(2) / OCTAVE;
  private static final int OCTAVES = 12; // up and down
  private static final double LIMIT = OCTAVES * OCTAVE;
  private static final double[] RATIO = new double[OCTAVE];
  private static final double[] POWER_OF_TWO = new double[2 * OCTAVES + 1];

  static {
    for (int cents = 0; cents < OCTAVE; cents++) {
      RATIO[cents] = StrictMath.exp(cents * CENT);
    }
    for (int octave = 0; octave < POWER_OF_TWO.length; octave++) {
      POWER_OF_TWO[octave] = Math.scalb(1.0, octave - OCTAVES);
    }
  }

  private Pitch() {}

  /// 2^(cents/1200), relative error below 1e-10; cents beyond twelve octaves are cut.
  public static double ratio(double cents) {
    double above = Math.max(0, Math.min(2 * LIMIT, cents + LIMIT)); // the lowest
    int whole = (int) above;
    int octave = whole / OCTAVE;
    double rest = (above - whole) * CENT;
    double fine = 1 + rest * (1 + rest * (0.5 + rest * (1.0 / 6)));
    return RATIO[whole - octave * OCTAVE] * fine * POWER_OF_TWO[octave];
  }

  /// How many cents a ratio of frequencies is.
  public static double cents(double ratio) {
    return StrictMath.log(ratio) / CENT;
  }

  /// The phase increment that plays a sample of `sampleRateHz` at `ratio` times its pitch.
  public static long increment(double sampleRateHz, double rate, double ratio) {
    double increment = sampleRateHz * ratio * ONE / rate + 0.5;
    return increment >= MAX_INCREMENT ? MAX_INCREMENT : Math.max(1, (long) increment);
  }

  /// Linear gain of a level in dB. Exact enough for the render thread: a table, no `pow`.
  public static double gain(double dB) {
    return ratio(dB * (OCTAVE / DB_PER_DOUBLING));
  }

  private static final double DB_PER_DOUBLING = 20 * StrictMath.log10(2);
}

/// Plain filters over whole arrays; each returns a new array.
final class Filters {
  private Filters() {}

  /// Two-pole low pass without resonance (12 dB per octave).
  static double[] low(double[] in, int rate, double hz) {
    return biquad(in, rate, hz, 0.7071, Kind.LOW);
  }

  /// Two-pole high pass without resonance.
  static double[] high(double[] in, int rate, double hz) {
    return biquad(in, rate, hz, 0.7071, Kind.HIGH);
  }

  /// High pass then low pass; a bound outside 10 Hz .. 0.45 of the rate is left out.
  static double[] band(double[] in, int rate, double lowHz, double highHz) {
    double[] out = lowHz > 10 ? high(in, rate, lowHz) : in;
    return highHz < rate * 0.45 ? low(out, rate, highHz) : out;
  }

  /// A resonance of unity gain at its centre.
  static double[] resonance(double[] in, int rate, double hz, double q) {
    return biquad(in, rate, hz, q, Kind.BAND);
  }

  /// The input plus resonances at the given frequencies: a wooden body, a vocal tract.
  static double[] body(double[] in, int rate, double amount, double q, double... hz) {
    double[] out = in.clone();
    for (double centre : hz) {
      double[] ring = resonance(in, rate, centre, q);
      for (int i = 0; i < out.length; i++) {
        out[i] += amount * ring[i];
      }
    }
    return out;
  }

  private enum Kind {
    LOW,
    HIGH,
    BAND
  }

  /// Robert Bristow-Johnson's cookbook formulas.
  private static double[] biquad(double[] in, int rate, double hz, double q, Kind kind) {
    double w = 2 * StrictMath.PI * Math.min(hz, rate * 0.49) / rate;
    double cos = StrictMath.cos(w);
    double alpha = StrictMath.sin(w) / (2 * q);
    double b0 =
        switch (kind) {
          case LOW -> (1 - cos) / 2;
          case HIGH -> (1 + cos) / 2;
          case BAND -> alpha;
        };
    double b1 =
        switch (kind) {
          case LOW -> 1 - cos;
          case HIGH -> -1 - cos;
          case BAND -> 0;
        };
    double b2 = kind == Kind.BAND ? -alpha : b0;
    double a0 = 1 + alpha;
    double a1 = -2 * cos;
    double a2 = 1 - alpha;
    double x1 = 0;
    double x2 = 0;
    double y1 = 0;
    double y2 = 0;
    double[] out = new double[in.length];
    for (int i = 0; i < in.length; i++) {
      double y = (b0 * in[i] + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2) / a0;
      x2 = x1;
      x1 = in[i];
      y2 = y1;
      y1 = y;
      out[i] = y;
    }
    return out;
  }
}

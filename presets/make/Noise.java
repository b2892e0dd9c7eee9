/// Repeatable noise (xorshift64*): the same seed gives the same numbers everywhere.
final class Noise {
  private long state;

  Noise(long seed) {
    state = seed * 0x9E3779B97F4A7C15L + 0x1234567L;
    next();
    next();
  }

  /// Uniform in -1..1.
  double next() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return ((state * 0x2545F4914F6CDD1DL) >> 11) / (double) (1L << 52);
  }

  /// Uniform in 0..1.
  double unit() {
    return next() * 0.5 + 0.5;
  }

  /// `count` frames of white noise.
  static double[] white(int count, long seed) {
    Noise noise = new Noise(seed);
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      out[i] = noise.next();
    }
    return out;
  }

  /// Noise between two frequencies that loops without a seam: the filters run round the loop until
  /// they have forgotten their start.
  static double[] loop(int count, int rate, double lowHz, double highHz, long seed) {
    double[] once = white(count, seed);
    double[] thrice = new double[count * 3];
    for (int i = 0; i < thrice.length; i++) {
      thrice[i] = once[i % count];
    }
    double[] filtered = Filters.band(thrice, rate, lowHz, highHz);
    return java.util.Arrays.copyOfRange(filtered, count * 2, count * 3);
  }
}

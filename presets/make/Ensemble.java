/// Many players at once, after Nasca Octavian Paul's PADsynth: each harmonic is a narrow hill in a
/// spectrum with random phases; its inverse Fourier transform is an endless, seamless loop.
final class Ensemble {

  /// The level of harmonic `n`, which lies at `hz`.
  @FunctionalInterface
  interface Spectrum {
    double level(int n, double hz);
  }

  private Ensemble() {}

  /// A loop of `size` frames (a power of two) near `aboutRate`. `widthCents` is the spread of the
  /// players' tuning.
  static Wave loop(
      int rootKey, int size, int aboutRate, double widthCents, Spectrum spectrum, long seed) {
    double rootHz = Wave.hz(rootKey);
    int rootBin = (int) StrictMath.round(rootHz * size / aboutRate);
    int rate = (int) StrictMath.round(rootHz * size / rootBin);
    double[] levels = new double[size / 2];
    double relativeWidth = StrictMath.pow(2, widthCents / 1200) - 1;
    for (int n = 1; n * rootBin < size * 0.45; n++) {
      double level = spectrum.level(n, n * rootHz);
      double width = Math.max(0.4, relativeWidth * n * rootBin);
      hill(levels, n * rootBin, width, level);
    }
    return new Wave(voiced(levels, seed), rate, rootKey, 0, size).finished();
  }

  /// Adds a bell curve whose power does not depend on its width.
  private static void hill(double[] levels, int centre, double width, double level) {
    int reach = (int) (width * 4) + 1;
    int first = Math.max(1, centre - reach);
    int last = Math.min(levels.length - 1, centre + reach);
    for (int bin = first; bin <= last; bin++) {
      double x = (bin - centre) / width;
      levels[bin] += level * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(width);
    }
  }

  private static double[] voiced(double[] levels, long seed) {
    int size = levels.length * 2;
    double[] re = new double[size];
    double[] im = new double[size];
    Noise noise = new Noise(seed);
    for (int bin = 1; bin < levels.length; bin++) {
      double phase = StrictMath.PI * noise.next();
      re[bin] = levels[bin] * StrictMath.cos(phase);
      im[bin] = levels[bin] * StrictMath.sin(phase);
    }
    transform(re, im);
    return re; // the real part of a one-sided spectrum is the wave itself
  }

  /// In-place radix-2 transform; the lengths are a power of two.
  private static void transform(double[] re, double[] im) {
    int size = re.length;
    int shift = Integer.numberOfLeadingZeros(size) + 1;
    for (int i = 0; i < size; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        double r = re[i];
        re[i] = re[j];
        re[j] = r;
        double m = im[i];
        im[i] = im[j];
        im[j] = m;
      }
    }
    for (int half = 1; half < size; half *= 2) {
      for (int k = 0; k < half; k++) {
        double cos = StrictMath.cos(StrictMath.PI * k / half);
        double sin = StrictMath.sin(StrictMath.PI * k / half);
        for (int i = k; i < size; i += 2 * half) {
          double r = re[i + half] * cos - im[i + half] * sin;
          double m = re[i + half] * sin + im[i + half] * cos;
          re[i + half] = re[i] - r;
          im[i + half] = im[i] - m;
          re[i] += r;
          im[i] += m;
        }
      }
    }
  }
}

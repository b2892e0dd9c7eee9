package modpool.ui.scope;

/// How loud a wave is at each frequency. Pure, but for its scratch.
final class Spectrum {
  /// Samples that are looked at.
  static final int FRAMES = 4096;

  private final double[] window = new double[FRAMES];
  private final double[] re = new double[FRAMES];
  private final double[] im = new double[FRAMES];
  private final double[] cos = new double[FRAMES / 2];
  private final double[] sin = new double[FRAMES / 2];

  Spectrum() {
    for (int i = 0; i < FRAMES; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAMES); // Hann
    }
    for (int i = 0; i < FRAMES / 2; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / FRAMES);
      sin[i] = -Math.sin(2 * Math.PI * i / FRAMES);
    }
  }

  /// Amplitudes at multiples of rate / [#FRAMES]: a sine of amplitude 1 shows as 1.
  ///
  /// @param wave as many samples
  /// @param into half as many
  void measure(float[] wave, double[] into) {
    for (int i = 0; i < FRAMES; i++) {
      int reversed = Integer.reverse(i) >>> 32 - Integer.numberOfTrailingZeros(FRAMES);
      re[reversed] = wave[i] * window[i];
      im[reversed] = 0;
    }
    for (int size = 2; size <= FRAMES; size *= 2) {
      for (int first = 0; first < FRAMES; first += size) {
        combine(first, size);
      }
    }
    double scale = 4.0 / FRAMES; // the window lets half of it through
    for (int i = 0; i < FRAMES / 2; i++) {
      into[i] = Math.hypot(re[i], im[i]) * scale;
    }
  }

  private void combine(int first, int size) {
    int step = FRAMES / size;
    for (int k = 0; k < size / 2; k++) {
      int a = first + k;
      int b = a + size / 2;
      double turnedRe = re[b] * cos[k * step] - im[b] * sin[k * step];
      double turnedIm = re[b] * sin[k * step] + im[b] * cos[k * step];
      re[b] = re[a] - turnedRe;
      im[b] = im[a] - turnedIm;
      re[a] += turnedRe;
      im[a] += turnedIm;
    }
  }
}

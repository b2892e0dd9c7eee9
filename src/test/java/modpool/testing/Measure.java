package modpool.testing;

/// An ear: what a render's pitch, level, spectrum and smoothness are. Everything in double.
public final class Measure {
  private Measure() {}

  /// The frequency in Hz of the sine in `wave`, near `aboutHz`: the phase is measured in windows
  /// along the wave, and the slope of a line through these phases is the frequency. Good to 0.01
  /// cent when half a second or more is given.
  public static double frequency(float[] wave, double rate, double aboutHz) {
    int window = (int) Math.min(wave.length / 4, Math.max(256, 24 * rate / aboutHz));
    int hop = window / 4;
    int count = (wave.length - window) / hop;
    double hz = aboutHz;
    for (int pass = 0; pass < 3; pass++) { // each pass begins nearer
      double sumX = 0;
      double sumY = 0;
      double sumXX = 0;
      double sumXY = 0;
      double turned = 0;
      double before = 0;
      for (int k = 0; k < count; k++) {
        double phase = phase(wave, k * hop, window, rate, hz);
        double moved = phase - before;
        turned = k == 0 ? 0 : turned + moved - 2 * Math.PI * Math.rint(moved / (2 * Math.PI));
        before = phase;
        sumX += k;
        sumY += turned;
        sumXX += (double) k * k;
        sumXY += k * turned;
      }
      double slope = (count * sumXY - sumX * sumY) / (count * sumXX - sumX * sumX);
      hz += slope / (2 * Math.PI) * rate / hop;
    }
    return hz;
  }

  /// The difference of two frequencies in cents.
  public static double cents(double hz, double fromHz) {
    return 1200 * Math.log(hz / fromHz) / Math.log(2);
  }

  /// The phase of the sine of `hz` at a frame, in radians, against a sine that began at frame 0;
  /// measured over a Hann window from there on, whose middle is what counts.
  public static double phase(float[] wave, int from, int window, double rate, double hz) {
    double[] sums = correlate(wave, from, window, rate, hz);
    return Math.atan2(sums[0], sums[1]);
  }

  /// The amplitude of the part at `hz`, over a Blackman-Harris window (side lobes at -92 dB).
  public static double amplitude(float[] wave, double rate, double hz) {
    double re = 0;
    double im = 0;
    double weight = 0;
    for (int i = 0; i < wave.length; i++) {
      double w = blackmanHarris(i, wave.length);
      double angle = 2 * Math.PI * hz * i / rate;
      re += wave[i] * w * Math.cos(angle);
      im += wave[i] * w * Math.sin(angle);
      weight += w;
    }
    return 2 * Math.hypot(re, im) / weight;
  }

  private static double[] correlate(float[] wave, int from, int window, double rate, double hz) {
    double sine = 0;
    double cosine = 0;
    for (int i = 0; i < window; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / window);
      double angle = 2 * Math.PI * hz * (from + i) / rate;
      // a sine sin(angle + p) correlates as (sin p, cos p)
      sine += wave[from + i] * hann * Math.cos(angle);
      cosine += wave[from + i] * hann * Math.sin(angle);
    }
    return new double[] {sine, cosine};
  }

  /// Amplitudes at multiples of rate / length, of a length that is a power of two, over a
  /// Blackman-Harris window: a sine of amplitude 1 shows as 1.
  public static double[] spectrum(float[] wave) {
    int n = Integer.highestOneBit(wave.length);
    double[] re = new double[n];
    double[] im = new double[n];
    double weight = 0;
    for (int i = 0; i < n; i++) {
      double w = blackmanHarris(i, n);
      re[i] = wave[i] * w;
      weight += w;
    }
    fft(re, im);
    double[] amplitudes = new double[n / 2];
    for (int i = 0; i < n / 2; i++) {
      amplitudes[i] = 2 * Math.hypot(re[i], im[i]) / weight;
    }
    return amplitudes;
  }

  private static double blackmanHarris(int i, int n) {
    double a = 2 * Math.PI * i / n;
    return 0.35875 - 0.48829 * Math.cos(a) + 0.14128 * Math.cos(2 * a) - 0.01168 * Math.cos(3 * a);
  }

  /// In place, radix 2.
  private static void fft(double[] re, double[] im) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double t = re[i];
        re[i] = re[j];
        re[j] = t;
      }
    }
    for (int size = 2; size <= n; size *= 2) {
      for (int k = 0; k < size / 2; k++) {
        double wr = Math.cos(2 * Math.PI * k / size);
        double wi = -Math.sin(2 * Math.PI * k / size);
        for (int a = k; a < n; a += size) {
          int b = a + size / 2;
          double tr = re[b] * wr - im[b] * wi;
          double ti = re[b] * wi + im[b] * wr;
          re[b] = re[a] - tr;
          im[b] = im[a] - ti;
          re[a] += tr;
          im[a] += ti;
        }
      }
    }
  }

  /// The largest second difference: how sharply the wave bends anywhere. A click bends sharply.
  public static double largestBend(float[] wave) {
    double largest = 0;
    for (int i = 2; i < wave.length; i++) {
      largest = Math.max(largest, Math.abs((double) wave[i] - 2.0 * wave[i - 1] + wave[i - 2]));
    }
    return largest;
  }

  /// The largest absolute value.
  public static double peak(float[] wave) {
    double peak = 0;
    for (float value : wave) {
      peak = Math.max(peak, Math.abs(value));
    }
    return peak;
  }

  /// Root of the mean square.
  public static double rms(float[] wave) {
    double sum = 0;
    for (float value : wave) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum / wave.length);
  }

  /// How far the difference of two renders lies below the first, in dB; infinite when equal.
  public static double snrDb(float[] wanted, float[] got) {
    double signal = 0;
    double noise = 0;
    for (int i = 0; i < wanted.length; i++) {
      double error = (double) got[i] - wanted[i];
      signal += (double) wanted[i] * wanted[i];
      noise += error * error;
    }
    return 10 * Math.log10(signal / noise);
  }

  /// A linear ratio in dB.
  public static double dB(double ratio) {
    return 20 * Math.log10(ratio);
  }

  /// The slice `from` (inclusive) to `to`.
  public static float[] slice(float[] wave, int from, int to) {
    return java.util.Arrays.copyOfRange(wave, from, to);
  }
}

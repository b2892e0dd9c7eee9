package modpool.dsp;

/// The band-limited interpolator: a sinc under a Kaiser window, [#ZEROS] zero crossings to a side.
///
/// Down to the sample's own pitch the kernel is read from a table of [#PHASES] phases with a line
/// between two of them. When pitching up by r the kernel is stretched by r (J. O. Smith, "Digital
/// Audio Resampling Home Page"): more taps, and the cut-off moves down with the output's Nyquist
/// frequency. Beyond [#WIDEST] times the sample's rate the stretch stops: there, what lies between
/// the output's Nyquist frequency and 1.25 times that of [#WIDEST] comes back as aliases.
///
/// Measured, with frequencies in units of the lower of the sample's and the output's Nyquist
/// frequency: 0.65 passes within 0.1 dB, 0.8 loses 1.6 dB, 1 loses 13 dB. Above it lie images
/// (pitching down) or what would alias (pitching up): 1.1 is 28 dB down, 1.2 57 dB, from 1.25 on 78
/// dB or more. So an alias that is less than 78 dB down comes back no lower than 0.75.
final class SincKernel {
  /// Zero crossings on each side; twice that many taps.
  static final int ZEROS = 8;

  /// Largest stretch: its taps just fit the guard of a sample.
  static final int WIDEST = 7;

  private static final int POINT = 1 << 16; // of a place in a table, 16.16 fixed point
  private static final int TAPS = 2 * ZEROS;
  private static final int PHASE_BITS = 8;
  private static final int PHASES = 1 << PHASE_BITS;
  private static final double BETA = 8.0; // side lobes below -78 dB
  private static final double CUTOFF = 0.91; // of Nyquist: leaves the transition band inside

  /// Rows of taps, one per phase and one more to interpolate towards.
  private static final float[] ROWS = new float[(PHASES + 1) * TAPS];

  /// From each row to the next.
  private static final float[] RISES = new float[PHASES * TAPS];

  /// One side of the continuous kernel, [#PHASES] points per zero crossing, for stretching; then
  /// the zeros that a last pair of taps may reach.
  private static final float[] SIDE = new float[(ZEROS + 2) * PHASES + 2];

  static {
    for (int i = 0; i < SIDE.length; i++) {
      SIDE[i] = (float) kernel((double) i / PHASES);
    }
    for (int phase = 0; phase <= PHASES; phase++) {
      double sum = 0;
      for (int tap = 0; tap < TAPS; tap++) {
        sum += kernel(tap - (ZEROS - 1) - (double) phase / PHASES);
      }
      for (int tap = 0; tap < TAPS; tap++) {
        double value = kernel(tap - (ZEROS - 1) - (double) phase / PHASES);
        ROWS[phase * TAPS + tap] = (float) (value / sum);
      }
    }
    for (int i = 0; i < RISES.length; i++) {
      RISES[i] = ROWS[i + TAPS] - ROWS[i];
    }
  }

  private SincKernel() {}

  private static double kernel(double x) {
    double place = x / ZEROS;
    if (Math.abs(place) >= 1) {
      return 0;
    }
    double angle = StrictMath.PI * x * CUTOFF;
    double sinc = angle == 0 ? 1 : StrictMath.sin(angle) / angle;
    return CUTOFF * sinc * Kaiser.bessel(BETA * Math.sqrt(1 - place * place)) / Kaiser.bessel(BETA);
  }

  static void read(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    if (increment <= 1L << 32) {
      readRows(data, guard, phase, increment, out, from, count);
    } else {
      readStretched(data, guard, phase, increment, out, from, count);
    }
  }

  private static void readRows(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    long p = phase;
    for (int i = from; i < from + count; i++) {
      int at = guard + (int) (p >>> 32) - (ZEROS - 1);
      int row = (int) ((p & 0xFFFF_FFFFL) >>> (32 - PHASE_BITS)) * TAPS;
      float between = ((int) (p << PHASE_BITS) >>> 8) * 0x1p-24f;
      // Four sums in a fixed order: the additions need not wait for one another.
      float s0 = 0;
      float s1 = 0;
      float d0 = 0;
      float d1 = 0;
      for (int tap = 0; tap < TAPS; tap += 2) {
        float x0 = data[at + tap];
        float x1 = data[at + tap + 1];
        s0 += x0 * ROWS[row + tap];
        s1 += x1 * ROWS[row + tap + 1];
        d0 += x0 * RISES[row + tap];
        d1 += x1 * RISES[row + tap + 1];
      }
      out[i] = s0 + s1 + between * (d0 + d1);
      p += increment;
    }
  }

  private static void readStretched(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    double stretch = Math.min(WIDEST, increment / Pitch.ONE);
    int step = (int) (PHASES / stretch * POINT); // along the table, per sample frame
    float scale = (float) (1 / stretch);
    int taps = (int) (ZEROS * stretch) + 1; // to a side; the table's end is padded with zeros
    long p = phase;
    for (int i = from; i < from + count; i++) {
      int at = guard + (int) (p >>> 32);
      float fraction = Interpolation.fraction(p);
      int before = (int) (fraction * step);
      int after = step - before;
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      for (int tap = 0; tap < taps; tap += 2) {
        s0 += data[at - tap] * side(before);
        s1 += data[at + 1 + tap] * side(after);
        s2 += data[at - tap - 1] * side(before + step);
        s3 += data[at + 2 + tap] * side(after + step);
        before += 2 * step;
        after += 2 * step;
      }
      out[i] = (s0 + s1 + (s2 + s3)) * scale;
      p += increment;
    }
  }

  /// @param place in the table, 16.16 fixed point
  private static float side(int place) {
    int index = place >>> 16;
    float here = SIDE[index];
    return here + (place & 0xFFFF) * (1f / POINT) * (SIDE[index + 1] - here);
  }
}

package modpool.dsp;

/// Paula's way to read a sample: each value is held until the next is fetched, and what comes out
/// is a staircase. Its steps are band-limited here, so that the images a held value has on an Amiga
/// are there up to the output's Nyquist frequency, and nothing comes back from beyond it.
///
/// A step is the integral of a sinc under a Kaiser window, [#REACH] output frames to a side. With
/// `rest(t)`, what is still missing of a step `t` frames after its middle, the output is
///
///     the value held now
///       - for each step before: its height * rest(how long ago)
///       + for each step to come: its height * rest(how long until)
///
/// A pure function of the phase: no state, so neither blocks nor a voice that moves can change it,
/// and a constant passes exactly. The cost grows with the steps in reach: five and a half at
/// period 428 and 48 kHz. Measured at 44.1 and 48 kHz, up to 18 kHz: loops of 1 kHz differ from the
/// theory of a held sample by less than -97 dB.
///
/// Above [#WIDEST] sample frames per output frame the steps in reach would not fit the guard of a
/// sample. From there on the kernel covers as many sample frames, and so less time: aliases set in.
/// No Amiga comes near; at 48 kHz it means a sample played at 188 kHz.
final class StepKernel {
  /// Output frames on each side of a step in which it is not yet, or no longer quite, done.
  static final int REACH = 16;

  /// Most sample frames per output frame with the full reach, 32.32: its steps just fit the guard.
  static final long WIDEST = (long) (3.9 * Pitch.ONE);

  // Side lobes 90 dB down. The response is flat to 0.41 of the output's rate (19.7 kHz at 48, 18.1
  // at 44.1 kHz) and 90 dB down from 0.59 on: what aliases to below 0.41 comes from there.
  private static final double BETA = 0.1102 * (90 - 8.7); // J. Kaiser's formula

  private static final int POINTS = 128; // of the table, per output frame
  private static final int FINER = 16; // parts of a table point for the integral
  private static final int SHIFT = 16; // bits of a fraction of a table point
  private static final int END = REACH * POINTS << SHIFT;

  /// `rest(t)` at [#POINTS] places per frame, each followed by the way to the next for one unit of
  /// the fraction. Behind the end come as many zeros: the loop looks no further, so it need not ask
  /// where it is. The length is a power of two, so that the compiler need not ask either.
  private static final float[] REST = new float[4 * REACH * POINTS];

  private static final int EVEN = REST.length - 2;

  static {
    int points = REACH * POINTS;
    double[] sums = new double[points + 1]; // from a place to the end
    double h = 1.0 / (POINTS * FINER);
    for (int point = points - 1; point >= 0; point--) {
      double sum = 0;
      for (int part = 0; part < FINER; part++) {
        sum += kernel((point * FINER + part + 0.5) * h);
      }
      sums[point] = sums[point + 1] + sum;
    }
    for (int point = 0; point < points; point++) {
      double rest = 0.5 * sums[point] / sums[0];
      double next = 0.5 * sums[point + 1] / sums[0];
      REST[2 * point] = (float) rest;
      REST[2 * point + 1] = (float) ((next - rest) / (1 << SHIFT));
    }
  }

  private StepKernel() {}

  /// The derivative of a step, but for its scale.
  private static double kernel(double frames) {
    double place = frames / REACH;
    double angle = StrictMath.PI * frames;
    return StrictMath.sin(angle) / angle * Kaiser.bessel(BETA * Math.sqrt(1 - place * place));
  }

  /// Steps on each side of the phase that are looked at.
  private static int steps(long increment) {
    return (int) (REACH * Math.min(increment, WIDEST) >>> 32) + 1;
  }

  /// Sample frames after a sample's last in which its fall to silence is still heard. At most what
  /// the guard allows a reader there.
  static int ringing(long increment, int guard) {
    int steps = steps(increment);
    return Math.min(steps, guard - 1 - steps);
  }

  static void read(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    // Times are in the table's units, as products that stay within 62 bits for any increment.
    long perSampleFrame = (long) (POINTS * Pitch.ONE / Math.min(increment, WIDEST) * (1 << SHIFT));
    int tooWide = Math.max(0, 33 - Long.numberOfLeadingZeros(perSampleFrame));
    long factor = perSampleFrame >>> tooWide;
    int apart = (int) Math.min(END - 1, perSampleFrame);
    int steps = steps(increment);
    long p = phase;
    for (int i = from; i < from + count; i++) {
      int at = guard + (int) (p >>> 32);
      long sinceHeld = ((p & 0xFFFF_FFFFL) >>> 1) * factor >>> (31 - tooWide);
      int past = (int) Math.min(END - 1, sinceHeld);
      int future = (int) Math.min(END - 1, perSampleFrame - sinceHeld);
      float held = data[at];
      float earlier = held;
      float later = held;
      float sum = 0;
      for (int step = 1; step <= steps; step++) {
        float before = data[at - step];
        float after = data[at + step];
        sum += (before - earlier) * rest(past) + (after - later) * rest(future);
        earlier = before;
        later = after;
        past += apart;
        future += apart;
      }
      out[i] = held + sum;
      p += increment;
    }
  }

  private static float rest(int time) {
    int point = time >>> (SHIFT - 1) & EVEN;
    return REST[point] + (time & (1 << SHIFT) - 1) * REST[point + 1];
  }
}

package modpool.dsp;

/// How a sample is read between its frames: as the session says or, before that, as a sound says of
/// itself.
///
/// Each kernel reads `count` values along a phase that moves by `increment` per frame, from data
/// whose frame 0 stands at index `guard`; the guard on both sides is wide enough for any kernel, so
/// none looks at edges. The caller splits at loop ends.
///
/// How they sound, measured: what is left of a sine of so many cycles per sample frame, and the
/// loudest image it gets, in dB, when a sample is pitched down (or up, but not above the output's
/// Nyquist frequency); and what a low sine (0.01) gets of noise at any pitch.
///
/// | | 0.1 | 0.2 | 0.3 | 0.4 | noise |
/// |---|---|---|---|---|---|
/// | nearest | -0.1, -19 | -0.6, -13 | -1.3, -9 | -2.4, -6 | -39 |
/// | linear | -0.3, -38 | -1.2, -25 | -2.7, -17 | -4.8, -12 | -79 |
/// | cubic | 0.0, -51 | -0.2, -31 | -1.0, -19 | -2.9, -11 | -92 |
/// | sinc | 0.0, -88 | 0.0, -82 | -0.1, -81 | -1.6, -57 | -92 |
///
/// What a sample holds above the output's Nyquist frequency when it is pitched up comes back in
/// full as aliases, except with sinc, see [SincKernel], and with steps, which have all the images
/// of nearest and no aliases.
public enum Interpolation {
  /// The frame at or before the position: grit, an Amiga's staircase with aliases.
  NEAREST,
  /// A line between two frames.
  LINEAR,
  /// Catmull-Rom's cubic through four frames.
  CUBIC,
  /// A windowed sinc over 16 frames; wider and lower when pitching up, so that what would alias is
  /// filtered out first.
  SINC,
  /// An Amiga's staircase with band-limited steps, which is what its [Machine]s have: see
  /// [StepKernel].
  STEPS;

  /// Reads `count` values into `out` from its start.
  ///
  /// @param phase position of the first value, 32.32 fixed point
  /// @param increment phase per frame, positive
  public void read(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    switch (this) {
      case NEAREST -> nearest(data, guard, phase, increment, out, from, count);
      case LINEAR -> linear(data, guard, phase, increment, out, from, count);
      case CUBIC -> cubic(data, guard, phase, increment, out, from, count);
      case SINC -> SincKernel.read(data, guard, phase, increment, out, from, count);
      case STEPS -> StepKernel.read(data, guard, phase, increment, out, from, count);
    }
  }

  /// Sample frames that are still heard after a sample's last: there, the guard is read.
  ///
  /// @param guard frames of it
  public int ringing(long increment, int guard) {
    return this == STEPS ? StepKernel.ringing(increment, guard) : 0;
  }

  private static void nearest(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    long p = phase;
    for (int i = from; i < from + count; i++) {
      out[i] = data[guard + (int) (p >>> 32)];
      p += increment;
    }
  }

  private static void linear(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    long p = phase;
    for (int i = from; i < from + count; i++) {
      int at = guard + (int) (p >>> 32);
      float f = fraction(p);
      float a = data[at];
      out[i] = a + f * (data[at + 1] - a);
      p += increment;
    }
  }

  private static void cubic(
      float[] data, int guard, long phase, long increment, float[] out, int from, int count) {
    long p = phase;
    for (int i = from; i < from + count; i++) {
      int at = guard + (int) (p >>> 32);
      float f = fraction(p);
      float a = data[at - 1];
      float b = data[at];
      float c = data[at + 1];
      float d = data[at + 2];
      float step = c - b;
      float t1 = c - a;
      float t3 = d - a - 3 * step;
      float t2 = 2 * step - t1 - t3;
      out[i] = b + 0.5f * f * (t1 + f * (t2 + f * t3));
      p += increment;
    }
  }

  /// The fraction of a phase as a float, 0..1. Its upper 24 bits are all that a float holds.
  static float fraction(long phase) {
    return ((int) phase >>> 8) * 0x1p-24f;
  }
}

package modpool.dsp;

/// How a sample is read between its frames.
///
/// Each kernel reads `count` values along a phase that moves by `increment` per frame, from data
/// whose frame 0 stands at index `guard`; the guard on both sides is wide enough for any kernel, so
/// none looks at edges. The caller splits at loop ends.
public enum Interpolation {
  /// The frame at or before the position: grit, and the Amiga's own way.
  NEAREST,
  /// A line between two frames.
  LINEAR,
  /// Catmull-Rom's cubic through four frames.
  CUBIC,
  /// A windowed sinc over 16 frames; wider and lower when pitching up, so that what would alias is
  /// filtered out first. See [SincKernel] for how far aliases are down.
  SINC;

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
    }
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
      float c1 = 0.5f * (c - a);
      float c2 = a - 2.5f * b + 2f * c - 0.5f * d;
      float c3 = 0.5f * (d - a) + 1.5f * (b - c);
      out[i] = ((c3 * f + c2) * f + c1) * f + b;
      p += increment;
    }
  }

  /// The fraction of a phase as a float, 0..1. Its upper 24 bits are all that a float holds.
  static float fraction(long phase) {
    return ((int) phase >>> 8) * 0x1p-24f;
  }
}

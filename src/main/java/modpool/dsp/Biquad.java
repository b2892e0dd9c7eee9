package modpool.dsp;

import java.util.function.DoubleUnaryOperator;

/// A digital filter of up to two poles that has the magnitude of an analogue one, for a left and a
/// right side. In double: the high pass of an Amiga forgets within 1500 frames, and rounding in
/// float would add up for as long.
///
/// The poles are those of the analogue filter, `exp(s / rate)`. The zeros make the magnitude right
/// at three places: 0 Hz, and [#NEAR] and [#FAR] of the rate (M. Vicanek, "Matched Second Order
/// Digital Filters", 2016, where the places are the corner and the Nyquist frequency). A bilinear
/// filter would have no treble: its response at the Nyquist frequency is that at infinity.
///
/// Transposed direct form 2.
final class Biquad {
  private static final double NEAR = 0.15;
  private static final double FAR = 0.375; // 18 kHz at 48

  private static final double FLOOR = 1e-8; // -160 dB

  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;
  private double left1;
  private double left2;
  private double right1;
  private double right2;

  private Biquad(double b0, double b1, double b2, double a1, double a2) {
    this.b0 = b0;
    this.b1 = b1;
    this.b2 = b2;
    this.a1 = a1;
    this.a2 = a2;
  }

  /// One pole.
  static Biquad lowPass(double hz, int rate) {
    double pole = StrictMath.exp(-2 * StrictMath.PI * hz / rate);
    return matched(-pole, 0, rate, at -> 1 / (1 + square(at / hz)));
  }

  /// Two poles that are a pair, `q` above one half.
  static Biquad lowPass(double hz, double q, int rate) {
    double corner = 2 * StrictMath.PI * hz / rate;
    double damping = 1 / (2 * q);
    double radius = StrictMath.exp(-damping * corner);
    double angle = corner * Math.sqrt(1 - damping * damping);
    return matched(
        -2 * radius * StrictMath.cos(angle),
        radius * radius,
        rate,
        at -> 1 / (square(1 - square(at / hz)) + square(at / hz / q)));
  }

  /// One pole, far below the rate: then a zero at 0 Hz and no loss at the top match well enough.
  static Biquad highPass(double hz, int rate) {
    double pole = StrictMath.exp(-2 * StrictMath.PI * hz / rate);
    double gain = (1 + pole) / 2;
    return new Biquad(gain, -gain, 0, -pole, 0);
  }

  /// With `p = sin^2(pi f / rate)` the square of the magnitude of either polynomial is `(1 - p) X0
  /// + p X1 + 4 p (1 - p) X2`. X0 is known, the two places give X1 and X2, and from these follow b0
  ///   to b2.
  ///
  /// @param power square of the wanted magnitude by frequency in Hz, 1 at 0 Hz
  private static Biquad matched(double a1, double a2, int rate, DoubleUnaryOperator power) {
    double x0 = square(1 + a1 + a2);
    double denominator1 = square(1 - a1 + a2);
    double denominator2 = -4 * a2;
    double[] p = {sine2(NEAR), sine2(FAR)};
    double[] right = new double[2];
    for (int i = 0; i < 2; i++) {
      double place = i == 0 ? NEAR : FAR;
      double poles = (1 - p[i]) * x0 + p[i] * denominator1 + 4 * p[i] * (1 - p[i]) * denominator2;
      right[i] = (power.applyAsDouble(place * rate) * poles - (1 - p[i]) * x0) / p[i];
    }
    // now right = X1 + 4 (1 - p) X2 at both places
    double x2 = (right[0] - right[1]) / (4 * (p[1] - p[0]));
    double x1 = right[0] - 4 * (1 - p[0]) * x2;
    double even = (Math.sqrt(x0) + Math.sqrt(x1)) / 2; // b0 + b2
    double b0 = (even + Math.sqrt(even * even + x2)) / 2;
    return new Biquad(b0, (Math.sqrt(x0) - Math.sqrt(x1)) / 2, -x2 / (4 * b0), a1, a2);
  }

  private static double sine2(double place) {
    return square(StrictMath.sin(StrictMath.PI * place));
  }

  private static double square(double x) {
    return x * x;
  }

  /// Filters both sides in place, from index `from` up to index `to`.
  void process(float[] left, float[] right, int from, int to) {
    double l1 = left1;
    double l2 = left2;
    double r1 = right1;
    double r2 = right2;
    for (int i = from; i < to; i++) {
      double l = left[i];
      double r = right[i];
      double outLeft = b0 * l + l1;
      double outRight = b0 * r + r1;
      l1 = b1 * l - a1 * outLeft + l2;
      r1 = b1 * r - a1 * outRight + r2;
      l2 = b2 * l - a2 * outLeft;
      r2 = b2 * r - a2 * outRight;
      left[i] = (float) outLeft;
      right[i] = (float) outRight;
    }
    left1 = l1;
    left2 = l2;
    right1 = r1;
    right2 = r2;
  }

  /// As if these values had stood at the input for ever.
  void settle(float left, float right) {
    double gain = (b0 + b1 + b2) / (1 + a1 + a2);
    left1 = (gain - b0) * left;
    left2 = (b2 - a2 * gain) * left;
    right1 = (gain - b0) * right;
    right2 = (b2 - a2 * gain) * right;
  }

  /// Snaps decayed state to zero. Only on the grid: a block's end must not move it.
  void flush() {
    left1 = flushed(left1);
    left2 = flushed(left2);
    right1 = flushed(right1);
    right2 = flushed(right2);
  }

  private static double flushed(double state) {
    return Math.abs(state) < FLOOR ? 0 : state;
  }

  /// True when silence at the input comes out as silence.
  boolean isSilent() {
    return left1 == 0 && left2 == 0 && right1 == 0 && right2 == 0;
  }
}

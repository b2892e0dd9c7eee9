package modpool.dsp;

/// The Kaiser window, under which the interpolating kernels are cut to length. Not for the render
/// thread: tables are made from it.
final class Kaiser {
  private Kaiser() {}

  /// The modified Bessel function of the first kind, order zero, by its series. The window at
  /// `place` -1..1 is `bessel(beta * sqrt(1 - place^2)) / bessel(beta)`.
  static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}

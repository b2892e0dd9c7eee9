package modpool.doctor.peers;

import java.util.Locale;

/// How a player reads samples between their frames. Programs mean somewhat different kernels by the
/// same word: a cubic is Catmull-Rom's or a fitted one, a sinc has 7 to 16 points.
public enum Reading {
  NEAREST,
  LINEAR,
  CUBIC,
  SINC,
  /// An Amiga 500's band-limited steps and its filters.
  A500;

  /// As it is printed.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

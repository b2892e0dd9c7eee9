package modpool.testing;

import modpool.patch.Sample;
import modpool.patch.Sample.Loop;

/// Samples to play in tests.
public final class Samples {
  private Samples() {}

  /// A mono one-shot.
  public static Sample oneShot(String name, double rateHz, float... frames) {
    return new Sample.Builder(name, frames, null).rateHz(rateHz).build();
  }

  /// A mono sample that loops as a whole.
  public static Sample looped(String name, double rateHz, float... frames) {
    return new Sample.Builder(name, frames, null)
        .rateHz(rateHz)
        .loop(Loop.FORWARD, 0, frames.length)
        .build();
  }
}

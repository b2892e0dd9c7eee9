package modpool.ui.scope;

/// Finds where a wave is to be shown from, so that what repeats stands still. Pure.
final class Trigger {
  private Trigger() {}

  /// The last place from which `shown` samples follow and at which the wave rises through zero, the
  /// steepest of those within a period or so; or the last possible place when it never does.
  static int find(float[] wave, int shown) {
    int last = wave.length - shown;
    int best = last;
    float steepest = 0;
    for (int i = last; i > Math.max(0, last - shown); i--) {
      float rise = wave[i] - wave[i - 1];
      if (wave[i - 1] < 0 && wave[i] >= 0 && rise > steepest * 1.05f) {
        steepest = rise;
        best = i;
      }
    }
    return best;
  }
}

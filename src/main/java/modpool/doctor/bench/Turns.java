package modpool.doctor.bench;

import java.util.Arrays;

/// What turns took.
final class Turns {
  private static final double MUCH = 0.03;
  private static final int RECENT = 3;

  private Turns() {}

  /// The one in the middle; of an even number, the mean of the two there.
  ///
  /// @throws IllegalArgumentException for none
  static double median(double... turns) {
    if (turns.length == 0) {
      throw new IllegalArgumentException("no turns");
    }
    double[] sorted = turns.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// Whether they have stopped falling: the last three are hardly better than the best before.
  static boolean isSteady(double... turns) {
    int before = turns.length - RECENT;
    return before > 0 && least(turns, before, turns.length) >= (1 - MUCH) * least(turns, 0, before);
  }

  private static double least(double[] turns, int from, int to) {
    return Arrays.stream(turns, from, to).min().orElseThrow();
  }
}

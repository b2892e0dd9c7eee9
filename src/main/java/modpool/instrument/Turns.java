package modpool.instrument;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.patch.Strike;

/// How often each key was struck since the beginning, at each of its ranges of velocity: whose turn
/// it is in a round robin.
///
/// A key counts for itself. Would a counter serve several keys, two keys in turn would each hear
/// the same sample over and over.
@RenderThread
final class Turns {
  private static final int KEYS = 128;
  private static final int LAYERS = 8; // the ninth range of velocity counts along with the first

  private final int[] counts = new int[KEYS * LAYERS];

  /// The number of this press of the key, from 0; always 0 where there are no turns.
  int next(Strike strike, int key) {
    if (!strike.takesTurns()) {
      return 0;
    }
    int counter = key * LAYERS + strike.velocityLayer() % LAYERS;
    int count = counts[counter];
    counts[counter] = count + 1 & Integer.MAX_VALUE;
    return count;
  }

  /// The first turn comes next, everywhere.
  void reset() {
    Arrays.fill(counts, 0);
  }
}

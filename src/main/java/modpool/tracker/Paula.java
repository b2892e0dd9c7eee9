package modpool.tracker;

import modpool.bridge.RenderThread;

/// What the Amiga's sound chip can and can't do.
final class Paula {
  /// Frames that she reads at a time: nothing she plays is shorter.
  static final int WORD = 2;

  private static final int SHORTEST_PERIOD = 113; // what her memory access keeps up with
  private static final int PERIOD_0 = 65_536; // her counter runs all the way round

  private Paula() {}

  /// Colour clocks from one frame of a sample to the next.
  ///
  /// @param period of her register, 0..65535
  @RenderThread
  static int clocksPerFrame(int period) {
    return Math.max(period == 0 ? PERIOD_0 : period, SHORTEST_PERIOD);
  }
}

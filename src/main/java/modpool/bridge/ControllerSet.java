package modpool.bridge;

import java.util.function.IntPredicate;
import modpool.bridge.board.ChannelBoard;

/// Some of the controllers of 16 channels, a bit each. Immutable.
public final class ControllerSet {
  /// None at all.
  public static final ControllerSet NONE = new ControllerSet(address -> false);

  private static final int CONTROLLERS = 128;

  private final long[] bits = new long[ChannelBoard.CHANNELS * CONTROLLERS / Long.SIZE];

  /// @param holds asked for each [#address]
  public ControllerSet(IntPredicate holds) {
    for (int address = 0; address < ChannelBoard.CHANNELS * CONTROLLERS; address++) {
      if (holds.test(address)) {
        bits[address / Long.SIZE] |= 1L << address;
      }
    }
  }

  /// A controller of a channel as one number.
  ///
  /// @param channel from 0
  @RenderThread
  public static int address(int channel, int controller) {
    return channel * CONTROLLERS + controller;
  }

  /// @param channel from 0
  /// @param controller 0-127
  @RenderThread
  public boolean has(int channel, int controller) {
    int address = address(channel, controller);
    return (bits[address / Long.SIZE] >>> address & 1) != 0;
  }
}

package modpool.tracker;

import modpool.bridge.RenderThread;

/// Turns ticks into frames without ever losing a part of one.
///
/// All times are counts of the Amiga's colour clock, the finest time its sound chip knows; so a
/// tick's length is an integer and a song's length does not depend on the rate.
public final class SongClock {
  /// PAL colour clocks in a second (28.37516 MHz / 8).
  public static final int COLOUR_CLOCK_HZ = 3_546_895;

  private final int rate;
  private long rest; // of the last frame, in units of 1 / COLOUR_CLOCK_HZ frames

  /// @param rate frames in a second
  public SongClock(int rate) {
    this.rate = rate;
  }

  /// Lets a time pass.
  ///
  /// @param colourClocks up to some minutes
  /// @return how many frames begin in it
  @RenderThread
  public int advance(int colourClocks) {
    long sum = rest + (long) colourClocks * rate;
    rest = sum % COLOUR_CLOCK_HZ;
    return (int) (sum / COLOUR_CLOCK_HZ);
  }
}

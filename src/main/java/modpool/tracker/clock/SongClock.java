package modpool.tracker.clock;

import modpool.bridge.RenderThread;

/// Turns ticks into frames without ever losing a part of one.
///
/// All times are counts of the Amiga's colour clock, the finest time its sound chip knows; so a
/// tick's length is an integer and a song's length does not depend on the rate.
public final class SongClock {
  /// PAL colour clocks in a second (28.37516 MHz / 8).
  public static final int COLOUR_CLOCK_HZ = 3_546_895;

  /// The tempo of a song that plays as it is written, in percent.
  public static final int AS_WRITTEN = 100;

  /// The bounds of what [#setTempo] takes, in percent.
  public static final int SLOWEST = 25;

  public static final int FASTEST = 400;

  private final int rate;
  private int percent = AS_WRITTEN;
  private long rest; // of the last frame, in units of 1 / (COLOUR_CLOCK_HZ * percent) frames

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
    long sum = rest + (long) colourClocks * rate * AS_WRITTEN;
    long perFrame = (long) COLOUR_CLOCK_HZ * percent;
    rest = sum % perFrame;
    return (int) (sum / perFrame);
  }

  /// Lets the times that pass from now on be shorter or longer.
  ///
  /// @param wanted in percent; held within [#SLOWEST] and [#FASTEST]
  @RenderThread
  public void setTempo(int wanted) {
    int next = Math.clamp(wanted, SLOWEST, FASTEST);
    rest = rest * next / percent; // the same part of a frame
    percent = next;
  }

  /// A written tempo as it is played.
  ///
  /// @param tempo in beats per minute
  @RenderThread
  public static int scaled(int tempo, int percent) {
    return (tempo * percent + AS_WRITTEN / 2) / AS_WRITTEN;
  }

  /// In percent.
  @RenderThread
  public int tempo() {
    return percent;
  }
}

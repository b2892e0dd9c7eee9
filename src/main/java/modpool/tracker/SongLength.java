package modpool.tracker;

import modpool.module.Module;
import modpool.tracker.clock.SongClock;

/// How long a song is, exactly: from its first tick to where it would repeat itself. On control.
public final class SongLength {
  private static final int MAX_TICKS = 10_000_000; // loops in loops can take weeks

  private SongLength() {}

  /// The length of once through in colour clocks, see [SongClock#COLOUR_CLOCK_HZ].
  public static long colourClocks(Module song, SongTiming timing) {
    return colourClocks(song, timing, 1);
  }

  private static long colourClocks(Module song, SongTiming timing, int passes) {
    Replayer replayer = new Replayer(song, timing, 1, passes, Silence.INSTANCE);
    while (replayer.tick() != Replayer.OVER && replayer.ticks() < MAX_TICKS) {
      // The replayer keeps the sum.
    }
    return replayer.elapsedClocks();
  }

  /// The length of so many times through in seconds. A song that repeats from its middle is shorter
  /// the second time.
  public static double seconds(Module song, SongTiming timing, int passes) {
    return (double) colourClocks(song, timing, passes) / SongClock.COLOUR_CLOCK_HZ;
  }
}

package modpool.tracker;

import java.util.Arrays;
import modpool.module.Module;
import modpool.tracker.clock.SongClock;

/// When a song comes to each of its rows for the first time, and how long it is. Immutable; made on
/// control by going through the song once.
public final class SongTimes {
  private static final int MAX_TICKS = 10_000_000; // loops in loops can take weeks
  private static final long NEVER = -1;

  private final long[][] clocks; // by order and row
  private final long length;

  /// @param timing [SongTiming#AUTO] is resolved
  public SongTimes(Module song, SongTiming timing) {
    clocks = new long[song.orders().size()][];
    for (int order = 0; order < clocks.length; order++) {
      clocks[order] = new long[song.patternAt(order).rows()];
      Arrays.fill(clocks[order], NEVER);
    }
    Replayer replayer = new Replayer(song, timing, 1, 1, Silence.INSTANCE);
    while (replayer.tick() != Replayer.OVER && replayer.ticks() < MAX_TICKS) {
      long[] rows = clocks[replayer.order()];
      if (rows[replayer.row()] == NEVER) {
        rows[replayer.row()] = replayer.elapsedClocks();
      }
    }
    length = replayer.elapsedClocks();
  }

  /// Seconds from the beginning to a row; 0 for one that is never played.
  public double secondsAt(int order, int row) {
    boolean known = order < clocks.length && row < clocks[order].length;
    return known ? seconds(Math.max(0, clocks[order][row])) : 0;
  }

  /// Seconds of once through.
  public double lengthSeconds() {
    return seconds(length);
  }

  private static double seconds(long clocks) {
    return (double) clocks / SongClock.COLOUR_CLOCK_HZ;
  }
}

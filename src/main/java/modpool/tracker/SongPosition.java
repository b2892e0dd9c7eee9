package modpool.tracker;

/// Where a song is, in one long, so that it can cross threads as a number.
public final class SongPosition {
  private SongPosition() {}

  /// The opposite of the others.
  public static long pack(int order, int row, int speed, int tempo) {
    return (long) order << 32 | (long) row << 16 | (long) (speed & 0xFF) << 8 | tempo & 0xFF;
  }

  public static int order(long position) {
    return (int) (position >>> 32);
  }

  public static int row(long position) {
    return (int) (position >>> 16) & 0xFFFF;
  }

  /// Ticks per row.
  public static int speed(long position) {
    return (int) (position >>> 8) & 0xFF;
  }

  /// Beats per minute.
  public static int tempo(long position) {
    return (int) position & 0xFF;
  }
}

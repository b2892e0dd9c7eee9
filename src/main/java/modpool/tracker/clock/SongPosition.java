package modpool.tracker.clock;

/// Where a song is, in one long, so that it can cross threads as a number.
public final class SongPosition {
  private SongPosition() {}

  /// The opposite of the others.
  public static long pack(int order, int row, int speed, int tempo) {
    return (long) order << 40
        | (long) (row & 0xFFFF) << 24
        | (long) (speed & 0xFF) << 16
        | tempo & 0xFFFF;
  }

  /// The same place at another tempo.
  ///
  /// @param percent of the tempo that it has
  public static long atTempo(long position, int percent) {
    return position & ~0xFFFFL | SongClock.scaled(tempo(position), percent);
  }

  public static int order(long position) {
    return (int) (position >>> 40);
  }

  public static int row(long position) {
    return (int) (position >>> 24) & 0xFFFF;
  }

  /// Ticks per row.
  public static int speed(long position) {
    return (int) (position >>> 16) & 0xFF;
  }

  /// Beats per minute, as it is played.
  public static int tempo(long position) {
    return (int) position & 0xFFFF;
  }
}

package modpool.tracker.clock;

/// A place to enter a song at: one of its orders, or so many ticks after its beginning.
///
/// @param order from 0; 0 when the tick counts
/// @param tick from 0; 0 when the order counts
public record SongPlace(int order, long tick) {
  /// Order 0, tick 0.
  public static final SongPlace BEGINNING = new SongPlace(0, 0);

  public SongPlace {
    if (order < 0 || tick < 0 || order > 0 && tick > 0) {
      throw new IllegalArgumentException("order " + order + ", tick " + tick);
    }
  }

  /// Where an order begins.
  public static SongPlace ofOrder(int order) {
    return new SongPlace(order, 0);
  }

  /// Where the song is after so many ticks.
  public static SongPlace ofTick(long tick) {
    return new SongPlace(0, tick);
  }
}

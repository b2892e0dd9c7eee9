package modpool.ui.look;

/// How a level meter moves: up at once, down slowly; its highest mark stays a while. In dB.
public final class Ballistics {
  /// Where the scale begins.
  public static final double FLOOR_DB = -60;

  private static final double FALL_DB_PER_SECOND = 30;
  private static final double HOLD_SECONDS = 1.5;

  private double levelDb = FLOOR_DB;
  private double markDb = FLOOR_DB;
  private double markAge;

  /// Takes the peak since the last time.
  ///
  /// @param peak linear
  /// @param seconds since the last time
  public void move(float peak, double seconds) {
    double db = toDb(peak);
    levelDb = Math.max(db, Math.max(FLOOR_DB, levelDb - FALL_DB_PER_SECOND * seconds));
    markAge += seconds;
    if (db >= markDb) {
      markDb = db;
      markAge = 0;
    } else if (markAge > HOLD_SECONDS) {
      markDb = Math.max(levelDb, markDb - FALL_DB_PER_SECOND * seconds);
    }
  }

  /// Not below the scale's beginning.
  public static double toDb(float linear) {
    return linear <= 0 ? FLOOR_DB : Math.max(FLOOR_DB, 20 * Math.log10(linear));
  }

  /// The part of the scale that the level fills, 0 to 1 at 0 dB, more beyond.
  public double level() {
    return part(levelDb);
  }

  /// Where the mark is, likewise.
  public double mark() {
    return part(markDb);
  }

  public double levelDb() {
    return levelDb;
  }

  /// The place of a level on the scale.
  public static double part(double db) {
    return (db - FLOOR_DB) / -FLOOR_DB;
  }
}

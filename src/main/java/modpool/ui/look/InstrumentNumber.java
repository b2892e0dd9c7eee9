package modpool.ui.look;

/// A number for each instrument, by its id, so that its colour is the same everywhere.
public final class InstrumentNumber {
  private static final int CHANNELS = 16;

  private InstrumentNumber() {}

  /// Channels are 0-15, the samples of a song follow; others have a number of their own.
  public static int of(String id) {
    if (id.matches("ch[0-9]{2}")) {
      return Integer.parseInt(id.substring(2)) - 1;
    }
    if (id.matches("[0-9]{1,3}")) {
      return CHANNELS + Integer.parseInt(id);
    }
    return CHANNELS + Math.floorMod(id.hashCode(), 997);
  }
}

package modpool.send;

import modpool.bridge.RenderThread;

/// Tells when an effect's tail is over: once everything that it has put into its memory lies below
/// the floor for as long as that memory lasts. Counted on the grid from the signal alone, so that
/// it makes no difference how often somebody looks.
@RenderThread
final class Rest {
  /// -160 dB. What is left of a tail then is cleared, long before it could become a denormal.
  private static final int FLOOR = Float.floatToRawIntBits(1e-8f);

  private final int enough;
  private int quiet; // grid cells
  private int peak; // the bits of the largest value of this cell

  /// @param cells how long the effect remembers, in grid cells
  Rest(int cells) {
    enough = cells;
    quiet = cells;
  }

  /// Looks at what was put into memory.
  void look(float[] values, int frames) {
    int most = peak;
    for (int i = 0; i < frames; i++) {
      most = Math.max(most, Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
    }
    peak = most;
  }

  /// A grid cell ends.
  ///
  /// @return true when the memory is to be cleared
  boolean step() {
    quiet = peak < FLOOR ? Math.min(enough, quiet + 1) : 0;
    boolean isOver = quiet == enough && peak > 0;
    peak = 0;
    return isOver;
  }

  /// True when the memory holds nothing.
  boolean isSilent() {
    return quiet == enough && peak == 0;
  }
}

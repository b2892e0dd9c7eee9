package modpool.dsp;

/// What a knob's jump becomes: two one-pole smoothers in a row, stepped on the control grid, so
/// that what follows has no corner.
public final class Smoothing {
  /// This near to its target, linear, a smoothed value is there; or it would never arrive.
  public static final float CLOSE = 1e-5f;

  private static final double SECONDS = 0.003; // time constant of each

  private Smoothing() {}

  /// The share of the way to its target that each goes in a grid cell.
  public static float perCell(int rate) {
    double cells = SECONDS * rate / Grid.FRAMES;
    return (float) (1 - StrictMath.exp(-1 / cells));
  }
}

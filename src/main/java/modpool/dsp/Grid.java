package modpool.dsp;

/// The control grid: envelopes, LFOs and smoothers step where the absolute frame is a multiple of
/// [#FRAMES]. Because the grid is absolute, the size of a render block never moves a step, and so
/// never changes a sample.
public final class Grid {
  /// Frames between two control steps.
  public static final int FRAMES = 32;

  /// Most frames rendered in one go, where nothing steps: longer runs gain little.
  public static final int PIECE = 8 * FRAMES;

  private static final int MASK = FRAMES - 1;

  private Grid() {}

  /// True where a control step is due.
  public static boolean isStep(long frame) {
    return (frame & MASK) == 0;
  }

  /// Frames from `frame` to the next step, 1..[#FRAMES].
  public static int framesToStep(long frame) {
    return FRAMES - (int) (frame & MASK);
  }
}

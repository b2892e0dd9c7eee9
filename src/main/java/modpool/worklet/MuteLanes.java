package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Smoothing;

/// How much is heard of each lane that a song's track plays, linear. Muting moves through two
/// one-pole smoothers on the control grid, so that it has no corner.
@RenderThread
public final class MuteLanes {
  private final float perCell;
  private final float[] target;
  private final float[] first;
  private final float[] heard;

  /// @param rate frames per second
  public MuteLanes(int lanes, int rate) {
    perCell = Smoothing.perCell(rate);
    target = new float[lanes];
    first = new float[lanes];
    heard = new float[lanes];
  }

  /// So much, at once.
  public void set(int lane, float share) {
    target[lane] = share;
    first[lane] = share;
    heard[lane] = share;
  }

  /// All or nothing, in some milliseconds.
  public void aim(int lane, boolean audible) {
    target[lane] = audible ? 1 : 0;
  }

  /// It moves no more.
  public void stay(int lane) {
    set(lane, heard[lane]);
  }

  public float heard(int lane) {
    return heard[lane];
  }

  boolean isSteady(int lane) {
    return heard[lane] == target[lane];
  }

  /// A grid frame has come.
  public void step(int lane) {
    float to = target[lane];
    if (heard[lane] == to) {
      return;
    }
    first[lane] += (to - first[lane]) * perCell;
    heard[lane] += (first[lane] - heard[lane]) * perCell;
    if (Math.abs(to - heard[lane]) < Smoothing.CLOSE) { // or it would go on falling for ever
      set(lane, to);
    }
  }

  public void copy(int lane, MuteLanes to, int toLane) {
    to.target[toLane] = target[lane];
    to.first[toLane] = first[lane];
    to.heard[toLane] = heard[lane];
  }
}

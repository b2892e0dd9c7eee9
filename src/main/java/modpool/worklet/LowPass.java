package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;

/// The two-pole low pass of an engine's lanes. See `FilterTable` for its source.
@RenderThread
final class LowPass {
  private final Lanes lanes;

  LowPass(Lanes lanes) {
    this.lanes = lanes;
  }

  /// Filters what could be read, cell by cell: up to the sample's end, and does not ring on.
  ///
  /// @param frame absolute frame of index `from`
  /// @param right null for a mono sample
  void run(int lane, long frame, int from, int to, int readable, float[] left, float[] right) {
    if (lanes.filterFresh[lane]) { // starts from what it would have let through: no click
      lanes.filterFresh[lane] = false;
      lanes.left2[lane] = left[from];
      lanes.right2[lane] = right == null ? 0 : right[from];
    }
    int at = from;
    while (at < to) {
      long now = frame + at - from;
      if (Grid.isStep(now)) {
        lanes.flushFilter(lane);
      }
      int end = Math.min(to, at + Grid.framesToStep(now));
      filter(left, at, Math.min(end, readable), lane, lanes.left1, lanes.left2);
      if (right != null) {
        filter(right, at, Math.min(end, readable), lane, lanes.right1, lanes.right2);
      }
      at = end;
    }
  }

  private void filter(float[] data, int from, int to, int lane, float[] first, float[] second) {
    float p = 2 * lanes.a1[lane] - 1;
    float q = 2 * lanes.a2[lane];
    float r = 2 * lanes.a3[lane];
    float s1 = first[lane];
    float s2 = second[lane];
    // Written out for the shortest path from one frame's state to the next: that is what takes the
    // time.
    for (int i = from; i < to; i++) {
      float v3 = data[i] - s2;
      float next2 = s2 + q * s1 + r * v3;
      s1 = p * s1 + q * v3;
      data[i] = (s2 + next2) * 0.5f;
      s2 = next2;
    }
    first[lane] = s1;
    second[lane] = s2;
  }
}

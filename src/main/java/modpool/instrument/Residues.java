package modpool.instrument;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Fade;

/// What is left of tails that had to give way to others: their last values, decaying.
@RenderThread
final class Residues {
  private static final long NEVER = Long.MAX_VALUE;

  private final Fade fade;
  private final float[] left;
  private final float[] right;
  private final long[] from; // frame, or NEVER

  Residues(int voices, Fade fade) {
    this.fade = fade;
    left = new float[voices];
    right = new float[voices];
    from = new long[voices];
    Arrays.fill(from, NEVER);
  }

  boolean isSounding(int voice) {
    return from[voice] != NEVER;
  }

  /// Adds what a tail last put out to what is there.
  void keep(int voice, long frame, float lastLeft, float lastRight) {
    float before = isSounding(voice) ? fade.shape()[(int) (frame - from[voice])] : 0;
    left[voice] = left[voice] * before + lastLeft;
    right[voice] = right[voice] * before + lastRight;
    from[voice] = frame;
  }

  /// @param frame absolute frame of index `start`
  void render(int voice, long frame, int start, int to, float[] busLeft, float[] busRight) {
    if (!isSounding(voice)) {
      return;
    }
    int passed = (int) (frame - from[voice]) - start;
    for (int i = start; i < to; i++) {
      busLeft[i] += left[voice] * fade.shape()[passed + i];
      busRight[i] += right[voice] * fade.shape()[passed + i];
    }
    if (passed + to >= fade.length()) {
      from[voice] = NEVER;
    }
  }
}

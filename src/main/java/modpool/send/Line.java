package modpool.send;

import java.util.Arrays;
import modpool.bridge.RenderThread;

/// A delay of a fixed length, and the loss of what comes round in it: less at low frequencies than
/// at high ones, by one pole.
@RenderThread
final class Line {
  private final float[] ring;
  private int at;
  private float gain;
  private float pole;
  private float state;

  /// @param frames at least a grid cell
  Line(int frames) {
    ring = new float[frames];
  }

  int length() {
    return ring.length;
  }

  /// @param newGain at 0 Hz
  void setLoss(float newGain, float newPole) {
    gain = newGain * (1 - newPole);
    pole = newPole;
  }

  /// What was written a length ago, with its loss.
  void read(float[] out, int frames) {
    int before = Math.min(frames, ring.length - at);
    System.arraycopy(ring, at, out, 0, before);
    System.arraycopy(ring, 0, out, before, frames - before);
    float y = state;
    for (int i = 0; i < frames; i++) {
      y = gain * out[i] + pole * y;
      out[i] = y;
    }
    state = y;
  }

  /// Puts in what comes out in a length; after [#read], and as much.
  void write(float[] in, int frames) {
    int before = Math.min(frames, ring.length - at);
    System.arraycopy(in, 0, ring, at, before);
    System.arraycopy(in, before, ring, 0, frames - before);
    at = (at + frames) % ring.length;
  }

  void clear() {
    Arrays.fill(ring, 0);
    state = 0;
  }
}

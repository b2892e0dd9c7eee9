package modpool.send;

import java.util.Arrays;
import modpool.bridge.RenderThread;

/// Schroeder's all-pass: smears a sound in time and leaves its spectrum.
@RenderThread
final class AllPass {
  private final float[] ring;
  private final float gain;
  private int at;

  AllPass(int frames, float gain) {
    ring = new float[frames];
    this.gain = gain;
  }

  void process(float[] data, int frames) {
    int place = at;
    for (int i = 0; i < frames; i++) {
      float before = ring[place];
      float in = data[i] - gain * before;
      ring[place] = in;
      data[i] = before + gain * in;
      place = place + 1 == ring.length ? 0 : place + 1;
    }
    at = place;
  }

  void clear() {
    Arrays.fill(ring, 0);
  }
}

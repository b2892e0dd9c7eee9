package modpool.render;

import java.util.Arrays;
import modpool.bridge.Meters;
import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Limiter;

/// Sums the strips' buses in slot order into the output; then gain, width and limiter.
@RenderThread
final class Mixer {
  private final float[] busLeft = new float[Grid.FRAMES];
  private final float[] busRight = new float[Grid.FRAMES];
  private final float gain;
  private final float separation;
  private final Limiter limiter; // null: off
  private final Meters meters;

  /// @param gain linear, of everything
  /// @param separation 0 (mono) to 1 (as panned)
  Mixer(float gain, float separation, Limiter limiter, Meters meters) {
    this.gain = gain;
    this.separation = separation;
    this.limiter = limiter;
    this.meters = meters;
  }

  /// Writes the raw sum of one piece, at most a grid cell.
  void mix(Rack rack, long frame, float[] left, float[] right, int offset, int frames) {
    Arrays.fill(left, offset, offset + frames, 0f);
    Arrays.fill(right, offset, offset + frames, 0f);
    for (int slot = 0; slot < rack.size(); slot++) {
      Strip strip = rack.strip(slot);
      if (strip.instrument().isSilent()) {
        continue;
      }
      Arrays.fill(busLeft, 0, frames, 0f);
      Arrays.fill(busRight, 0, frames, 0f);
      strip.instrument().render(frame, frames, busLeft, busRight);
      if (!strip.muted()) {
        add(busLeft, left, offset, frames);
        add(busRight, right, offset, frames);
      }
    }
  }

  private static void add(float[] bus, float[] out, int offset, int frames) {
    for (int i = 0; i < frames; i++) {
      out[offset + i] += bus[i];
    }
  }

  /// Makes the output of a block's raw sum, and measures it.
  void finish(float[] left, float[] right, int frames) {
    for (int i = 0; i < frames; i++) {
      float middle = (left[i] + right[i]) * 0.5f;
      left[i] = (middle + (left[i] - middle) * separation) * gain;
      right[i] = (middle + (right[i] - middle) * separation) * gain;
    }
    if (limiter != null) {
      limiter.process(left, right, 0, frames);
    }
    float peakLeft = 0;
    float peakRight = 0;
    for (int i = 0; i < frames; i++) {
      peakLeft = Math.max(peakLeft, Math.abs(left[i]));
      peakRight = Math.max(peakRight, Math.abs(right[i]));
    }
    meters.raisePeaks(peakLeft, peakRight);
  }
}

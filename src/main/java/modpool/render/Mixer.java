package modpool.render;

import java.util.Arrays;
import modpool.bridge.Meters;
import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Limiter;

/// Sums the strips' buses in slot order into the output; then gain, width and limiter. In an Amiga
/// the sums of the channels and of the song pass an output stage each.
@RenderThread
final class Mixer {
  private final float[] busLeft = new float[Grid.FRAMES];
  private final float[] busRight = new float[Grid.FRAMES];
  private final ChipBus[] chips; // by origin; none in a clean machine
  private final float gain;
  private final float separation;
  private final Limiter limiter; // null: off
  private final Meters meters;

  Mixer(MixSettings settings, Meters meters) {
    gain = settings.gain();
    separation = settings.separation();
    limiter = settings.limited() ? new Limiter(settings.rate()) : null;
    this.meters = meters;
    chips = new ChipBus[settings.machine().isAmiga() ? Origin.values().length : 0];
    for (int i = 0; i < chips.length; i++) {
      chips[i] = new ChipBus(settings.machine(), settings.rate());
    }
  }

  /// Switches the filter that an Amiga has beside its power LED. Without an Amiga, nothing.
  void setLed(Origin origin, boolean on) {
    if (chips.length > 0) {
      chips[origin.ordinal()].setLed(on);
    }
  }

  /// True when silent strips make a silent mix: no filter rings on.
  boolean isSilent() {
    for (ChipBus chip : chips) {
      if (!chip.isSilent()) {
        return false;
      }
    }
    return true;
  }

  /// Writes the raw sum of one piece, at most a grid cell.
  void mix(Rack rack, long frame, float[] left, float[] right, int offset, int frames) {
    Arrays.fill(left, offset, offset + frames, 0f);
    Arrays.fill(right, offset, offset + frames, 0f);
    for (int slot = 0; slot < rack.size(); slot++) {
      Strip strip = rack.strip(slot);
      if (!strip.instrument().render(frame, frames, busLeft, busRight)) {
        continue;
      }
      if (!strip.muted()) {
        addBus(strip, left, right, offset, frames);
      }
      Arrays.fill(
          busLeft, 0, frames, 0f); // for the next strip that sounds: a silent one costs nothing
      Arrays.fill(busRight, 0, frames, 0f);
    }
    for (ChipBus chip : chips) {
      chip.mix(frame, left, right, offset, frames);
    }
  }

  private void addBus(Strip strip, float[] left, float[] right, int offset, int frames) {
    if (chips.length > 0) {
      chips[strip.origin().ordinal()].add(busLeft, busRight, frames);
    } else {
      add(busLeft, left, offset, frames);
      add(busRight, right, offset, frames);
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

package modpool.render;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Machine;
import modpool.dsp.PaulaFilter;

/// The sum of all strips of one [Origin], on its way through an Amiga's output stage.
@RenderThread
final class ChipBus {
  private final float[] left = new float[Grid.FRAMES];
  private final float[] right = new float[Grid.FRAMES];
  private final PaulaFilter filter;
  private boolean isEmpty = true;

  ChipBus(Machine machine, int rate) {
    filter = new PaulaFilter(machine, rate);
  }

  void setLed(boolean on) {
    filter.setLed(on);
  }

  /// Adds a strip's bus to this piece.
  void add(float[] busLeft, float[] busRight, int frames) {
    isEmpty = false;
    for (int i = 0; i < frames; i++) {
      left[i] += busLeft[i];
      right[i] += busRight[i];
    }
  }

  /// Adds the piece, filtered, to the output, and begins the next.
  void mix(long frame, float[] outLeft, float[] outRight, int offset, int frames) {
    if (isSilent()) {
      return;
    }
    filter.process(frame, left, right, frames);
    for (int i = 0; i < frames; i++) {
      outLeft[offset + i] += left[i];
      outRight[offset + i] += right[i];
    }
    Arrays.fill(left, 0, frames, 0f);
    Arrays.fill(right, 0, frames, 0f);
    isEmpty = true;
  }

  /// True when nothing was added and the filters have died away.
  boolean isSilent() {
    return isEmpty && filter.isSilent();
  }
}

package modpool.render;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Machine;
import modpool.dsp.PaulaFilter;

/// The sum of all strips of one [Origin], on its way through an Amiga's output stage.
@RenderThread
final class ChipBus {
  private final float[] left = new float[Grid.PIECE];
  private final float[] right = new float[Grid.PIECE];
  private final PaulaFilter filter;
  private boolean isEmpty = true;

  ChipBus(Machine machine, int rate) {
    filter = new PaulaFilter(machine, rate);
  }

  void setLed(boolean on) {
    filter.setLed(on);
  }

  /// Where strips add to this piece, from index 0.
  float[] left() {
    isEmpty = false;
    return left;
  }

  /// Likewise.
  float[] right() {
    isEmpty = false;
    return right;
  }

  /// Adds the piece, filtered, to the output, and begins the next.
  void mix(long frame, float[] outLeft, float[] outRight, int frames) {
    if (isSilent()) {
      return;
    }
    filter.process(frame, left, right, frames);
    Mixer.moveInto(outLeft, left, frames);
    Mixer.moveInto(outRight, right, frames);
    isEmpty = true;
  }

  /// True when nothing was added and the filters have died away.
  boolean isSilent() {
    return isEmpty && filter.isSilent();
  }
}

package modpool.send;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Smoothing;

/// How much of an instrument's bus goes to one effect. It moves to its target on the control grid
/// by [Smoothing], and along a line in between.
@RenderThread
public final class SendGain {
  private final float perCell;
  private float target;
  private float first;
  private float here; // at the last grid frame ...
  private float next; // ... and at the next

  public SendGain(int rate) {
    perCell = Smoothing.perCell(rate);
  }

  /// Linear, 0..1.
  public void set(float gain) {
    target = gain;
  }

  /// To its target at once: the instrument is silent.
  public void jump() {
    first = target;
    here = target;
    next = target;
  }

  /// True when nothing is sent, nor will be before the target moves.
  public boolean isOff() {
    return target == 0 && first == 0 && here == 0 && next == 0;
  }

  /// Adds what is sent of a bus to an effect's. To be called for every piece in which the
  /// instrument sounds.
  ///
  /// @param frame absolute frame of index 0
  void mix(long frame, float[] left, float[] right, float[] toLeft, float[] toRight, int frames) {
    int at = 0;
    while (at < frames) {
      long now = frame + at;
      if (Grid.isStep(now)) {
        step();
      }
      int end = Math.min(frames, at + Grid.framesToStep(now));
      float slope = (next - here) / Grid.FRAMES;
      int place = Grid.FRAMES - Grid.framesToStep(now) - at;
      mix(here, slope, place, left, toLeft, at, end);
      mix(here, slope, place, right, toRight, at, end);
      at = end;
    }
  }

  private static void mix(
      float base, float slope, int place, float[] bus, float[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] += bus[i] * (base + (place + i) * slope);
    }
  }

  private void step() {
    here = next;
    first += (target - first) * perCell;
    next += (first - next) * perCell;
    if (Math.abs(target - next) < Smoothing.CLOSE && Math.abs(target - first) < Smoothing.CLOSE) {
      first = target;
      next = target;
    }
  }
}

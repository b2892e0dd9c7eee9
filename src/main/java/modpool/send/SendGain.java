package modpool.send;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Smoothing;

/// How much of an instrument's bus goes to one effect. It moves to its target on the control grid
/// by [Smoothing], and in between along a cubic whose slope joins on to the piece before: a corner
/// would be a click.
@RenderThread
public final class SendGain {
  private final float perCell;
  private float target;
  private float first;
  private float here; // at the last grid frame ...
  private float next; // ... and at the next
  private float slope; // at the last grid frame, per frame

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
    slope = 0;
  }

  /// True when nothing is sent, nor will be before the target moves.
  public boolean isOff() {
    return target == 0 && first == 0 && here == 0 && next == 0 && slope == 0;
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
      int place = Grid.FRAMES - Grid.framesToStep(now) - at;
      mix(place, left, toLeft, at, end);
      mix(place, right, toRight, at, end);
      at = end;
    }
  }

  private void mix(int place, float[] bus, float[] to, int from, int end) {
    float base = here;
    float begun = slope;
    float turn = (line() - begun) / Grid.FRAMES;
    float bend = 2 * turn;
    float twist = -turn / Grid.FRAMES; // so that it ends with the slope of a line
    for (int i = from; i < end; i++) {
      float t = place + i;
      to[i] += bus[i] * (base + t * (begun + t * (bend + t * twist)));
    }
  }

  private float line() {
    return (next - here) / Grid.FRAMES;
  }

  private void step() {
    slope = line();
    here = next;
    first += (target - first) * perCell;
    next += (first - next) * perCell;
    if (Math.abs(target - next) < Smoothing.CLOSE && Math.abs(target - first) < Smoothing.CLOSE) {
      first = target;
      next = target;
    }
  }
}

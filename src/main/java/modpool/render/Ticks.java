package modpool.render;

import modpool.bridge.RenderThread;

/// The ticks of effects that fingers hold, while no song ticks: 50 a second, as at 125 beats per
/// minute, counted from frame 0 whatever plays.
@RenderThread
final class Ticks {
  private static final int PER_SECOND = 50;

  private final int rate;
  private long last = -1; // frame

  Ticks(int rate) {
    this.rate = rate;
  }

  /// The frame of the next tick, from a frame on.
  long next(long frame) {
    long from = Math.max(frame, last + 1);
    long tick = (from * PER_SECOND + rate - 1) / rate;
    long at = tick * rate / PER_SECOND;
    return at >= from ? at : (tick + 1) * rate / PER_SECOND;
  }

  /// A tick has been acted on, be it a song's.
  void ticked(long frame) {
    last = frame;
  }
}

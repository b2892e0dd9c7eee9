package modpool.render;

import modpool.bridge.RenderThread;

/// When everything is to be silenced, since events were lost. A lost one may be the key-up or the
/// pedal-up of what sounds, or of what still waits: it is newer than all that.
///
/// So there is silence at once, again after the last that waits for the near future, as what is
/// played live does, and again after the last of all, which may have been sent far ahead.
@RenderThread
final class Losses {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int NEAR = 1 << 16; // frames: longer than any block

  private long lost; // since the last call of [#begin]
  private long now = NEVER;
  private long soon = NEVER;
  private long end = NEVER;

  /// Events were lost.
  void add(long events) {
    lost += events;
  }

  /// Plans the silence after what was lost so far.
  ///
  /// @param latest frame of the last event that waits; negative for none
  /// @return how many were lost; 0: nothing is planned
  long begin(long position, long latest) {
    long count = lost;
    lost = 0;
    if (count > 0) {
      silence(position);
      if (latest >= 0) {
        end = after(Math.max(latest, position));
        soon = Math.min(end, position + NEAR);
      }
    }
    return count;
  }

  /// Plans a silence and no other.
  void silence(long position) {
    now = position;
  }

  private static long after(long frame) {
    return frame == NEVER ? NEVER : frame + 1;
  }

  /// The next frame to be silent at, `Long.MAX_VALUE` for none.
  long nextFrame() {
    return Math.min(now, Math.min(soon, end));
  }

  /// Whether it is now; once for each time.
  boolean isDue(long position) {
    boolean due = nextFrame() <= position;
    now = now <= position ? NEVER : now;
    soon = soon <= position ? NEVER : soon;
    end = end <= position ? NEVER : end;
    return due;
  }
}

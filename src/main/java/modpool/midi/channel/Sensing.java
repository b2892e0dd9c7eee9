package modpool.midi.channel;

import java.util.Arrays;
import modpool.bridge.Event;
import modpool.bridge.RenderThread;

/// Active sensing: a source that has sent it says something at least every 300 ms, and is gone when
/// it does not. The tenth more is for its clock and for the way here.
@RenderThread
public final class Sensing {
  private static final double LIMIT_SECONDS = 0.33;
  private static final long NEVER = Long.MAX_VALUE;

  private final long limitFrames;
  private final long[] heard =
      new long[Event.SOURCES]; // frame, or NEVER for one that is not sensed
  private long nextCheck = NEVER;

  /// @param rate frames per second
  public Sensing(int rate) {
    limitFrames = (long) (LIMIT_SECONDS * rate);
    Arrays.fill(heard, NEVER);
  }

  /// Takes note of an event, whatever it is.
  public void hear(long frame, long event) {
    int source = Event.source(event);
    int kind = Event.kind(event);
    if (kind == Event.SOURCE_GONE) {
      heard[source] = NEVER;
    } else if (kind == Event.ACTIVE_SENSING || heard[source] != NEVER) {
      heard[source] = frame;
      nextCheck = Math.min(nextCheck, frame + limitFrames);
    }
  }

  /// The frame at which [#takeGone] may have something to say; `Long.MAX_VALUE` for none.
  public long nextFrame() {
    return nextCheck;
  }

  /// A source that has been silent for too long, once; negative when there is none. Those that
  /// sense no more have to start anew.
  public int takeGone(long frame) {
    nextCheck = NEVER;
    for (int source = 0; source < heard.length; source++) {
      if (heard[source] == NEVER) {
        continue;
      }
      long limit = heard[source] + limitFrames;
      if (limit <= frame) {
        heard[source] = NEVER;
        nextCheck = frame; // there may be more
        return source;
      }
      nextCheck = Math.min(nextCheck, limit);
    }
    return -1;
  }
}

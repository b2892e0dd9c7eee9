package modpool.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A bounded queue of events: any thread offers, the render thread alone drains. Nobody waits.
///
/// Each slot has a turn counter (after D. Vyukov's bounded queue): `position` when it is free for
/// the producer of that position, `position + 1` when that producer has written it. The counter is
/// published with release and read with acquire, which carries the two longs across.
///
/// When it is full, [#offer] says false and the queue is marked: the renderer then silences notes
/// and resets pedals, since a lost key-up would sound for ever.
public final class EventQueue {
  /// Receives drained events, in the order they were claimed.
  @FunctionalInterface
  public interface Handler {
    @RenderThread
    void onEvent(long frame, long event);
  }

  private static final VarHandle TAIL;
  private static final VarHandle LOST;
  private static final VarHandle SILENCE;
  private static final VarHandle TURN = MethodHandles.arrayElementVarHandle(long[].class);

  static {
    try {
      TAIL = MethodHandles.lookup().findVarHandle(EventQueue.class, "tail", long.class);
      LOST = MethodHandles.lookup().findVarHandle(EventQueue.class, "lost", long.class);
      SILENCE = MethodHandles.lookup().findVarHandle(EventQueue.class, "silence", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int mask;
  private final long[] turns;
  private final long[] frames;
  private final long[] events;

  @SuppressWarnings("unused") // through TAIL: the next position to claim, shared by producers
  private long tail;

  @SuppressWarnings("unused") // through LOST: events refused since the renderer last asked
  private long lost;

  @SuppressWarnings("unused") // through SILENCE: asked for
  private boolean silence;

  private long head; // next position to read; render thread only

  /// @param capacity a power of two
  public EventQueue(int capacity) {
    PowerOfTwo.check(capacity);
    mask = capacity - 1;
    turns = new long[capacity];
    frames = new long[capacity];
    events = new long[capacity];
    for (int i = 0; i < capacity; i++) {
      turns[i] = i;
    }
  }

  /// Adds an event. Never blocks.
  ///
  /// @return false when the queue is full: the event is lost and counted
  public boolean offer(long frame, long event) {
    long position = (long) TAIL.getAcquire(this);
    while (true) {
      int slot = (int) position & mask;
      long turn = (long) TURN.getAcquire(turns, slot);
      if (turn == position) {
        if (TAIL.compareAndSet(this, position, position + 1)) {
          frames[slot] = frame;
          events[slot] = event;
          TURN.setRelease(turns, slot, position + 1);
          return true;
        }
      } else if (turn < position) {
        LOST.getAndAdd(this, 1L);
        return false;
      }
      position = (long) TAIL.getAcquire(this);
    }
  }

  /// Counts an event as lost that was never offered.
  @RenderThread
  public void lose() {
    LOST.getAndAdd(this, 1L);
  }

  /// Asks for the silence that follows a loss, before anything else in the next block: as it was
  /// when this was recorded.
  public void silence() {
    SILENCE.setRelease(this, true);
  }

  /// The limit to pass to [#drain]; read it before taking the newest snapshot.
  @RenderThread
  public long limit() {
    return (long) TAIL.getAcquire(this);
  }

  /// Hands over the events claimed before `limit`, stopping early at one not yet written.
  ///
  /// @return false when it stopped early
  @RenderThread
  public boolean drain(long limit, Handler handler) {
    while (head < limit) {
      int slot = (int) head & mask;
      if ((long) TURN.getAcquire(turns, slot) != head + 1) {
        return false;
      }
      long frame = frames[slot];
      long event = events[slot];
      TURN.setRelease(turns, slot, head + mask + 1);
      head++;
      handler.onEvent(frame, event);
    }
    return true;
  }

  /// Events refused since the last call; not 0 means that a key-up may be among them. What was
  /// queued before them is below a limit that is read afterwards.
  @RenderThread
  public long takeLost() {
    return (long) LOST.getAcquire(this) == 0 ? 0 : (long) LOST.getAndSet(this, 0L);
  }

  /// Whether silence was asked for since the last call.
  @RenderThread
  public boolean takeSilence() {
    return (boolean) SILENCE.getAcquire(this) && (boolean) SILENCE.getAndSet(this, false);
  }
}

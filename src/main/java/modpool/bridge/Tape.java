package modpool.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What the render thread has acted on, each event with the frame at which it did, and each rack
/// that it took: for a recorder, in order. A ring with one writer and one reader, that nobody pays
/// for before it begins.
///
/// The first event that finds no room ends it: what was before that event's frame is whole.
public final class Tape {
  /// Takes what was recorded.
  @FunctionalInterface
  public interface Reader {
    /// @param frame at which it was acted on, never before the last one's
    void read(long frame, long event);
  }

  private static final int CAPACITY = 1 << 16;

  private volatile Reel reel; // null before it begins

  /// Records from now on. Before the first block: else a part is missing.
  public void begin() {
    begin(CAPACITY);
  }

  void begin(int capacity) {
    reel = new Reel(capacity);
  }

  /// Records an event at its frame.
  @RenderThread
  public void record(long frame, long event) {
    Reel present = reel;
    if (present != null) {
      present.record(frame, event);
    }
  }

  /// Hands over what has been recorded since the last time. One reader only.
  public void drain(Reader reader) {
    Reel present = reel;
    if (present != null) {
      present.drain(reader);
    }
  }

  /// The frame of the first event that found no room; negative while all have.
  public long lostAt() {
    Reel present = reel;
    return present == null ? Reel.NOWHERE : (long) Reel.LOST_AT.getAcquire(present);
  }

  private static final class Reel {
    static final long NOWHERE = -1;
    static final VarHandle WRITTEN;
    static final VarHandle READ;
    static final VarHandle LOST_AT;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        WRITTEN = lookup.findVarHandle(Reel.class, "written", long.class);
        READ = lookup.findVarHandle(Reel.class, "read", long.class);
        LOST_AT = lookup.findVarHandle(Reel.class, "lostAt", long.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final long[] frames;
    private final long[] events;
    private final int mask;
    private long written;
    private long read;
    private long lostAt = NOWHERE;

    Reel(int capacity) {
      frames = new long[capacity];
      events = new long[capacity];
      mask = capacity - 1;
    }

    @RenderThread
    void record(long frame, long event) {
      long position = written;
      if (lostAt != NOWHERE) {
        return;
      }
      if (position - (long) READ.getAcquire(this) > mask) {
        LOST_AT.setRelease(this, frame);
        return;
      }
      int slot = (int) position & mask;
      frames[slot] = frame;
      events[slot] = event;
      WRITTEN.setRelease(this, position + 1);
    }

    void drain(Reader reader) {
      long end = (long) WRITTEN.getAcquire(this);
      for (long position = read; position < end; position++) {
        int slot = (int) position & mask;
        reader.read(frames[slot], events[slot]);
      }
      READ.setRelease(this, end);
    }
  }
}

package modpool.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What the render thread has to tell control, in order: a ring with one writer and one reader.
/// When it is full the newest is dropped and counted.
public final class Notices {
  /// A note took a sounding voice of its own channel; detail: the key that was cut.
  public static final int STEAL = 1;

  /// A program has no patch of its own; detail: kit (1, or 0 for a program) << 21 | bank << 7 |
  /// program.
  public static final int UNKNOWN_PROGRAM = 2;

  /// Events were lost; notes and pedals were reset; detail: how many.
  public static final int EVENTS_LOST = 3;

  /// The song has come to its end; detail: its generation, or the number of a MIDI sequence below
  /// 0.
  public static final int END_OF_SONG = 4;

  /// A MIDI clock wants the song at another place; detail: ticks from its beginning.
  public static final int SONG_PLACE = 5;

  /// A MIDI clock has started the song or stopped it; detail: 1 or 0.
  public static final int SONG_RUNS = 6;

  /// A controller of the output's own port was moved that control has taken for itself; detail:
  /// number << 7 | value.
  public static final int CONTROLLER = 7;

  private static final int CAPACITY = 1024;
  private static final VarHandle INDEX;
  private static final VarHandle READ;

  static {
    try {
      INDEX = MethodHandles.lookup().findVarHandle(Notices.class, "written", long.class);
      READ = MethodHandles.lookup().findVarHandle(Notices.class, "read", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long[] ring = new long[CAPACITY];

  @SuppressWarnings("unused") // through INDEX
  private long written;

  @SuppressWarnings("unused") // through READ
  private long read;

  private long dropped;

  /// Leaves a notice for control.
  @RenderThread
  public void offer(int kind, int channel, int detail) {
    long position = written;
    if (position - (long) READ.getAcquire(this) >= CAPACITY) {
      dropped++;
      return;
    }
    ring[(int) position & CAPACITY - 1] =
        (long) kind << 40 | (long) (channel & 0xFF) << 32 | detail & 0xFFFF_FFFFL;
    INDEX.setRelease(this, position + 1);
  }

  /// The oldest notice not yet taken, 0 when there is none. One reader only.
  public long take() {
    long position = read;
    if (position == (long) INDEX.getAcquire(this)) {
      return 0;
    }
    long notice = ring[(int) position & CAPACITY - 1];
    READ.setRelease(this, position + 1);
    return notice;
  }

  public static int kind(long notice) {
    return (int) (notice >>> 40);
  }

  public static int channel(long notice) {
    return (int) (notice >>> 32) & 0xFF;
  }

  public static int detail(long notice) {
    return (int) notice;
  }

  /// Notices that found no room; exact once the writer has stopped.
  public long dropped() {
    return dropped;
  }
}

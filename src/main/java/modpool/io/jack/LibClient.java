package modpool.io.jack;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/// A client as libjack has it, for any thread. Opening and closing are one at a time in a process.
///
/// libjack (1.9.21) frees the clients of a dead server by itself when the next one is opened, and
/// freeing one again is the end of the process. So one that has gone is closed only when none was
/// opened since; else it is libjack's. All clients of a process are for the same server.
final class LibClient implements AutoCloseable {
  private static final Object TURN = new Object();
  private static final AtomicInteger OPENS = new AtomicInteger(); // odd while one is being opened
  private static final int HERE = -1;

  // libjack ends its threads by cancelling them wherever they are. In Java code that is the end of
  // the process, and on the way there (a thread's first call of Java) the JVM waits for that thread
  // ever after. After this time they are where it does no harm: waiting, or at their own end.
  private static final long SETTLE_MS = 150;

  private final long address;
  private volatile int goneAt = HERE; // else the opens by then
  private boolean closed; // under TURN

  private LibClient(long address) {
    this.address = address;
  }

  /// Opens a client of a server that runs.
  ///
  /// @param server the server's name, or null for the default
  /// @return null when no such server runs
  static LibClient open(String server, String name) {
    synchronized (TURN) {
      OPENS.incrementAndGet();
      try {
        long address = call(server, name);
        return address == 0 ? null : new LibClient(address);
      } finally {
        OPENS.incrementAndGet();
      }
    }
  }

  private static long call(String server, String name) {
    try (Arena arena = Arena.ofConfined()) {
      int options = LibJack.NO_START_SERVER | (server == null ? 0 : LibJack.SERVER_NAME);
      MemorySegment named = server == null ? MemorySegment.NULL : arena.allocateFrom(server);
      return (long)
          LibJack.CLIENT_OPEN.invokeExact(
              arena.allocateFrom(name), options, arena.allocate(Integer.BYTES, 4), named);
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// To be called where libjack says that the server has gone; calls nothing.
  void go() {
    goneAt = OPENS.get();
  }

  /// True once the server has gone, or has thrown us out.
  boolean isGone() {
    return goneAt != HERE;
  }

  /// The jack_client_t.
  long address() {
    return address;
  }

  /// Ends its callbacks and gives it back. Harmless when done twice.
  @Override
  public void close() {
    synchronized (TURN) {
      if (closed) {
        return;
      }
      closed = true;
      if (isGone() && goneAt != OPENS.get()) {
        return;
      }
      try {
        if (!isGone()) {
          int _ = (int) LibJack.DEACTIVATE.invokeExact(address);
          settle(); // it has us told of what that changes, on the thread that ends next
        }
        int _ = (int) LibJack.CLIENT_CLOSE.invokeExact(address);
      } catch (Throwable e) {
        throw LibJack.failure(e);
      }
    }
  }

  /// Waits until callbacks that are under way have ended.
  static void settle() {
    boolean interrupted = false;
    long giveUp = System.nanoTime() + SETTLE_MS * 1_000_000;
    for (long left = SETTLE_MS; left > 0; left = (giveUp - System.nanoTime()) / 1_000_000) {
      try {
        Thread.sleep(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

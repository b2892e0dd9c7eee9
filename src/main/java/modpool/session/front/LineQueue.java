package modpool.session.front;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Lines on their way to the session, so many at most: those of a person go before those of a
/// stream, and a person's `quit` before all. Any thread puts lines in, one takes them.
public final class LineQueue implements Consumer<String> {
  private static final String END = "quit";
  private static final int MOST_OF_A_PERSON = 1024; // who goes on while nothing moves is not heard
  private static final int MOST_OF_STREAMS = 256;

  private final Queue<String> pressed = new LinkedBlockingQueue<>(MOST_OF_A_PERSON);
  private final Queue<String> read = new ConcurrentLinkedQueue<>();
  private final Semaphore room = new Semaphore(MOST_OF_STREAMS); // in what was read
  private final Semaphore waiting = new Semaphore(0); // lines in both
  private final AtomicBoolean ends = new AtomicBoolean();

  /// Puts in what a person, a window or a controller wants done now. Waits for nothing.
  @Override
  public void accept(String line) {
    if (line.equals(END)) {
      ends.set(true);
      waiting.release();
    } else if (pressed.offer(line)) {
      waiting.release();
    }
  }

  /// Puts in a line of a stream, behind those that came before; waits while there is no room.
  public void put(String line) throws InterruptedException {
    room.acquire();
    read.add(line);
    waiting.release();
  }

  /// The next line, or null when none comes in this time. Once it is to end, that is the next.
  public String poll(int ms) throws InterruptedException {
    boolean some = waiting.tryAcquire(ms, TimeUnit.MILLISECONDS);
    if (ends.get()) {
      return END;
    }
    String line = some ? pressed.poll() : null;
    if (some && line == null) {
      line = read.poll();
      room.release();
    }
    return line;
  }
}

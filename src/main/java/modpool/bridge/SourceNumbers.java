package modpool.bridge;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// The numbers by which sources of events are told apart, each lent to one at a time. Source 0 is a
/// MIDI file that plays along, and what has no source. Any thread may take and give back.
public final class SourceNumbers {
  private final AtomicIntegerArray taken = new AtomicIntegerArray(Event.SOURCES);
  private final AtomicInteger last = new AtomicInteger();

  /// A number that nobody has, 1-255. They go round, so that one given back rests for a while.
  ///
  /// @throws IllegalStateException when all are taken
  public int take() {
    for (int tries = 0; tries < 2 * Event.SOURCES; tries++) {
      int number = last.updateAndGet(n -> n % (Event.SOURCES - 1) + 1);
      if (taken.compareAndSet(number, 0, 1)) {
        return number;
      }
    }
    throw new IllegalStateException("all " + (Event.SOURCES - 1) + " MIDI sources are in use");
  }

  /// Nobody uses the number any more.
  public void giveBack(int number) {
    taken.set(number, 0);
  }
}

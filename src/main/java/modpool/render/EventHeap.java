package modpool.render;

import modpool.bridge.EventQueue;
import modpool.bridge.RenderThread;

/// Events that wait for their frame: a binary heap by frame, then by arrival. Preallocated; when it
/// is full an event is refused and counted.
@RenderThread
final class EventHeap implements EventQueue.Handler {
  private final long[] frames;
  private final long[] arrivals;
  private final long[] events;
  private int size;
  private long arrived;
  private long refused;
  private long latest = -1;

  EventHeap(int capacity) {
    frames = new long[capacity];
    arrivals = new long[capacity];
    events = new long[capacity];
  }

  @Override
  public void onEvent(long frame, long event) {
    if (size == frames.length) {
      refused++;
      return;
    }
    latest = Math.max(latest, frame);
    int hole = size++;
    long arrival = arrived++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!isBefore(frame, arrival, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, frame, arrival, event);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Frame of the earliest event; `Long.MAX_VALUE` when there is none.
  long nextFrame() {
    return size == 0 ? Long.MAX_VALUE : frames[0];
  }

  /// The latest frame that any event had. While one waits, that of the last, or a frame that has
  /// been.
  long latestFrame() {
    return latest;
  }

  /// Takes the earliest event out.
  long take() {
    long event = events[0];
    size--;
    long frame = frames[size];
    long arrival = arrivals[size];
    long last = events[size];
    int hole = 0;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && isBefore(frames[child + 1], arrivals[child + 1], child)) {
        child++;
      }
      if (isBefore(frame, arrival, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, frame, arrival, last);
    return event;
  }

  /// Events refused since the last call.
  long takeRefused() {
    long count = refused;
    refused = 0;
    return count;
  }

  private boolean isBefore(long frame, long arrival, int slot) {
    return frame != frames[slot] ? frame < frames[slot] : arrival < arrivals[slot];
  }

  private void move(int from, int to) {
    put(to, frames[from], arrivals[from], events[from]);
  }

  private void put(int slot, long frame, long arrival, long event) {
    frames[slot] = frame;
    arrivals[slot] = arrival;
    events[slot] = event;
  }
}

package modpool.bridge;

/// The events that one message means, in order. For one thread, the render thread's too.
@RenderThread
public final class EventList {
  private final long[] events;
  private int size;

  /// @param most how many there can be; what comes beyond is left out
  public EventList(int most) {
    events = new long[most];
  }

  public void add(long event) {
    if (size < events.length) {
      events[size++] = event;
    }
  }

  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public long get(int index) {
    return events[index];
  }
}

package modpool.midi.channel;

import modpool.bridge.RenderThread;

/// Keys that went down or up and are to act some ticks later, in the order in which they came. When
/// there is no room for another, the oldest is to act at once.
@RenderThread
final class DelayedKeys {
  private static final int CAPACITY = 128;

  private final long[] due = new long[CAPACITY]; // tick
  private final long[] added = new long[CAPACITY]; // frame
  private final int[] sources = new int[CAPACITY];
  private final int[] keys = new int[CAPACITY];
  private final int[] velocities = new int[CAPACITY]; // 0 for a key that goes up
  private int first;
  private int size;
  private long now; // ticks

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  /// @param velocity 0 for a key that goes up
  void add(long frame, int ticks, int source, int key, int velocity) {
    int last = (first + size - 1 + CAPACITY) % CAPACITY;
    int place = (first + size) % CAPACITY;
    added[place] = frame;
    due[place] = size == 0 ? now + ticks : Math.max(due[last], now + ticks);
    sources[place] = source;
    keys[place] = key;
    velocities[place] = velocity;
    size++;
  }

  /// A tick has come. It does not count for what came in its very frame.
  void tick(long frame) {
    now++;
    for (int i = 0; i < size; i++) {
      int place = (first + i) % CAPACITY;
      due[place] += added[place] == frame ? 1 : 0;
    }
  }

  /// Whether the oldest is to act now.
  boolean isDue() {
    return size > 0 && due[first] <= now;
  }

  int source() {
    return sources[first];
  }

  int key() {
    return keys[first];
  }

  int velocity() {
    return velocities[first];
  }

  /// The oldest has acted.
  void take() {
    first = (first + 1) % CAPACITY;
    size--;
  }

  void clear() {
    size = 0;
  }

  /// What a source has left here acts no more.
  void forget(int source) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int from = (first + i) % CAPACITY;
      if (sources[from] != source) {
        int to = (first + kept) % CAPACITY;
        due[to] = due[from];
        added[to] = added[from];
        sources[to] = sources[from];
        keys[to] = keys[from];
        velocities[to] = velocities[from];
        kept++;
      }
    }
    size = kept;
  }
}

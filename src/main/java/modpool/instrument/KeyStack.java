package modpool.instrument;

import modpool.bridge.RenderThread;

/// The keys that are down while an instrument plays one note at a time: when the sounding one goes
/// up, the one before it returns. A few more than a player has fingers; beyond that the oldest are
/// forgotten.
@RenderThread
final class KeyStack {
  private static final int CAPACITY = 16;

  private final int[] keys = new int[CAPACITY];
  private final int[] sources = new int[CAPACITY];
  private final int[] velocities = new int[CAPACITY];
  private int size;

  /// The key went down last.
  void push(int source, int key, int velocity) {
    remove(source, key);
    if (size == CAPACITY) {
      removeAt(0);
    }
    keys[size] = key;
    velocities[size] = velocity;
    sources[size++] = source;
  }

  void remove(int source, int key) {
    for (int i = size - 1; i >= 0; i--) {
      if (keys[i] == key && sources[i] == source) {
        removeAt(i);
      }
    }
  }

  void removeAll(int source) {
    for (int i = size - 1; i >= 0; i--) {
      if (sources[i] == source) {
        removeAt(i);
      }
    }
  }

  private void removeAt(int place) {
    size--;
    for (int i = place; i < size; i++) {
      keys[i] = keys[i + 1];
      sources[i] = sources[i + 1];
      velocities[i] = velocities[i + 1];
    }
  }

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// The key that went down last.
  int key() {
    return keys[size - 1];
  }

  /// How fast it went down.
  int velocity() {
    return velocities[size - 1];
  }

  /// Who holds it.
  int source() {
    return sources[size - 1];
  }
}

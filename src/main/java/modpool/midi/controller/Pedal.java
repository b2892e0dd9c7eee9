package modpool.midi.controller;

import java.util.Arrays;
import modpool.bridge.Event;
import modpool.bridge.RenderThread;

/// A pedal that each source has one of: it is down while any of them is.
@RenderThread
final class Pedal {
  private final long[] down = new long[Event.SOURCES / Long.SIZE]; // a bit per source

  void set(int source, boolean isDown) {
    long bit = 1L << source; // the shift takes the low six bits
    int word = source / Long.SIZE;
    down[word] = isDown ? down[word] | bit : down[word] & ~bit;
  }

  boolean isDown() {
    return (down[0] | down[1] | down[2] | down[3]) != 0;
  }

  /// Is down for whom another is.
  void follow(Pedal other) {
    System.arraycopy(other.down, 0, down, 0, down.length);
  }

  /// Every source's goes up.
  void release() {
    Arrays.fill(down, 0);
  }
}

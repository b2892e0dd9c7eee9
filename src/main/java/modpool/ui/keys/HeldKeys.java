package modpool.ui.keys;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import modpool.ui.part.Stage;

/// The keys that the window holds down, by mouse or by the computer's keys. When another channel is
/// chosen they go up where they went down.
final class HeldKeys {
  private static final int SUSTAIN = 64;
  private static final int LAST = 127;

  private final Stage stage;
  private final TreeSet<Integer> held = new TreeSet<>();
  private int channel;
  private boolean sustained;

  HeldKeys(Stage stage) {
    this.stage = stage;
    channel = stage.selection().channel();
    stage.selection().listen(this::moveTo);
  }

  private void moveTo(int next) {
    releaseAll();
    if (sustained) {
      stage.hands().control(channel, SUSTAIN, 0);
      stage.hands().control(next, SUSTAIN, LAST);
    }
    channel = next;
  }

  /// @param velocity 1-127
  void press(int key, int velocity) {
    if (key >= 0 && key <= LAST && held.add(key)) {
      stage.hands().noteOn(channel, key, velocity);
    }
  }

  void release(int key) {
    if (held.remove(key)) {
      stage.hands().noteOff(channel, key);
    }
  }

  void releaseAll() {
    for (int key : held) {
      stage.hands().noteOff(channel, key);
    }
    held.clear();
  }

  /// The sustain pedal.
  void sustain(boolean down) {
    sustained = down;
    stage.hands().control(channel, SUSTAIN, down ? LAST : 0);
  }

  SortedSet<Integer> keys() {
    return Collections.unmodifiableSortedSet(held);
  }
}

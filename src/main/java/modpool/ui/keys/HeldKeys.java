package modpool.ui.keys;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import modpool.bridge.board.ChannelBoard;
import modpool.ui.look.Hold;
import modpool.ui.part.Stage;

/// The keys that the window holds down, by mouse or by the computer's keys, and its sustain pedal.
/// When another channel is chosen the keys go up where they went down, and the pedal goes along.
final class HeldKeys {
  private static final int SUSTAIN = 64;
  private static final int LAST = 127;

  private final Stage stage;
  private final TreeMap<Integer, Set<Object>> held = new TreeMap<>(); // key: what holds it
  private final Hold pedal = new Hold();
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
      pressPedal(next);
    }
    channel = next;
  }

  private void pressPedal(int of) {
    pedal.begin();
    stage.hands().control(of, SUSTAIN, LAST);
  }

  /// Presses a key, unless something else holds it already.
  ///
  /// @param by holds it until it is released by the same
  /// @param velocity 1-127
  void press(Object by, int key, int velocity) {
    if (key < 0 || key > LAST) {
      return;
    }
    boolean wasUp = !held.containsKey(key);
    held.computeIfAbsent(key, up -> new HashSet<>()).add(by);
    if (wasUp) {
      stage.hands().noteOn(channel, key, velocity);
    }
  }

  /// The key goes up when nothing else holds it.
  void release(Object by, int key) {
    Set<Object> holders = held.get(key);
    if (holders != null && holders.remove(by) && holders.isEmpty()) {
      held.remove(key);
      stage.hands().noteOff(channel, key);
    }
  }

  void releaseAll() {
    for (int key : held.keySet()) {
      stage.hands().noteOff(channel, key);
    }
    held.clear();
  }

  /// The sustain pedal.
  void sustain(boolean down) {
    sustained = down;
    if (down) {
      pressPedal(channel);
    } else {
      stage.hands().control(channel, SUSTAIN, 0);
    }
  }

  boolean isSustained() {
    return sustained;
  }

  /// Looks what has become of the pedal: what silences a channel lifts it.
  void look() {
    if (!pedal.isOn()) {
      long setting = stage.board().channels().setting(channel);
      sustained = sustained && ChannelBoard.isSustained(setting);
    }
  }

  SortedSet<Integer> keys() {
    return Collections.unmodifiableSortedSet(held.navigableKeySet());
  }
}

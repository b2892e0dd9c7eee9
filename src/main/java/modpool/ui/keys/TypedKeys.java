package modpool.ui.keys;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;

/// Lets the computer's keys play the piano, wherever the focus is in the window, but not while
/// words are written.
final class TypedKeys {
  private static final int FIRST_OCTAVE = 4; // its lower row begins at C3
  private static final int OCTAVE = 12;
  private static final int LOWEST = 1;
  private static final int HIGHEST = 8;

  private final HeldKeys held;
  private final KeyRepeat repeat = new KeyRepeat();
  private final Map<Integer, Integer> playing = new HashMap<>(); // key code: piano key
  private KeyboardLayout layout;
  private int octave = FIRST_OCTAVE;
  private int velocity = 100;

  TypedKeys(HeldKeys held, KeyboardLayout layout) {
    this.held = held;
    this.layout = layout;
  }

  /// Plays from now on.
  ///
  /// @param inside a part of the window whose keys these are
  void listen(Component inside) {
    KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    focus.addKeyEventDispatcher(
        event ->
            Objects.equals(SwingUtilities.getWindowAncestor(inside), focus.getFocusedWindow())
                && take(event));
    focus.addPropertyChangeListener("focusedWindow", e -> releaseAll());
  }

  /// @return true when the event was a key of the piano
  private boolean take(KeyEvent event) {
    int code = event.getExtendedKeyCode();
    if (event.getID() == KeyEvent.KEY_RELEASED) {
      release(code);
      return playing.containsKey(code);
    }
    if (event.getID() != KeyEvent.KEY_PRESSED || isForOthers(event)) {
      return false;
    }
    int semitone = layout.semitone(code);
    if (semitone == KeyboardLayout.NONE) {
      return false;
    }
    if (repeat.press(code)) {
      int key = lowest() + semitone;
      playing.put(code, key);
      held.press(key, velocity);
    }
    return true;
  }

  private static boolean isForOthers(KeyEvent event) {
    return event.isControlDown()
        || event.isAltDown()
        || event.isMetaDown()
        || event.getComponent() instanceof JTextComponent
        || MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
  }

  private void release(int code) {
    if (!playing.containsKey(code)) {
      return;
    }
    repeat.release(code, nowMs());
    Timer later = new Timer((int) KeyRepeat.STANDS_MS + 1, e -> releaseIfItStands(code));
    later.setRepeats(false);
    later.start();
  }

  private void releaseIfItStands(int code) {
    if (repeat.isReleased(code, nowMs())) {
      Integer key = playing.remove(code);
      if (key != null) {
        held.release(key);
      }
    }
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  /// The window is not written to any more: a release would be missed.
  private void releaseAll() {
    playing.values().forEach(held::release);
    playing.clear();
    repeat.clear();
  }

  void setLayout(KeyboardLayout next) {
    releaseAll();
    layout = next;
  }

  /// @param velocity 1-127
  void setVelocity(int velocity) {
    this.velocity = velocity;
  }

  /// Moves both rows by octaves.
  void moveOctave(int by) {
    octave = Math.clamp(octave + by, LOWEST, HIGHEST);
  }

  /// The key of the lower row's first.
  int lowest() {
    return octave * OCTAVE;
  }

  /// The key of the upper row's last.
  int highest() {
    return lowest() + 28;
  }
}

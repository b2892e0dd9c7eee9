package modpool.ui.keys;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.beans.PropertyChangeListener;
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
  private static final String FOCUSED_WINDOW = "focusedWindow";

  private final HeldKeys held;
  private final Component inside;
  private final KeyRepeat repeat = new KeyRepeat();
  private final Map<Integer, Integer> playing = new HashMap<>(); // key code: piano key
  private final KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
  private final KeyEventDispatcher keys = this::dispatch;
  private final PropertyChangeListener leaving = e -> releaseAll();
  private KeyboardLayout layout;
  private int octave = FIRST_OCTAVE;
  private int velocity = 100;
  private boolean plays; // the key that was pressed last

  /// @param inside a part of the window whose keys these are
  TypedKeys(HeldKeys held, Component inside, KeyboardLayout layout) {
    this.held = held;
    this.inside = inside;
    this.layout = layout;
  }

  /// Plays from now on.
  void listen() {
    focus.addKeyEventDispatcher(keys);
    focus.addPropertyChangeListener(FOCUSED_WINDOW, leaving);
  }

  /// Plays no more.
  void close() {
    focus.removeKeyEventDispatcher(keys);
    focus.removePropertyChangeListener(FOCUSED_WINDOW, leaving);
  }

  private boolean dispatch(KeyEvent event) {
    return Objects.equals(SwingUtilities.getWindowAncestor(inside), focus.getFocusedWindow())
        && take(event);
  }

  /// @return true when the event was a key of the piano: nobody else is to hear of it, nor of the
  ///   letter that it types
  boolean take(KeyEvent event) {
    int code = event.getExtendedKeyCode();
    return switch (event.getID()) {
      case KeyEvent.KEY_PRESSED -> plays = press(event, code);
      case KeyEvent.KEY_TYPED -> plays;
      default -> release(code);
    };
  }

  private boolean press(KeyEvent event, int code) {
    if (isForOthers(event)) {
      return false;
    }
    int semitone = layout.semitone(code);
    if (semitone == KeyboardLayout.NONE) {
      return false;
    }
    if (repeat.press(code)) {
      int key = lowest() + semitone;
      playing.put(code, key);
      held.press(code, key, velocity);
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

  private boolean release(int code) {
    if (!playing.containsKey(code)) {
      return false;
    }
    repeat.release(code, nowMs());
    Timer later = new Timer((int) KeyRepeat.STANDS_MS + 1, e -> releaseIfItStands(code));
    later.setRepeats(false);
    later.start();
    return true;
  }

  private void releaseIfItStands(int code) {
    if (repeat.isReleased(code, nowMs())) {
      Integer key = playing.remove(code);
      if (key != null) {
        held.release(code, key);
      }
    }
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  /// The window is not written to any more: a release would be missed.
  private void releaseAll() {
    playing.forEach(held::release);
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

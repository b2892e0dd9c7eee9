package modpool.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.DefaultKeyboardFocusManager;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.JList;
import javax.swing.JTextField;
import modpool.testing.Await;
import modpool.testing.FakeDevice;
import modpool.ui.part.Sights;
import org.junit.jupiter.api.Test;

class TypedKeysTest {
  private static final Component LIST = new JList<>();

  private final HeldKeys held =
      new HeldKeys(Sights.stage(new FakeDevice("any", false), new ArrayList<>()));
  private final TypedKeys typed = new TypedKeys(held, LIST, KeyboardLayout.QWERTY);

  /// An event as the display makes them.
  private static final class Event extends KeyEvent {
    private final int extended;

    Event(Component to, int kind, int modifiers, int code, char letter) {
      super(to, kind, 0, modifiers, kind == KEY_TYPED ? VK_UNDEFINED : code, letter);
      extended = kind == KEY_TYPED ? VK_UNDEFINED : code;
    }

    @Override
    public int getExtendedKeyCode() {
      return extended;
    }
  }

  private boolean take(Component to, int kind, int modifiers, int code) {
    return typed.take(new Event(to, kind, modifiers, code, (char) code));
  }

  /// @return whether they are the piano's: the press, and the letter that it types
  private List<Boolean> press(Component to, int modifiers, int code) {
    return List.of(
        take(to, KeyEvent.KEY_PRESSED, modifiers, code),
        take(to, KeyEvent.KEY_TYPED, modifiers, code));
  }

  @Test
  void letters_of_keys_that_play_reach_no_list_which_would_choose_by_them() {
    assertEquals(List.of(true, true), press(LIST, 0, KeyEvent.VK_2));
    assertEquals(List.of(true, true), press(LIST, 0, KeyEvent.VK_2), "it repeats");
    assertEquals(List.of(false, false), press(LIST, 0, KeyEvent.VK_F), "which plays nothing");
    assertEquals(List.of(true, true), press(LIST, 0, KeyEvent.VK_Q));
    assertEquals(Set.of(60, 61), held.keys());
  }

  @Test
  void words_and_shortcuts_are_left_to_others() {
    assertEquals(List.of(false, false), press(new JTextField(), 0, KeyEvent.VK_2));
    assertEquals(List.of(false, false), press(LIST, InputEvent.CTRL_DOWN_MASK, KeyEvent.VK_Z));
    assertEquals(Set.of(), held.keys());
  }

  @Test
  void a_key_sounds_until_it_is_released_where_it_was_pressed() {
    press(LIST, 0, KeyEvent.VK_Q);
    typed.moveOctave(1);
    press(LIST, 0, KeyEvent.VK_W);
    assertEquals(Set.of(60, 74), held.keys());
    assertTrue(take(LIST, KeyEvent.KEY_RELEASED, 0, KeyEvent.VK_Q));
    assertFalse(take(LIST, KeyEvent.KEY_RELEASED, 0, KeyEvent.VK_F));
    Await.until(() -> held.keys().equals(Set.of(74)), "the first key is up");
  }

  @Test
  void two_keys_that_play_the_same_hold_it_both() {
    press(LIST, 0, KeyEvent.VK_Q);
    press(LIST, 0, KeyEvent.VK_COMMA);
    press(LIST, 0, KeyEvent.VK_W);
    take(LIST, KeyEvent.KEY_RELEASED, 0, KeyEvent.VK_Q);
    take(LIST, KeyEvent.KEY_RELEASED, 0, KeyEvent.VK_W);
    Await.until(() -> !held.keys().contains(62), "the later of both is up");
    assertEquals(Set.of(60), held.keys());
  }

  @Test
  void another_layout_lets_go_of_all_keys() {
    press(LIST, 0, KeyEvent.VK_Q);
    typed.setLayout(KeyboardLayout.AZERTY);
    assertEquals(Set.of(), held.keys());
    press(LIST, 0, KeyEvent.VK_A);
    assertEquals(Set.of(60), held.keys());
  }

  /// A window's keys that are not closed would keep the window for ever.
  @Test
  void closed_it_listens_to_no_keyboard() {
    final class Seen extends DefaultKeyboardFocusManager {
      List<KeyEventDispatcher> dispatchers() {
        List<KeyEventDispatcher> all = getKeyEventDispatchers();
        return all == null ? List.of() : all;
      }
    }
    KeyboardFocusManager before = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    Seen focus = new Seen();
    KeyboardFocusManager.setCurrentKeyboardFocusManager(focus);
    try {
      KeyDock dock =
          new KeyDock(
              Sights.stage(new FakeDevice("any", false), new ArrayList<>()), KeyboardLayout.QWERTY);
      assertEquals(1, focus.dispatchers().size());
      assertEquals(1, focus.getPropertyChangeListeners("focusedWindow").length);
      dock.close();
      assertEquals(0, focus.dispatchers().size());
      assertEquals(0, focus.getPropertyChangeListeners("focusedWindow").length);
    } finally {
      KeyboardFocusManager.setCurrentKeyboardFocusManager(before);
    }
  }
}

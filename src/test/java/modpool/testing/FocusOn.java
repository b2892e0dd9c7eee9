package modpool.testing;

import java.awt.Component;
import java.awt.DefaultKeyboardFocusManager;
import java.awt.KeyboardFocusManager;

/// A component that has the focus as far as anybody can tell, though no window is there. On the
/// event thread.
public final class FocusOn implements AutoCloseable {
  private final KeyboardFocusManager before = KeyboardFocusManager.getCurrentKeyboardFocusManager();

  public FocusOn(Component owner) {
    KeyboardFocusManager.setCurrentKeyboardFocusManager(
        new DefaultKeyboardFocusManager() {
          @Override
          public Component getFocusOwner() {
            return owner;
          }

          @Override
          public Component getPermanentFocusOwner() {
            return owner;
          }
        });
  }

  @Override
  public void close() {
    KeyboardFocusManager.setCurrentKeyboardFocusManager(before);
  }
}

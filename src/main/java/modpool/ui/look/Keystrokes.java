package modpool.ui.look;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/// What keys do, written as [KeyStroke] reads them: `F12`, `shift LEFT`.
public final class Keystrokes {
  private Keystrokes() {}

  /// While a part has the focus.
  public static void onFocused(JComponent part, String key, Runnable action) {
    on(part, JComponent.WHEN_FOCUSED, key, action);
  }

  /// Wherever the focus is in the part's window.
  public static void inWindow(JComponent part, String key, Runnable action) {
    on(part, JComponent.WHEN_IN_FOCUSED_WINDOW, key, action);
  }

  private static void on(JComponent part, int when, String key, Runnable action) {
    part.getInputMap(when).put(KeyStroke.getKeyStroke(key), key);
    part.getActionMap()
        .put(
            key,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent e) {
                action.run();
              }
            });
  }
}

package modpool.ui.look;

import javax.swing.JComponent;

/// Shows text from files and devices as it is written: Swing takes what begins with `<html>` for a
/// page, and fetches the pictures that it names.
public final class PlainText {
  private PlainText() {}

  /// Before it gets its text.
  ///
  /// @return the component
  public static <C extends JComponent> C only(C component) {
    component.putClientProperty("html.disable", true);
    return component;
  }
}

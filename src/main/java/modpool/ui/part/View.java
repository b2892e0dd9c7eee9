package modpool.ui.part;

import javax.swing.JComponent;

/// A page of the window, or a part of it.
public interface View {
  /// What is put into the window.
  JComponent component();

  /// Shows how things stand; called about 30 times a second while it can be seen.
  void refresh(Sight sight);

  /// It can be seen from now on, or not any more.
  default void seen(boolean visible) {}
}

package modpool.ui.part;

import java.util.function.IntSupplier;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import modpool.learn.ControlName;
import modpool.learn.Knob;

/// The menu of a control that a MIDI controller can move: by the right button, or the menu key.
public final class LearnMenu {
  private LearnMenu() {}

  /// Gives a control its menu.
  ///
  /// @param number of the channel or track, from 1; 0 where there is one only
  public static void on(JComponent component, Hands hands, Knob knob, int number) {
    on(component, hands, knob, () -> number);
  }

  /// Likewise to one that is another's by and by.
  ///
  /// @param number whose it is when the menu is used
  public static void on(JComponent component, Hands hands, Knob knob, IntSupplier number) {
    JPopupMenu menu = new JPopupMenu();
    menu.add(item("Learn MIDI controller", hands, "learn ", knob, number));
    menu.add(item("Forget MIDI controller", hands, "unmap ", knob, number));
    component.setComponentPopupMenu(menu);
  }

  private static JMenuItem item(
      String text, Hands hands, String word, Knob knob, IntSupplier number) {
    JMenuItem item = new JMenuItem(text);
    item.addActionListener(e -> hands.line(word + new ControlName(knob, number.getAsInt()).text()));
    return item;
  }
}

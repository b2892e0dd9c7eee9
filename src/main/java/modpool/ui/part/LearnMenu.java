package modpool.ui.part;

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
    String name = new ControlName(knob, number).text();
    JPopupMenu menu = new JPopupMenu();
    menu.add(item("Learn MIDI controller", hands, "learn " + name));
    menu.add(item("Forget MIDI controller", hands, "unmap " + name));
    component.setComponentPopupMenu(menu);
  }

  private static JMenuItem item(String text, Hands hands, String line) {
    JMenuItem item = new JMenuItem(text);
    item.addActionListener(e -> hands.line(line));
    return item;
  }
}

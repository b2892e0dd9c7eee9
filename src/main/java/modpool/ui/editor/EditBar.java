package modpool.ui.editor;

import java.awt.BorderLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Stepper;
import modpool.ui.look.Heading;
import modpool.ui.look.Keystrokes;
import modpool.ui.look.Sizes;

/// What is edited, and the buttons that go back, compare and save.
final class EditBar {
  private final EditDesk desk;
  private final JPanel bar = new JPanel(new BorderLayout(Sizes.px(12), 0));
  private final Heading name = Heading.upTo(300, 3);
  private final Remark word = new Remark();
  private final JButton undo = new JButton("Undo");
  private final JButton redo = new JButton("Redo");
  private final JToggleButton compare = new JToggleButton("Compare");
  private final JButton save = new JButton("Save");

  /// What the page does for its buttons.
  interface Actions {
    void choose();

    void save();

    void saveAs();
  }

  /// @param choose the button that chooses a program
  /// @param shortcut what is held with the keys that do what buttons do
  EditBar(EditDesk desk, JButton choose, int shortcut, Actions actions) {
    this.desk = desk;
    name.getAccessibleContext().setAccessibleName("Patch");
    word.getAccessibleContext().setAccessibleName("Word of the editor");
    compare.setToolTipText("Hear and see it as it was saved");
    compare.addActionListener(e -> desk.compare(compare.isSelected()));
    choose.addActionListener(e -> actions.choose());
    button(undo, "Undo the last change", KeyEvent.VK_Z, shortcut, desk::undo);
    button(redo, "Do again what was undone", KeyEvent.VK_Y, shortcut, desk::redo);
    button(save, "Save into your own bank", KeyEvent.VK_S, shortcut, actions::save);
    JButton saveAs = new JButton("Save as …");
    button(
        saveAs,
        "Save under another name or number of your own bank",
        KeyEvent.VK_S,
        shortcut | InputEvent.SHIFT_DOWN_MASK,
        actions::saveAs);
    JPanel buttons = new JPanel();
    buttons.setLayout(new BoxLayout(buttons, BoxLayout.LINE_AXIS));
    for (JComponent part : new JComponent[] {choose, undo, redo, compare, save, saveAs}) {
      buttons.add(Box.createHorizontalStrut(Sizes.px(4)));
      buttons.add(part);
    }
    bar.add(name, BorderLayout.WEST);
    bar.add(word, BorderLayout.CENTER);
    bar.add(buttons, BorderLayout.EAST);
  }

  private void button(JButton button, String tip, int key, int modifiers, Runnable action) {
    KeyStroke stroke = KeyStroke.getKeyStroke(key, modifiers);
    String held = InputEvent.getModifiersExText(stroke.getModifiers());
    button.setToolTipText("%s (%s+%s)".formatted(tip, held, KeyEvent.getKeyText(key)));
    button.addActionListener(e -> action.run());
    Keystrokes.inWindow(
        bar,
        stroke.toString(),
        () -> {
          if (bar.isShowing()) {
            Stepper.takeTyped(); // which there may be to save, or to undo
            if (button.isEnabled()) {
              action.run();
            }
          }
        });
  }

  JComponent component() {
    return bar;
  }

  void look() {
    EditDesk.Place place = desk.place();
    String of = "%d:%03d".formatted(place.bank(), place.number());
    name.setText(desk.patch().name() + (desk.isUnsaved() ? " *" : ""));
    name.setToolTipText((place.kit() ? "Kit " : "Program ") + of + " " + desk.patch().name());
    String said = desk.word();
    word.setText(
        !said.isEmpty()
            ? said
            : desk.compares() ? "as it was saved" : desk.isUnsaved() ? "not saved" : of);
    undo.setEnabled(desk.canUndo());
    redo.setEnabled(desk.canRedo());
    save.setEnabled(desk.isUnsaved());
    compare.setEnabled(desk.isUnsaved());
    compare.setSelected(desk.compares());
  }
}

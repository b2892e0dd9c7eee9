package modpool.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/// How the window looks.
final class LookSection {
  private final Section section = new Section("Window");
  private final Map<Choice, JComboBox<String>> boxes = new LinkedHashMap<>();

  LookSection(List<Choice> choices) {
    for (Choice choice : choices) {
      JComboBox<String> box = box(choice);
      boxes.put(choice, box);
      section.row(choice.title(), box);
    }
  }

  private static JComboBox<String> box(Choice choice) {
    JComboBox<String> box = new JComboBox<>(choice.options().toArray(String[]::new));
    box.setSelectedIndex(choice.chosen().getAsInt());
    box.getAccessibleContext().setAccessibleName(choice.title());
    box.addActionListener(
        e -> {
          if (box.getSelectedIndex() != choice.chosen().getAsInt()) {
            choice.choose().accept(box.getSelectedIndex());
          }
        });
    return box;
  }

  JComponent component() {
    return section;
  }

  /// The menus choose as well.
  void look() {
    boxes.forEach(
        (choice, box) -> {
          if (!box.isPopupVisible() && box.getSelectedIndex() != choice.chosen().getAsInt()) {
            box.setSelectedIndex(choice.chosen().getAsInt());
          }
        });
  }
}

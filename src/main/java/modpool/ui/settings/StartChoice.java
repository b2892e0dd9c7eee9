package modpool.ui.settings;

import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import modpool.recall.StartSettings;
import modpool.ui.look.Hold;
import modpool.ui.part.Hands;

/// Something that is remembered for the next start. It follows what is remembered.
final class StartChoice {
  /// One of the things.
  ///
  /// @param value as the line `remember` has it
  /// @param words for people
  record Option(String value, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  private final String name;
  private final Hands hands;
  private final JComboBox<Option> box = new JComboBox<>();
  private final Hold hold = new Hold();
  private List<Option> there = List.of();
  private List<Option> offered = List.of(); // to be there once nobody is choosing

  /// @param name as the line `remember` has it
  /// @param title for people who hear the window
  StartChoice(String name, String title, Hands hands, List<Option> options) {
    this.name = name;
    this.hands = hands;
    offer(options);
    box.getAccessibleContext().setAccessibleName(title + " at the next start");
    box.addActionListener(e -> choose());
  }

  /// There are other things to choose from; what is chosen stays. While somebody is choosing, they
  /// wait for a look.
  void offer(List<Option> options) {
    offered = options;
    show();
  }

  private void show() {
    if (box.isPopupVisible() || offered.equals(there)) {
      return;
    }
    there = offered;
    Object chosen = box.getSelectedItem();
    hold.follow(
        () -> {
          box.setModel(new DefaultComboBoxModel<>(there.toArray(Option[]::new)));
          if (chosen instanceof Option option) {
            box.setSelectedItem(find(option.value()));
          }
        });
  }

  private void choose() {
    if (box.getSelectedItem() instanceof Option option && hold.begin()) {
      hands.line("remember " + name + " " + option.value());
    }
  }

  JComboBox<Option> box() {
    return box;
  }

  void look(StartSettings start) {
    show();
    if (box.isPopupVisible() || hold.isOn()) {
      return;
    }
    String value = start.value(name);
    if (box.getSelectedItem() instanceof Option option && option.value().equals(value)) {
      return;
    }
    hold.follow(() -> box.setSelectedItem(find(value)));
  }

  /// One that is remembered and is not there now is a choice all the same.
  private Option find(String value) {
    for (int i = 0; i < box.getItemCount(); i++) {
      if (box.getItemAt(i).value().equals(value)) {
        return box.getItemAt(i);
      }
    }
    Option absent = new Option(value, value.replace("javasound:", "") + " (not there now)");
    box.addItem(absent);
    return absent;
  }
}

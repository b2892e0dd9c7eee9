package modpool.ui.settings;

import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import modpool.recall.StartSettings;
import modpool.ui.part.Hands;

/// Something that is remembered for the next start. It follows what is remembered.
final class StartChoice {
  private static final long HOLD_NANOS = 400_000_000; // until the session has heard of it

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
  private List<Option> offered = List.of();
  private boolean following;
  private long chosenAt = System.nanoTime() - HOLD_NANOS;

  /// @param name as the line `remember` has it
  /// @param title for people who hear the window
  StartChoice(String name, String title, Hands hands, List<Option> options) {
    this.name = name;
    this.hands = hands;
    offer(options);
    box.getAccessibleContext().setAccessibleName(title + " at the next start");
    box.addActionListener(e -> choose());
  }

  /// There are other things to choose from; what is chosen stays. Not while somebody chooses.
  void offer(List<Option> options) {
    if (box.isPopupVisible() || options.equals(offered)) {
      return;
    }
    offered = options;
    Object chosen = box.getSelectedItem();
    following = true;
    box.setModel(new DefaultComboBoxModel<>(options.toArray(Option[]::new)));
    if (chosen instanceof Option option) {
      box.setSelectedItem(find(option.value()));
    }
    following = false;
  }

  private void choose() {
    if (!following && box.getSelectedItem() instanceof Option option) {
      chosenAt = System.nanoTime();
      hands.line("remember " + name + " " + option.value());
    }
  }

  JComboBox<Option> box() {
    return box;
  }

  void look(StartSettings start) {
    if (box.isPopupVisible() || System.nanoTime() - chosenAt < HOLD_NANOS) {
      return;
    }
    String value = start.value(name);
    if (box.getSelectedItem() instanceof Option option && option.value().equals(value)) {
      return;
    }
    following = true;
    box.setSelectedItem(find(value));
    following = false;
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

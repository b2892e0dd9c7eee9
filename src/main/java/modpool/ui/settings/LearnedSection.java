package modpool.ui.settings;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import modpool.learn.Binding;
import modpool.learn.ControlName;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.Gear;
import modpool.ui.part.Hands;

/// Controllers that have been learned, and the one that is.
final class LearnedSection {
  private final Hands hands;
  private final JPanel place = new JPanel(new BorderLayout());
  private List<Binding> shown;
  private ControlName learning;

  LearnedSection(Hands hands) {
    this.hands = hands;
  }

  JComponent component() {
    return place;
  }

  void look(Gear gear) {
    boolean same = Objects.equals(gear.learning(), learning);
    if (same && gear.bindings().equals(shown)) {
      return;
    }
    shown = gear.bindings();
    learning = gear.learning();
    Section section = new Section("Learned MIDI controllers");
    if (learning != null) {
      String words = "Move a controller: it will be " + learning.words() + ".";
      section.wide(row(new JLabel(words), "Cancel", "Cancel learning", "learn off"));
    } else if (shown.isEmpty()) {
      section.wide(
          Section.words(
              "None. Press the right button on a fader, a button or the tempo, or the menu key, and"
                  + " choose Learn; then move the controller.",
              2));
    }
    for (Binding binding : shown) {
      String control = binding.control().words();
      JPanel words = new JPanel(new BorderLayout());
      words.add(new JLabel(control), BorderLayout.NORTH);
      words.add(new QuietLabel(binding.words()), BorderLayout.CENTER);
      section.wide(row(words, "Forget", "Forget " + control, "unmap " + binding.control().text()));
    }
    place.removeAll();
    place.add(section, BorderLayout.CENTER);
    place.revalidate();
    place.repaint();
  }

  private JComponent row(JComponent words, String text, String name, String line) {
    JButton button = new JButton(text);
    button.getAccessibleContext().setAccessibleName(name);
    button.addActionListener(e -> hands.line(line));
    JPanel row = new JPanel(new BorderLayout(Sizes.px(8), 0));
    row.add(words, BorderLayout.CENTER);
    row.add(button, BorderLayout.EAST);
    return row;
  }
}

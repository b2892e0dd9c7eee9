package modpool.ui.settings;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import modpool.io.midi.InputState;
import modpool.ui.look.PlainText;
import modpool.ui.look.QuietLabel;
import modpool.ui.part.Gear;

/// The MIDI inputs as they come and go.
final class InputsSection {
  private final JPanel place = new JPanel(new BorderLayout());
  private List<InputState> shown;

  JComponent component() {
    return place;
  }

  void look(Gear gear) {
    if (gear.inputs().equals(shown)) {
      return;
    }
    shown = gear.inputs();
    Section section = new Section("MIDI inputs");
    if (shown.isEmpty()) {
      section.wide(
          Section.words(
              "None is there. Plug a keyboard in: it is opened within a second. Programs reach"
                  + " modpool by its own port; 'modpool devices' tells how.",
              3));
    }
    for (InputState input : shown) {
      section.wide(row(input));
    }
    place.removeAll();
    place.add(section, BorderLayout.CENTER);
    place.revalidate();
    place.repaint();
  }

  private static JComponent row(InputState input) {
    JPanel row = new JPanel(new BorderLayout());
    JLabel name = PlainText.only(new JLabel());
    name.setText(input.name());
    row.add(name, BorderLayout.NORTH);
    row.add(state(input.kind()), BorderLayout.CENTER);
    return row;
  }

  private static JLabel state(InputState.Kind kind) {
    if (kind == InputState.Kind.OPEN) {
      return new JLabel("● " + kind.words());
    }
    return new QuietLabel("○ " + kind.words());
  }
}

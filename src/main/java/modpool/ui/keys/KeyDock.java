package modpool.ui.keys;

import java.awt.BorderLayout;
import java.util.TreeSet;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;
import modpool.bridge.board.VoiceBoard;
import modpool.render.Strip;
import modpool.ui.look.Heading;
import modpool.ui.look.KeyName;
import modpool.ui.look.Keystrokes;
import modpool.ui.look.LineAbove;
import modpool.ui.look.Palette;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;

/// The piano and what belongs to it: the channel it plays, the chord, octave, velocity, sustain.
public final class KeyDock implements View {
  private static final int KEYS = 128;

  private final Stage stage;
  private final JPanel dock = new JPanel(new BorderLayout(0, Sizes.px(6)));
  private final HeldKeys held;
  private final TypedKeys typed;
  private final Piano piano;
  private final Heading channel = new Heading(4, "Channel 16");
  private final Heading chord = new Heading(4, " ");
  private final JLabel octave = new JLabel("C−0");
  private final JSlider velocity = new JSlider(1, 127, 100);
  private final JToggleButton sustain = new JToggleButton("Sustain");
  private final boolean[] sounding = new boolean[KEYS];
  private final TreeSet<Integer> pressed = new TreeSet<>();

  /// @param layout what is printed on the computer's keys
  public KeyDock(Stage stage, KeyboardLayout layout) {
    this.stage = stage;
    held = new HeldKeys(stage);
    typed = new TypedKeys(held, dock, layout);
    piano = new Piano(held);
    dock.setBorder(new LineAbove(6, 8));
    dock.add(controls(), BorderLayout.NORTH);
    dock.add(piano, BorderLayout.CENTER);
    typed.listen();
    showOctave(0);
  }

  private JComponent controls() {
    JPanel row = new JPanel();
    row.setLayout(new BoxLayout(row, BoxLayout.LINE_AXIS));
    keepWidth(channel, "Channel 16 ");
    chord.getAccessibleContext().setAccessibleName("Chord");
    velocity.setMaximumSize(Sizes.of(120, 24));
    velocity.setPreferredSize(Sizes.of(120, 24));
    velocity.getAccessibleContext().setAccessibleName("Velocity of typed keys");
    velocity.setToolTipText("Velocity of typed keys; on the piano it is the height");
    velocity.addChangeListener(e -> typed.setVelocity(velocity.getValue()));
    sustain.setToolTipText("Hold released keys (F6)");
    sustain.addActionListener(e -> held.sustain(sustain.isSelected()));
    add(row, channel, 16);
    row.add(chord);
    row.add(Box.createHorizontalGlue());
    add(row, new QuietLabel("Typed keys from"), 6);
    add(row, button("−", "An octave lower (F7)", () -> showOctave(-1)), 4);
    add(row, octave, 4);
    add(row, button("+", "An octave higher (F8)", () -> showOctave(1)), 16);
    add(row, new QuietLabel("Velocity"), 4);
    add(row, velocity, 16);
    row.add(sustain);
    Keystrokes.inWindow(dock, "F6", sustain::doClick);
    Keystrokes.inWindow(dock, "F7", () -> showOctave(-1));
    Keystrokes.inWindow(dock, "F8", () -> showOctave(1));
    return row;
  }

  private static void add(JPanel row, JComponent part, int gap) {
    row.add(part);
    row.add(Box.createHorizontalStrut(Sizes.px(gap)));
  }

  private static void keepWidth(JLabel label, String widest) {
    label.setText(widest);
    label.setPreferredSize(label.getPreferredSize());
  }

  private static JButton button(String text, String name, Runnable action) {
    JButton button = new JButton(text);
    button.setToolTipText(name);
    button.getAccessibleContext().setAccessibleName(name);
    button.addActionListener(e -> action.run());
    return button;
  }

  private void showOctave(int by) {
    typed.moveOctave(by);
    octave.setText(KeyName.of(typed.lowest()));
    piano.showTyped(typed.lowest(), typed.highest());
  }

  /// Other things are printed on the computer's keys.
  public void setLayout(KeyboardLayout layout) {
    typed.setLayout(layout);
  }

  /// The computer's keys play it no more.
  public void close() {
    typed.close();
  }

  @Override
  public JComponent component() {
    return dock;
  }

  @Override
  public void refresh(Sight sight) {
    held.look();
    sustain.setSelected(held.isSustained());
    int played = stage.selection().channel();
    boolean edits = stage.selection().edits();
    listen(sight, sight.slotOf(edits ? Strip.EDITOR : played));
    pressed.addAll(held.keys());
    for (int key : held.keys()) {
      sounding[key] = true;
    }
    piano.look(sounding, Palette.of(played));
    channel.setText(edits ? "Editor" : "Channel " + (played + 1));
    String name = ChordName.of(pressed);
    chord.setText(name.isEmpty() ? " " : name);
  }

  private void listen(Sight sight, int slot) {
    VoiceBoard board = stage.board();
    if (slot >= 0 && sight.generation() != board.generation()) {
      return;
    }
    java.util.Arrays.fill(sounding, false);
    pressed.clear();
    int voices = slot < 0 ? 0 : sight.strips().get(slot).voices();
    for (int voice = 0; voice < voices; voice++) {
      int cell = board.voice(slot, voice);
      int key = VoiceBoard.key(cell);
      if (cell != VoiceBoard.SILENT && key >= 0) {
        sounding[key] |= VoiceBoard.isHeld(cell);
        if (VoiceBoard.isHeld(cell)) {
          pressed.add(key);
        }
      }
    }
  }
}

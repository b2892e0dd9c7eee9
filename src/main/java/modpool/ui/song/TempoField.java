package modpool.ui.song;

import java.awt.Dimension;
import java.text.ParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JFormattedTextField.AbstractFormatter;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingConstants;
import javax.swing.text.DefaultFormatterFactory;
import modpool.learn.Knob;
import modpool.tracker.clock.SongClock;
import modpool.ui.look.Hold;
import modpool.ui.look.Sizes;
import modpool.ui.look.SpinnerField;
import modpool.ui.part.Hands;
import modpool.ui.part.LearnMenu;
import modpool.view.Scene;

/// How fast the song plays, in percent of what is written. It follows the song, unless it has just
/// been set.
final class TempoField {
  private static final int STEP = 5;
  private static final String NAME = "Tempo in percent";

  private final JSpinner spinner =
      new JSpinner(
          new SpinnerNumberModel(SongClock.AS_WRITTEN, SongClock.SLOWEST, SongClock.FASTEST, STEP));
  private final Hands hands;
  private final Hold hold = new Hold();

  TempoField(Hands hands) {
    this.hands = hands;
    JSpinner.DefaultEditor editor = new JSpinner.DefaultEditor(spinner);
    spinner.setEditor(editor);
    JFormattedTextField field = SpinnerField.of(spinner, NAME);
    field.setEditable(true);
    field.setColumns(5);
    field.setHorizontalAlignment(SwingConstants.TRAILING);
    field.setFormatterFactory(new DefaultFormatterFactory(new Percent()));
    spinner.setToolTipText("Tempo in percent of what is written; the pitch stays");
    Dimension size = spinner.getPreferredSize();
    spinner.setMaximumSize(new Dimension(Math.max(size.width, Sizes.px(84)), size.height));
    LearnMenu.on(spinner, hands, Knob.TEMPO, 0);
    field.setInheritsPopupMenu(true);
    editor.setInheritsPopupMenu(true);
    spinner.addChangeListener(e -> change());
  }

  /// What is in the field; the sign need not be typed.
  private static final class Percent extends AbstractFormatter {
    private static final Pattern TYPED = Pattern.compile("\\s*([0-9]{1,9})\\s*%?\\s*");

    @Override
    public String valueToString(Object value) {
      return value + " %";
    }

    /// What is more or less than can be is the most or the least.
    @Override
    public Object stringToValue(String text) throws ParseException {
      Matcher typed = TYPED.matcher(text);
      if (!typed.matches()) {
        throw new ParseException(text, 0);
      }
      int percent =
          Math.clamp(Integer.parseInt(typed.group(1)), SongClock.SLOWEST, SongClock.FASTEST);
      getFormattedTextField().setText(valueToString(percent)); // even when it is what stood there
      return percent;
    }
  }

  private void change() {
    if (hold.begin()) {
      hands.line("tempo " + spinner.getValue());
    }
  }

  JComponent component() {
    return spinner;
  }

  /// @param scene null when nothing is loaded
  void look(Scene scene) {
    spinner.setEnabled(scene != null);
    int now = scene == null ? SongClock.AS_WRITTEN : scene.tempoPercent();
    if (!hold.isOn() && !spinner.getValue().equals(now)) {
      hold.follow(() -> spinner.setValue(now));
    }
  }
}

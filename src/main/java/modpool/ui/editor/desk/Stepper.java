package modpool.ui.editor.desk;

import java.awt.KeyboardFocusManager;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.text.ParseException;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.swing.JFormattedTextField;
import javax.swing.JFormattedTextField.AbstractFormatter;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.text.DefaultFormatterFactory;
import modpool.ui.look.Following;
import modpool.ui.look.KeyName;
import modpool.ui.look.SpinnerField;

/// A whole number or a key, which arrows step and which can be typed. Steps without a pause are one
/// gesture. What can't be read is refused in words, and what stood there comes back.
public final class Stepper extends JSpinner {
  /// How it is written.
  enum Spelling {
    NUMBER,
    /// By its name: 60 is C4.
    KEY;

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    String text(int value) {
      return this == KEY ? KeyName.of(value) : Integer.toString(value);
    }

    private OptionalInt value(String typed) {
      if (this == KEY) {
        return KeyName.key(typed);
      }
      String bare = typed.strip();
      return WHOLE.matcher(bare).matches()
          ? OptionalInt.of(Integer.parseInt(bare))
          : OptionalInt.empty();
    }
  }

  private static final int MOST_SAID = 12; // letters of what can't be read

  private final Spelling spelling;
  private final SpinnerNumberModel model;
  private final Consumer<String> refused;
  private int least;
  private int most;
  private final Following following = new Following();

  /// @param moved takes a value set by hand, and the gesture that set it
  Stepper(
      String name,
      Spelling spelling,
      int least,
      int most,
      Consumer<String> refused,
      BiConsumer<Integer, Object> moved,
      Gesture gesture) {
    this.spelling = spelling;
    this.least = least;
    this.most = most;
    this.refused = refused;
    model = new SpinnerNumberModel(least, least, most, 1);
    setModel(model);
    setEditor(new DefaultEditor(this));
    prepare(SpinnerField.of(this, name), gesture);
    setToolTipText(spelling == Spelling.KEY ? name + ": C4, D♯4, E♭4 or 0-127" : name);
    addChangeListener(
        e -> {
          if (!following.isOn()) {
            moved.accept(value(), gesture.now());
          }
        });
  }

  /// One for numbers.
  ///
  /// @param name for people who hear the window
  /// @param refused takes the words for what can't be read
  /// @param moved takes a value set by hand, and the gesture that set it
  public static Stepper numbers(
      String name,
      int least,
      int most,
      Consumer<String> refused,
      BiConsumer<Integer, Object> moved) {
    return new Stepper(name, Spelling.NUMBER, least, most, refused, moved, new Gesture());
  }

  /// One for keys.
  public static Stepper keys(
      String name, Consumer<String> refused, BiConsumer<Integer, Object> moved) {
    return new Stepper(name, Spelling.KEY, 0, 127, refused, moved, new Gesture());
  }

  private JFormattedTextField field() {
    return ((DefaultEditor) getEditor()).getTextField();
  }

  private void prepare(JFormattedTextField field, Gesture gesture) {
    field.setEditable(true);
    field.setColumns(4);
    field.setHorizontalAlignment(SwingConstants.TRAILING);
    field.setFormatterFactory(new DefaultFormatterFactory(new Written()));
    field.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent e) {
            gesture.end();
          }
        });
  }

  /// What is in the field.
  private final class Written extends AbstractFormatter {
    @Override
    public String valueToString(Object value) {
      return value == null ? "" : spelling.text((Integer) value);
    }

    @Override
    public Object stringToValue(String text) {
      OptionalInt typed = spelling.value(text);
      boolean fits = typed.isPresent() && typed.getAsInt() >= least && typed.getAsInt() <= most;
      int next = fits ? typed.getAsInt() : value();
      getFormattedTextField().setText(spelling.text(next)); // even when it is what stood there
      if (!fits) {
        refused.accept(refusal(text.strip()));
      }
      return next;
    }
  }

  /// What somebody has typed, as words repeat it.
  static String said(String typed) {
    return typed.length() > MOST_SAID ? typed.substring(0, MOST_SAID) + "…" : typed;
  }

  private String refusal(String typed) {
    String said = said(typed);
    return spelling == Spelling.KEY
        ? "'%s' is no key from %s to %s: write C4, D♯4, E♭4 or 60"
            .formatted(said, KeyName.of(least), KeyName.of(most))
        : "'%s' is no number from %d to %d".formatted(said, least, most);
  }

  /// Takes what is being typed into one, as Enter does: before another zone is chosen, for which it
  /// is not meant, and before anything is saved.
  public static void takeTyped() {
    var owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
    if (SwingUtilities.getAncestorOfClass(Stepper.class, owner) instanceof Stepper stepper) {
      stepper.take();
    }
  }

  private void take() {
    String typed = field().getText();
    if (typed.equals(spelling.text(value()))) {
      return;
    }
    try {
      commitEdit();
    } catch (ParseException e) {
      refused.accept(refusal(typed.strip()));
    }
  }

  /// It stands at this value.
  public void follow(int stands) {
    following.run(() -> model.setValue(stands));
  }

  /// It goes from one value to another.
  public void limit(int from, int to) {
    least = from;
    most = to;
    following.run(
        () -> {
          model.setMinimum(from);
          model.setMaximum(to);
        });
  }

  /// What it stands at.
  public int value() {
    return model.getNumber().intValue();
  }
}

package modpool.ui.editor.desk;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import modpool.edit.PresetNumbers;
import modpool.ui.look.Columns;
import modpool.ui.look.Following;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;

/// A row with a name, a slider and what it stands at, which can also be typed.
public final class Dial extends JPanel {
  private static final int STEPS = 1_000;

  private final Scale scale;
  private final Unit unit;
  private final Consumer<String> said;
  private final BiConsumer<Double, Object> moved;
  private final JSlider slider = new JSlider(0, STEPS);
  private final JTextField value = new JTextField(" ");
  private final Gesture gesture = new Gesture();
  private String zero = ""; // what 0 is called, if anything
  private DoubleUnaryOperator taken = PresetNumbers::rounded;
  private double now;
  private String stood = ""; // what was put into the field last, which is nothing typed
  private final Following following = new Following();
  private boolean adjusting;

  /// @param name beside it
  /// @param fullName for people who hear the window
  /// @param said takes the words for what can't be read, or can't be
  /// @param moved takes a value set by hand, and the gesture that set it
  public Dial(
      String name,
      String fullName,
      Scale scale,
      Unit unit,
      Consumer<String> said,
      BiConsumer<Double, Object> moved) {
    super(new Columns(6, 1, 88, 50, 60));
    this.scale = scale;
    this.unit = unit;
    this.said = said;
    this.moved = moved;
    slider.getAccessibleContext().setAccessibleName(fullName);
    slider.setToolTipText(fullName);
    slider.setPreferredSize(Sizes.of(50, 20));
    slider.addChangeListener(
        e -> {
          if (!following.isOn()) {
            begin();
            moved.accept(shown(), gesture.now());
          }
        });
    prepareValue(fullName);
    add(new QuietLabel(name));
    add(slider);
    add(value);
  }

  private void prepareValue(String fullName) {
    value.setHorizontalAlignment(SwingConstants.TRAILING);
    value.setFont(value.getFont().deriveFont(value.getFont().getSize2D() * 0.92f));
    value.setBorder(BorderFactory.createEmptyBorder(0, 0, 0, Sizes.px(2)));
    value.setOpaque(false);
    value.setToolTipText("Type another, and press Enter");
    value.getAccessibleContext().setAccessibleName(fullName + ", typed");
    value.addActionListener(e -> take());
    value.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent e) {
            SwingUtilities.invokeLater(value::selectAll); // after the press that gave it
          }

          @Override
          public void focusLost(FocusEvent e) {
            showValue();
          }
        });
  }

  /// Calls 0, its left end, by a word: `none`.
  public Dial zero(String word) {
    zero = word;
    return this;
  }

  /// Has values taken otherwise than as a preset's numbers.
  ///
  /// @param value what becomes of one: the nearest that there is
  public Dial taken(DoubleUnaryOperator value) {
    taken = value;
    return this;
  }

  private void begin() {
    boolean isNow = slider.getValueIsAdjusting();
    if (isNow && !adjusting) {
      gesture.begin();
    } else if (!isNow && adjusting) {
      gesture.end();
    }
    adjusting = isNow;
  }

  private void take() {
    if (!value.getText().equals(stood)) { // else it would round what stands there
      take(value.getText().strip());
    }
    showValue();
    slider.requestFocusInWindow(); // so that typed keys play again
  }

  private void take(String text) {
    boolean isZero = !zero.isEmpty() && text.equalsIgnoreCase(zero);
    OptionalDouble typed = isZero ? OptionalDouble.of(0) : unit.value(text, now);
    if (typed.isEmpty()) {
      said.accept("'%s' can't be read: write %s".formatted(Stepper.said(text), unit.examples()));
      return;
    }
    double next = Math.clamp(typed.getAsDouble(), scale.least(), scale.most());
    moved.accept(next, new Object());
    if (next != typed.getAsDouble()) {
      said.accept(
          "'%s' is beyond what there is, %s to %s"
              .formatted(Stepper.said(text), unit.text(scale.least()), unit.text(scale.most())));
    }
  }

  /// It stands at this value.
  public void follow(double stands) {
    now = stands;
    // Places beside each other may be one value: it is on its way.
    boolean isThere = taken.applyAsDouble(shown()) == stands;
    if (!isThere) {
      following.run(() -> slider.setValue((int) Math.round(scale.place(stands) * STEPS)));
    }
    slider.getAccessibleContext().setAccessibleDescription(words());
    if (!value.isFocusOwner() || value.getText().equals(stood)) {
      showValue();
    }
  }

  /// What its slider stands at.
  private double shown() {
    return scale.at((double) slider.getValue() / STEPS);
  }

  private String words() {
    return !zero.isEmpty() && now == 0 ? zero : unit.text(now);
  }

  private void showValue() {
    stood = words();
    if (!stood.equals(value.getText())) {
      value.setText(stood);
      value.setCaretPosition(0);
      if (value.isFocusOwner()) {
        value.selectAll(); // to be typed over
      }
    }
  }

  @Override
  public void setEnabled(boolean on) {
    super.setEnabled(on);
    slider.setEnabled(on);
    value.setEnabled(on);
  }
}

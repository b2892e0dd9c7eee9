package modpool.ui.editor;

import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingConstants;
import modpool.ui.part.Columns;
import modpool.ui.part.QuietLabel;
import modpool.ui.part.Sizes;

/// A row with a name, a slider and what it stands at. Values are spread over the slider evenly, or
/// by ratio.
final class Dial extends JPanel {
  private static final int STEPS = 1_000;

  private final double low;
  private final double high;
  private final boolean byRatio;
  private final DoubleFunction<String> text;
  private final JSlider slider = new JSlider(0, STEPS);
  private final JLabel value = new JLabel(" ", SwingConstants.TRAILING);
  private final Gesture gesture = new Gesture();
  private boolean following;
  private boolean adjusting;

  /// @param low above 0 when values are spread by ratio
  /// @param text what a value is called
  /// @param moved takes a value set by hand, and the gesture that set it
  Dial(
      String name,
      double low,
      double high,
      boolean byRatio,
      DoubleFunction<String> text,
      BiConsumer<Double, Object> moved) {
    super(new Columns(6, 1, 84, 60, 66));
    this.low = low;
    this.high = high;
    this.byRatio = byRatio;
    this.text = text;
    slider.getAccessibleContext().setAccessibleName(name);
    slider.setToolTipText(name);
    slider.addChangeListener(
        e -> {
          if (!following) {
            begin();
            moved.accept(valueAt(slider.getValue()), gesture.now());
          }
        });
    value.setFont(value.getFont().deriveFont(value.getFont().getSize2D() * 0.92f));
    slider.setPreferredSize(Sizes.of(60, 20));
    add(new QuietLabel(name));
    add(slider);
    add(value);
  }

  private void begin() {
    boolean now = slider.getValueIsAdjusting();
    if (now && !adjusting) {
      gesture.begin();
    } else if (!now && adjusting) {
      gesture.end();
    }
    adjusting = now;
  }

  private double valueAt(int step) {
    double share = (double) step / STEPS;
    double exact = byRatio ? low * Math.pow(high / low, share) : low + (high - low) * share;
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1e-3, Math.abs(exact)))) - 2);
    return step == 0 ? low : step == STEPS ? high : Math.rint(exact / unit) * unit;
  }

  private int stepOf(double of) {
    double bounded = Math.clamp(of, low, high);
    double share =
        byRatio ? Math.log(bounded / low) / Math.log(high / low) : (bounded - low) / (high - low);
    return (int) Math.round(share * STEPS);
  }

  /// It stands at this value.
  void follow(double now) {
    following = true;
    slider.setValue(stepOf(now));
    following = false;
    String said = text.apply(now);
    if (!said.equals(value.getText())) {
      value.setText(said);
    }
  }

  @Override
  public void setEnabled(boolean on) {
    super.setEnabled(on);
    slider.setEnabled(on);
  }
}

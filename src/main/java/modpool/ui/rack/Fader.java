package modpool.ui.rack;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javax.swing.JLabel;
import javax.swing.JSlider;
import modpool.ui.look.Hold;

/// A slider for a controller, 0-127, and what it stands at. It follows the channel, unless it is
/// being moved.
final class Fader {
  private final JSlider slider;
  private final JLabel value = new JLabel("");
  private final IntFunction<String> text;
  private final IntConsumer moved;
  private final Hold hold = new Hold();

  /// @param name for people who hear the window
  /// @param first where it stands before the channel has said anything
  /// @param text what a value is called
  /// @param moved takes values set by hand
  Fader(String name, int first, IntFunction<String> text, IntConsumer moved) {
    this.text = text;
    this.moved = moved;
    slider = new JSlider(0, 127, first);
    slider.getAccessibleContext().setAccessibleName(name);
    slider.setToolTipText(name);
    slider.addChangeListener(e -> change());
    value.setText(text.apply(first));
  }

  private void change() {
    value.setText(text.apply(slider.getValue()));
    if (hold.begin()) {
      moved.accept(slider.getValue());
    }
  }

  /// The channel stands at this value.
  void follow(int now) {
    if (!slider.getValueIsAdjusting() && !hold.isOn()) {
      jump(now);
    }
  }

  /// Likewise, even while it is being moved: it is another channel's now.
  void jump(int now) {
    hold.follow(() -> slider.setValue(now));
  }

  /// It is called otherwise now.
  void rename(String name, String tip) {
    slider.getAccessibleContext().setAccessibleName(name);
    slider.setToolTipText(tip);
  }

  JSlider slider() {
    return slider;
  }

  JLabel value() {
    return value;
  }

  /// A pan position: 64 is the middle.
  static String pan(int value) {
    return value == 64 ? "C" : value < 64 ? "L" + (64 - Math.max(1, value)) : "R" + (value - 64);
  }
}

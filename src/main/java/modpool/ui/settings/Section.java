package modpool.ui.settings;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import modpool.ui.look.Heading;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;

/// A part of the page: a heading, and below it rows of a name and what belongs to it.
final class Section extends JPanel {
  private static final int NAME_WIDTH = 118;

  private int row;

  Section(String heading) {
    super(new GridBagLayout());
    setBorder(
        BorderFactory.createEmptyBorder(Sizes.px(12), Sizes.px(14), Sizes.px(8), Sizes.px(14)));
    Heading title = new Heading(3, heading);
    wide(title);
  }

  /// A row with a name.
  void row(String name, Component value) {
    JLabel label = new QuietLabel(name);
    Dimension size = label.getPreferredSize();
    label.setMinimumSize(new Dimension(Math.max(size.width, Sizes.px(NAME_WIDTH)), size.height));
    label.setPreferredSize(label.getMinimumSize());
    label.setLabelFor(value);
    add(label, at(0, 1, 0, GridBagConstraints.NONE));
    add(value, at(1, 1, 1, GridBagConstraints.HORIZONTAL));
    row++;
  }

  /// A row of its own.
  void wide(Component whole) {
    add(whole, at(0, 2, 1, GridBagConstraints.HORIZONTAL));
    row++;
  }

  private GridBagConstraints at(int column, int width, double weight, int fill) {
    return new GridBagConstraints(
        column,
        row,
        width,
        1,
        weight,
        0,
        GridBagConstraints.BASELINE_LEADING,
        fill,
        new Insets(Sizes.px(4), 0, Sizes.px(4), Sizes.px(10)),
        0,
        0);
  }

  /// Words that take as many lines as they need, at least so many.
  static JTextArea words(String text, int lines) {
    JTextArea area =
        new JTextArea(text, lines, 20) {
          @Override
          public void updateUI() {
            super.updateUI();
            setFont(new JLabel().getFont());
            setOpaque(false);
            setBorder(BorderFactory.createEmptyBorder());
          }
        };
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setEditable(false);
    area.setFocusable(false);
    return area;
  }
}

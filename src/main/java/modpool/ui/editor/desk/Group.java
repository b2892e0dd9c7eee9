package modpool.ui.editor.desk;

import java.awt.Component;
import java.awt.Dimension;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import modpool.ui.look.Columns;
import modpool.ui.look.Heading;
import modpool.ui.look.Sizes;

/// Some controls below each other, under a title.
public final class Group extends JPanel {
  public Group(String title) {
    setLayout(new BoxLayout(this, BoxLayout.PAGE_AXIS));
    Heading label = new Heading(4, title);
    put(label);
  }

  /// Adds a control, as wide as the group.
  public void put(JComponent part) {
    part.setAlignmentX(Component.LEFT_ALIGNMENT);
    part.setMaximumSize(new Dimension(Integer.MAX_VALUE, part.getPreferredSize().height));
    add(part);
    add(Box.createVerticalStrut(Sizes.px(2)));
  }

  /// Adds a row of a wide control and one of 96 pixels.
  public void put(JComponent wide, JComponent narrow) {
    JPanel row = new JPanel(new Columns(6, 0, 148, 96));
    row.add(wide);
    row.add(narrow);
    put(row);
  }
}

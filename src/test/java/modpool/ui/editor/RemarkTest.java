package modpool.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class RemarkTest {
  @Test
  void a_long_remark_makes_nothing_wider_and_its_tip_says_all() {
    Remark remark = new Remark();
    JPanel row = new JPanel(new BorderLayout());
    row.add(remark, BorderLayout.CENTER);
    row.add(new JButton("Save"), BorderLayout.EAST);
    int before = row.getPreferredSize().width;
    String text = "there is no folder for a bank of your own; ".repeat(3);
    remark.setText(text);
    assertEquals(before, row.getPreferredSize().width);
    assertEquals(text, remark.getToolTipText());
  }
}

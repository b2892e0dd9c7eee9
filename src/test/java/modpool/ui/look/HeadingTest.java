package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class HeadingTest {
  @Test
  void one_with_a_limit_is_no_wider_and_may_be_narrower() {
    Heading heading = Heading.upTo(100, 4);
    JPanel around = new JPanel();
    around.add(heading);
    heading.setText("a short one");
    int wanted = heading.getPreferredSize().width;
    assertTrue(wanted > 10 && wanted < Sizes.px(100), "it wants " + wanted);
    heading.setText("a long one ".repeat(100));
    assertEquals(Sizes.px(100), heading.getPreferredSize().width);
    assertEquals(0, heading.getMinimumSize().width);
  }
}

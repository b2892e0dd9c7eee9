package modpool.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JToolTip;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;

/// A song may be called what Swing would take for a page of the web.
class PlainTextTest {
  private static final String PAGE = "<html><b>Night</b> Ferry";

  private static Object page(JComponent shows) {
    return shows.getClientProperty(BasicHTML.propertyKey);
  }

  @Test
  void titles_and_quiet_words_are_shown_as_they_are_written() {
    Heading cut = Heading.upTo(100, 3);
    cut.setText(PAGE);
    for (JLabel label : List.of(new Heading(2, PAGE), cut, new QuietLabel(PAGE))) {
      assertEquals(PAGE, label.getText());
      assertNull(page(label));
    }
    assertNotNull(page(new JLabel(PAGE)), "Swing still reads pages");
  }

  @Test
  void so_is_the_tip_of_a_title() {
    JToolTip tip = Heading.upTo(100, 3).createToolTip();
    tip.setTipText(PAGE);
    assertNull(page(tip));
  }
}

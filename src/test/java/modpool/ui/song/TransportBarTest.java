package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import modpool.testing.FakeDevice;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sights;
import modpool.view.Scene;
import org.junit.jupiter.api.Test;

class TransportBarTest {
  private final TransportBar transport =
      new TransportBar(Sights.stage(new FakeDevice("any", false), new ArrayList<>()).hands());
  private final JComponent bar = transport.component();

  /// A MIDI file.
  private void look(String title) {
    transport.look(
        new Scene(
            title,
            null,
            0,
            "paused",
            0,
            60,
            100,
            16,
            Set.of(),
            Set.of(),
            Sights.load(),
            Sights.empty(),
            ""));
  }

  private JLabel label(String text) {
    for (Component part : bar.getComponents()) {
      if (part instanceof JLabel label && text.equals(label.getText())) {
        return label;
      }
    }
    throw new AssertionError("it says " + text);
  }

  @Test
  void a_long_title_pushes_nothing_out_and_its_tip_says_all() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          look("short");
          int before = bar.getPreferredSize().width;
          String title = "a file with a very long name ".repeat(10);
          look(title);
          bar.invalidate(); // as it is where it is shown
          int wide = bar.getPreferredSize().width;
          assertTrue(wide < before + Sizes.px(240), before + " and then " + wide);
          assertEquals(title, label(title).getToolTipText());
          bar.setSize(before, 60);
          bar.doLayout();
          JLabel time = label("0:00 / 1:00");
          assertTrue(time.getX() + time.getWidth() <= before, "the time is at " + time.getBounds());
          assertEquals(time.getPreferredSize().width, time.getWidth());
        });
  }
}

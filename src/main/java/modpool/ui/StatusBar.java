package modpool.ui;

import java.awt.BorderLayout;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import modpool.ui.look.LineAbove;
import modpool.ui.look.PlainText;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.view.Scene;

/// The window's last line: what there was to say, and how the instrument fares.
final class StatusBar {
  private static final int MOST_LETTERS = 90;

  private final JPanel bar = new JPanel(new BorderLayout(Sizes.px(16), 0));
  private final JLabel message = PlainText.only(new JLabel(" "));
  private final JLabel state = PlainText.only(new JLabel(" ", SwingConstants.TRAILING));

  StatusBar() {
    bar.setBorder(new LineAbove(4, 10));
    message.getAccessibleContext().setAccessibleName("Last message");
    state.getAccessibleContext().setAccessibleName("State of the output");
    bar.add(message, BorderLayout.CENTER);
    bar.add(state, BorderLayout.EAST);
  }

  JComponent component() {
    return bar;
  }

  void refresh(Sight sight) {
    String whole = sight.message();
    if (!whole.equals(message.getToolTipText())) {
      message.setToolTipText(whole);
      message.setText(
          whole.length() > MOST_LETTERS ? whole.substring(0, MOST_LETTERS - 1) + "…" : whole);
    }
    state.setText(sight.output().isEmpty() ? "getting ready …" : state(sight));
  }

  private static String state(Sight sight) {
    Scene.Load load = sight.load();
    return String.format(
        Locale.ROOT,
        "load %.0f %%   latency %.1f ms   xruns %d",
        100 * load.part(),
        load.latencyMs(),
        load.xruns());
  }
}

package modpool.ui.rack;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import modpool.bridge.board.ChannelBoard;
import modpool.ui.look.Columns;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.ui.part.View;

/// The page of the 16 channels and the master.
public final class RackView implements View {
  private static final List<String> HEADINGS =
      List.of("", "", "Program", "Voices", "Level", "Volume", "", "Pan", "", "", "", "Stolen");
  private static final int GROWING = 3; // the voices

  private final JPanel page = new JPanel(new BorderLayout());
  private final List<ChannelStrip> strips = new ArrayList<>();
  private final ChannelKnobs knobs;
  private final MasterStrip master;
  private long before = System.nanoTime();

  /// @param volumeMoved takes the volume of all channels when it was set by hand
  public RackView(Stage stage, IntConsumer volumeMoved) {
    Columns columns = new Columns(8, GROWING, 40, 10, 210, 176, 120, 110, 30, 90, 32, 30, 30, 150);
    JPanel heads = new JPanel(columns);
    for (String heading : HEADINGS) {
      heads.add(new QuietLabel(heading));
    }
    heads.setBorder(
        BorderFactory.createEmptyBorder(Sizes.px(6), Sizes.px(8), Sizes.px(4), Sizes.px(8)));
    JPanel rows = new JPanel();
    rows.setLayout(new BoxLayout(rows, BoxLayout.PAGE_AXIS));
    for (int channel = 0; channel < ChannelBoard.CHANNELS; channel++) {
      ChannelStrip strip = new ChannelStrip(stage, channel, columns);
      strips.add(strip);
      rows.add(strip);
    }
    JPanel top = new JPanel(new BorderLayout());
    top.add(rows, BorderLayout.NORTH);
    JScrollPane scroll = new JScrollPane(top);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setUnitIncrement(Sizes.px(16));
    scroll.setColumnHeaderView(heads);
    master = new MasterStrip(stage, volumeMoved);
    knobs = new ChannelKnobs(stage);
    JPanel foot = new JPanel(new BorderLayout());
    foot.add(new WideRow(knobs), BorderLayout.NORTH);
    foot.add(master, BorderLayout.SOUTH);
    page.add(scroll, BorderLayout.CENTER);
    page.add(foot, BorderLayout.SOUTH);
  }

  @Override
  public JComponent component() {
    return page;
  }

  @Override
  public void refresh(Sight sight) {
    long now = System.nanoTime();
    double seconds = (now - before) * 1e-9;
    before = now;
    for (ChannelStrip strip : strips) {
      strip.refresh(sight, seconds, now);
    }
    knobs.refresh(sight);
    master.refresh(sight, seconds);
  }
}

package modpool.ui.song;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Stage;
import modpool.view.PatternLines;
import modpool.view.Scene;

/// A module's tracks and orders.
final class SongPage {
  private final Stage stage;
  private final JPanel page = new JPanel(new BorderLayout(Sizes.px(8), 0));
  private final JPanel heads = new JPanel(null);
  private final PatternPane pattern = new PatternPane();
  private final OrderList orders;
  private final List<TrackHead> tracks = new ArrayList<>();

  SongPage(Stage stage) {
    this.stage = stage;
    orders = new OrderList(stage.hands());
    JPanel song = new JPanel(new BorderLayout(0, Sizes.px(6)));
    song.add(heads, BorderLayout.NORTH);
    song.add(pattern, BorderLayout.CENTER);
    JScrollPane wide = new JScrollPane(song);
    wide.setBorder(BorderFactory.createEmptyBorder());
    wide.getHorizontalScrollBar().setUnitIncrement(Sizes.px(16));
    page.setBorder(BorderFactory.createEmptyBorder(0, Sizes.px(10), Sizes.px(8), Sizes.px(10)));
    page.add(orders.component(), BorderLayout.WEST);
    page.add(wide, BorderLayout.CENTER);
  }

  JComponent component() {
    return page;
  }

  void look(Sight sight, int order, double seconds) {
    Scene scene = sight.song();
    if (tracks.size() != scene.parts()) {
      lay(scene.parts());
    }
    orders.look(scene.module(), order);
    pattern.look(scene);
    for (int track = 0; track < tracks.size(); track++) {
      long cell = stage.board().tracks().track(track);
      tracks.get(track).look(scene.module(), scene.muted(), scene.soloed(), cell, seconds);
    }
  }

  /// A head over each column of the pattern.
  private void lay(int count) {
    heads.removeAll();
    tracks.clear();
    int letter = pattern.letterWidth();
    int height = Sizes.px(66);
    for (int track = 0; track < count; track++) {
      TrackHead head = new TrackHead(stage.hands(), track + 1);
      int from = PatternLines.columnOf(track) * letter + letter;
      int to = PatternLines.columnOf(track + 1) * letter + letter;
      head.setBounds(from, Sizes.px(6), to - from, height - Sizes.px(6));
      tracks.add(head);
      heads.add(head);
    }
    int width = (PatternLines.fullWidth(count) + 1) * letter;
    heads.setPreferredSize(new Dimension(width, height));
    heads.revalidate();
    heads.repaint(); // also where fewer leave ground bare
  }
}

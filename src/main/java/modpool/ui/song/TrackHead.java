package modpool.ui.song;

import java.awt.BorderLayout;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import modpool.learn.Knob;
import modpool.module.Module;
import modpool.ui.look.Sizes;
import modpool.ui.part.Hands;
import modpool.ui.part.LearnMenu;
import modpool.ui.part.LineToggle;

/// What stands over a track: its number, mute and solo, and its wave.
final class TrackHead extends JPanel {
  private final int track; // from 1
  private final TrackScope scope;
  private final LineToggle mute;
  private final LineToggle solo;

  TrackHead(Hands hands, int track) {
    super(new BorderLayout(0, Sizes.px(3)));
    this.track = track;
    scope = new TrackScope(track);
    mute = toggle(hands, "M", "Mute track " + track, "mute " + track);
    solo = toggle(hands, "S", "Solo track " + track, "solo " + track);
    LearnMenu.on(mute, hands, Knob.TRACK_MUTE, track);
    LearnMenu.on(solo, hands, Knob.TRACK_SOLO, track);
    JPanel row = new JPanel();
    row.setLayout(new BoxLayout(row, BoxLayout.LINE_AXIS));
    row.add(new JLabel(Integer.toString(track)));
    row.add(Box.createHorizontalGlue());
    row.add(mute);
    row.add(Box.createHorizontalStrut(Sizes.px(4)));
    row.add(solo);
    add(row, BorderLayout.NORTH);
    add(scope, BorderLayout.CENTER);
    setBorder(BorderFactory.createEmptyBorder(0, Sizes.px(6), 0, Sizes.px(6)));
  }

  private static LineToggle toggle(Hands hands, String text, String name, String line) {
    LineToggle button = new LineToggle(text, name, hands, line);
    button.setPreferredSize(Sizes.of(26, 22));
    button.setMaximumSize(Sizes.of(26, 22));
    return button;
  }

  void look(Module module, Set<Integer> muted, Set<Integer> soloed, long cell, double seconds) {
    mute.follow(muted.contains(track));
    solo.follow(soloed.contains(track));
    scope.look(module, cell, seconds);
  }
}

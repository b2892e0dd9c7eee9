package modpool.ui.editor;

import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import modpool.edit.EditedSample;
import modpool.patch.Sample.Loop;

/// How the chosen zone's sample loops.
final class LoopControls {
  private static final double LONGEST_FADE_MS = 2_000;
  private static final double SHORTEST_FADE_MS = 0.1; // as good as none

  private final EditDesk desk;
  private final Group group = new Group("Loop");
  private final JComboBox<String> kind =
      new JComboBox<>(new String[] {"None", "Forward", "To and fro"});
  private final Dial crossfade;
  private final JButton trim = new JButton("Trim");
  private boolean following;

  LoopControls(EditDesk desk) {
    this.desk = desk;
    kind.getAccessibleContext().setAccessibleName("Kind of loop");
    kind.addActionListener(
        e -> {
          if (!following) {
            Loop chosen = Loop.values()[kind.getSelectedIndex()];
            desk.change(z -> z.withSample(z.sample().withLoop(chosen)), null);
          }
        });
    crossfade =
        new Dial(
            "Cross-fade",
            SHORTEST_FADE_MS,
            LONGEST_FADE_MS,
            true,
            ms -> ms <= SHORTEST_FADE_MS ? "none" : EnvelopePane.ms(ms),
            (ms, by) -> desk.change(z -> z.withSample(faded(z.sample(), ms)), by));
    JCheckBox snap = new JCheckBox("Snap to zero", desk.snaps());
    snap.setToolTipText("Markers go to where the wave rises through zero");
    snap.addActionListener(e -> desk.snap(snap.isSelected()));
    trim.setToolTipText("Leave out what is never played");
    trim.addActionListener(e -> desk.change(modpool.edit.EditedZone::trimmed, null));
    group.put(snap, kind);
    group.put(crossfade);
    group.put(new modpool.ui.part.QuietLabel("Parts not played"), trim);
  }

  private static EditedSample faded(EditedSample sample, double ms) {
    double frames = ms <= SHORTEST_FADE_MS ? 0 : ms * sample.wave().rateHz() / 1_000;
    return sample.withCrossfade((int) Math.round(frames));
  }

  Group group() {
    return group;
  }

  JComponent component() {
    return group;
  }

  void look() {
    EditedSample sample = desk.zone().sample();
    following = true;
    kind.setSelectedIndex(sample.loop().ordinal());
    following = false;
    crossfade.follow(
        Math.max(SHORTEST_FADE_MS, 1_000.0 * sample.crossfade() / sample.wave().rateHz()));
    crossfade.setEnabled(sample.loop() == Loop.FORWARD);
    trim.setEnabled(!desk.compares() && desk.zone().hasUnplayed());
  }

  static String dB(double level) {
    return String.format(Locale.ROOT, "%+.1f dB", level);
  }
}

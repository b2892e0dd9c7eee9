package modpool.ui.editor;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import modpool.edit.EditedSample;
import modpool.edit.EditedZone;
import modpool.patch.Sample.Loop;
import modpool.ui.editor.desk.Dial;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Group;
import modpool.ui.editor.desk.Scale;
import modpool.ui.editor.desk.Unit;
import modpool.ui.look.Following;
import modpool.ui.look.QuietLabel;

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
  private final Following following = new Following();

  LoopControls(EditDesk desk) {
    this.desk = desk;
    kind.getAccessibleContext().setAccessibleName("Kind of loop");
    kind.addActionListener(
        e -> {
          if (!following.isOn()) {
            Loop chosen = Loop.values()[kind.getSelectedIndex()];
            desk.change(z -> z.withSample(z.sample().withLoop(chosen)), null);
          }
        });
    crossfade =
        new Dial(
                "Cross-fade",
                "Cross-fade of the loop",
                Scale.ratio(SHORTEST_FADE_MS, LONGEST_FADE_MS).within(0, LONGEST_FADE_MS),
                Unit.MS,
                desk::say,
                (ms, by) ->
                    desk.change(
                        z -> z.withSample(z.sample().withCrossfade(frames(z.sample(), ms))), by))
            .taken(ms -> ms(desk.zone().sample(), frames(desk.zone().sample(), ms)))
            .zero("none");
    JCheckBox snap = new JCheckBox("Snap to zero", desk.snaps());
    snap.setToolTipText("Markers go to where the wave rises through zero");
    snap.addActionListener(e -> desk.snap(snap.isSelected()));
    trim.setToolTipText("Leave out what is never played");
    trim.addActionListener(e -> desk.change(EditedZone::trimmed, null));
    group.put(snap, kind);
    group.put(crossfade);
    group.put(new QuietLabel("Parts not played"), trim);
  }

  private static int frames(EditedSample sample, double ms) {
    double frames = ms <= SHORTEST_FADE_MS ? 0 : ms * sample.wave().rateHz() / 1_000;
    return (int) Math.round(frames);
  }

  private static double ms(EditedSample sample, int frames) {
    return 1_000.0 * frames / sample.wave().rateHz();
  }

  Group group() {
    return group;
  }

  void look() {
    EditedSample sample = desk.zone().sample();
    following.run(() -> kind.setSelectedIndex(sample.loop().ordinal()));
    crossfade.follow(ms(sample, sample.crossfade()));
    boolean canFade = sample.loop() == Loop.FORWARD && sample.loopStart() > 0;
    crossfade.setEnabled(canFade);
    crossfade.setToolTipText(
        canFade ? null : "Fades into what stands before a forward loop: let it start later");
    trim.setEnabled(!desk.compares() && desk.zone().hasUnplayed());
  }
}

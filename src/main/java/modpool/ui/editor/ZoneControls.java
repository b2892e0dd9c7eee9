package modpool.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JCheckBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.ListSelectionModel;
import javax.swing.SpinnerNumberModel;
import modpool.edit.EditedZone;
import modpool.patch.Trigger;
import modpool.ui.part.Columns;
import modpool.ui.part.KeyName;
import modpool.ui.part.QuietLabel;
import modpool.ui.part.Sizes;

/// The zones of the patch: which is chosen, and which keys it answers.
final class ZoneControls {
  private final EditDesk desk;
  private final Group group = new Group("Zones");
  private final DefaultListModel<String> lines = new DefaultListModel<>();
  private final JList<String> list = new JList<>(lines);
  private final SpinnerNumberModel low = new SpinnerNumberModel(0, 0, 127, 1);
  private final SpinnerNumberModel high = new SpinnerNumberModel(127, 0, 127, 1);
  private List<String> shown = List.of();
  private boolean following;

  ZoneControls(EditDesk desk) {
    this.desk = desk;
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setVisibleRowCount(5);
    list.setPrototypeCellValue("10  C♯-1–C♯10  sample");
    list.getAccessibleContext().setAccessibleName("Zones");
    list.addListSelectionListener(
        e -> {
          if (!following && list.getSelectedIndex() >= 0) {
            desk.chooseZone(list.getSelectedIndex());
          }
        });
    JScrollPane scroll = new JScrollPane(list);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    JPanel keys = new JPanel(new Columns(6, 0, 40, 66, 66));
    keys.add(new QuietLabel("Keys"));
    keys.add(spinner("Lowest key", low));
    keys.add(spinner("Highest key", high));
    JCheckBox all = new JCheckBox("Sound of all zones", desk.changesAllZones());
    all.setToolTipText("Envelope, level, vibrato and filter are changed in all zones alike");
    all.addActionListener(e -> desk.changeAllZones(all.isSelected()));
    group.put(scroll);
    group.put(keys);
    group.put(all);
    scroll.setMaximumSize(Sizes.of(4_000, 400));
  }

  private JSpinner spinner(String name, SpinnerNumberModel model) {
    JSpinner spinner = new JSpinner(model);
    spinner.setToolTipText(name);
    spinner.getAccessibleContext().setAccessibleName(name);
    ((JSpinner.DefaultEditor) spinner.getEditor())
        .getTextField()
        .getAccessibleContext()
        .setAccessibleName(name);
    spinner.addChangeListener(
        e -> {
          if (!following) {
            changeKeys();
          }
        });
    return spinner;
  }

  private void changeKeys() {
    int from = low.getNumber().intValue();
    int to = high.getNumber().intValue();
    desk.change(z -> z.withTrigger(withKeys(z.trigger(), from, to)), null);
    look(); // what was refused goes back
  }

  private static Trigger withKeys(Trigger t, int from, int to) {
    return new Trigger(
        from,
        to,
        t.lowVelocity(),
        t.highVelocity(),
        t.layer(),
        t.turn(),
        t.turns(),
        t.chokes(),
        t.chokedBy());
  }

  Group group() {
    return group;
  }

  void look() {
    List<String> next = new ArrayList<>();
    for (EditedZone zone : desk.patch().zones()) {
      next.add("%d  %s".formatted(next.size() + 1, line(zone)));
    }
    following = true;
    if (!next.equals(shown)) {
      shown = next;
      lines.clear();
      lines.addAll(next);
    }
    list.setSelectedIndex(desk.zoneNumber());
    list.ensureIndexIsVisible(desk.zoneNumber());
    low.setValue(desk.zone().trigger().lowKey());
    high.setValue(desk.zone().trigger().highKey());
    following = false;
  }

  private static String line(EditedZone zone) {
    Trigger t = zone.trigger();
    String keys =
        t.lowKey() == t.highKey()
            ? KeyName.of(t.lowKey())
            : KeyName.of(t.lowKey()) + "–" + KeyName.of(t.highKey());
    boolean anyVelocity = t.lowVelocity() == 1 && t.highVelocity() == 127;
    String velocities =
        anyVelocity ? "" : "  vel %d–%d".formatted(t.lowVelocity(), t.highVelocity());
    return keys + velocities + "  " + zone.sample().wave().name();
  }
}

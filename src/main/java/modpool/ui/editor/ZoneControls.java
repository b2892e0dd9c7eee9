package modpool.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import modpool.patch.Trigger;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Group;
import modpool.ui.editor.desk.Stepper;
import modpool.ui.look.Columns;
import modpool.ui.look.Following;
import modpool.ui.look.KeyName;
import modpool.ui.look.QuietLabel;
import modpool.ui.look.RowList;

/// The zones of the patch: which is chosen, when it sounds, and what becomes of it.
final class ZoneControls {
  private final EditDesk desk;
  private final Group listGroup = new Group("Zones");
  private final Group whenGroup = new Group("Sounds at");
  private final Group turnGroup = new Group("Turns and chokes");
  private final Group workGroup = new Group("Change zones");
  private final DefaultListModel<String> lines = new DefaultListModel<>();
  private final JList<String> list = new RowList<>(lines);
  private final Stepper splitKey;
  private final JButton delete = new JButton("Delete");
  private final JButton split = new JButton("Split");
  private final List<Runnable> looks = new ArrayList<>();
  private List<Line> shown = List.of();
  private Halved halved;
  private final Following following = new Following();

  /// What is written of a zone.
  private record Line(Trigger trigger, String wave) {}

  /// What a key to split at was offered for.
  private record Halved(EditDesk.Place patch, int zone, int lowKey, int highKey) {}

  ZoneControls(EditDesk desk) {
    this.desk = desk;
    splitKey = Stepper.keys("First key of the upper zone", desk::say, (key, by) -> {});
    putList();
    pair(
        "Keys",
        key("Lowest key", Trigger::lowKey, (t, n) -> keys(t, n, t.highKey())),
        key("Highest key", Trigger::highKey, (t, n) -> keys(t, t.lowKey(), n)));
    pair(
        "Velocity",
        number(
            "Lowest velocity",
            1,
            127,
            Trigger::lowVelocity,
            (t, n) -> velocities(t, n, t.highVelocity())),
        number(
            "Highest velocity",
            1,
            127,
            Trigger::highVelocity,
            (t, n) -> velocities(t, t.lowVelocity(), n)));
    Stepper layer =
        number("Layer", 1, Trigger.LAYERS, t -> t.layer() + 1, (t, n) -> t.inLayer(n - 1));
    layer.setToolTipText("Layer: zones of different layers sound together");
    single(whenGroup, "Layer", layer);
    putTurns();
    putWork();
  }

  private void putList() {
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setVisibleRowCount(6);
    list.setPrototypeCellValue("10  C♯-1–C♯10  sample");
    list.getAccessibleContext().setAccessibleName("Zones of the patch");
    list.addListSelectionListener(
        e -> {
          if (!following.isOn() && list.getSelectedIndex() >= 0) {
            desk.chooseZone(list.getSelectedIndex());
          }
        });
    JScrollPane scroll = new JScrollPane(list);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    listGroup.put(scroll);
  }

  private void putTurns() {
    Stepper turn = number("Turn", 1, Trigger.MAX_TURNS, t -> t.turn() + 1, ZoneControls::turn);
    Stepper turns =
        number(
            "Number of turns",
            1,
            Trigger.MAX_TURNS,
            Trigger::turns,
            (t, n) -> t.inTurn(Math.min(t.turn(), n - 1), n));
    turns.setToolTipText("Number of turns: presses of a key are answered by one after the other");
    JPanel row = new JPanel(new Columns(6, -1, 78, 60, 18, 60));
    row.add(new QuietLabel("Turn"));
    row.add(turn);
    row.add(new QuietLabel("of"));
    row.add(turns);
    turnGroup.put(row);
    Stepper chokes =
        number(
            "Chokes", 0, Trigger.MAX_CHOKE, Trigger::chokes, (t, n) -> t.choking(n, t.chokedBy()));
    chokes.setToolTipText("Chokes: beginning, it ends what is choked by this number; 0 nothing");
    Stepper choked =
        number(
            "Choked by",
            0,
            Trigger.MAX_CHOKE,
            Trigger::chokedBy,
            (t, n) -> t.choking(t.chokes(), n));
    choked.setToolTipText("Choked by: what chokes this number ends it at once; 0 nothing");
    single(turnGroup, "Chokes", chokes);
    single(turnGroup, "Choked by", choked);
  }

  private void putWork() {
    JButton copy = new JButton("Add a copy");
    copy.setToolTipText("Add a copy of the chosen zone where keys are free");
    copy.addActionListener(e -> desk.copyZone());
    delete.setToolTipText("Delete the chosen zone");
    delete.addActionListener(e -> desk.deleteZone());
    split.setToolTipText("Make two zones of the chosen one");
    split.addActionListener(
        e -> {
          Stepper.takeTyped(); // maybe this key
          desk.splitZone(splitKey.value());
        });
    JPanel both = new JPanel(new Columns(6, 0, 100, 78));
    both.add(copy);
    both.add(delete);
    workGroup.put(both);
    JPanel row = new JPanel(new Columns(6, 0, 60, 70, 78));
    row.add(new QuietLabel("At key"));
    row.add(splitKey);
    row.add(split);
    workGroup.put(row);
    workGroup.put(new QuietLabel("Undo brings back what was there"));
  }

  /// A number of the chosen zone's trigger.
  private Stepper number(
      String name,
      int least,
      int most,
      ToIntFunction<Trigger> now,
      BiFunction<Trigger, Integer, Trigger> with) {
    return followed(
        Stepper.numbers(name, least, most, desk::say, (n, by) -> change(with, n, by)), now);
  }

  /// A key of it.
  private Stepper key(
      String name, ToIntFunction<Trigger> now, BiFunction<Trigger, Integer, Trigger> with) {
    return followed(Stepper.keys(name, desk::say, (n, by) -> change(with, n, by)), now);
  }

  private Stepper followed(Stepper stepper, ToIntFunction<Trigger> now) {
    looks.add(() -> stepper.follow(now.applyAsInt(desk.zone().trigger())));
    return stepper;
  }

  /// What is refused goes back, since the desk says so.
  private void change(BiFunction<Trigger, Integer, Trigger> with, int number, Object by) {
    desk.change(z -> z.withTrigger(with.apply(z.trigger(), number)), by);
  }

  private static Trigger keys(Trigger t, int low, int high) {
    if (low > high) {
      throw new IllegalArgumentException(
          "the lowest key, %s, would be above the highest, %s"
              .formatted(KeyName.of(low), KeyName.of(high)));
    }
    return t.atKeys(low, high);
  }

  private static Trigger velocities(Trigger t, int low, int high) {
    if (low > high) {
      throw new IllegalArgumentException(
          "the lowest velocity, %d, would be above the highest, %d".formatted(low, high));
    }
    return t.velocities(low, high);
  }

  private static Trigger turn(Trigger t, int which) {
    if (which > t.turns()) {
      throw new IllegalArgumentException(
          "there is no turn %d of %d: raise the number of turns first".formatted(which, t.turns()));
    }
    return t.inTurn(which - 1, t.turns());
  }

  private void pair(String name, Stepper low, Stepper high) {
    JPanel row = new JPanel(new Columns(6, -1, 78, 66, 66));
    row.add(new QuietLabel(name));
    row.add(low);
    row.add(high);
    whenGroup.put(row);
  }

  private static void single(Group group, String name, Stepper stepper) {
    JPanel row = new JPanel(new Columns(6, -1, 78, 66));
    row.add(new QuietLabel(name));
    row.add(stepper);
    group.put(row);
  }

  /// Next to each other.
  List<Group> groups() {
    return List.of(listGroup, whenGroup, turnGroup, workGroup);
  }

  void look() {
    List<Line> next =
        desk.patch().zones().stream()
            .map(zone -> new Line(zone.trigger(), zone.sample().wave().name()))
            .toList();
    following.run(() -> show(next));
    delete.setEnabled(next.size() > 1);
  }

  private void show(List<Line> next) {
    if (!next.equals(shown)) {
      shown = next;
      lines.clear();
      for (Line line : next) {
        lines.addElement("%d  %s".formatted(lines.size() + 1, text(line)));
      }
    }
    if (list.getSelectedIndex() != desk.zoneNumber()) {
      list.setSelectedIndex(desk.zoneNumber());
      list.ensureIndexIsVisible(desk.zoneNumber());
    }
    looks.forEach(Runnable::run);
    followSplit();
  }

  /// The middle of the chosen zone, until another is typed.
  private void followSplit() {
    Trigger t = desk.zone().trigger();
    Halved now = new Halved(desk.place(), desk.zoneNumber(), t.lowKey(), t.highKey());
    split.setEnabled(t.lowKey() < t.highKey());
    if (!now.equals(halved)) {
      halved = now;
      splitKey.limit(Math.min(t.lowKey() + 1, t.highKey()), t.highKey());
      splitKey.follow((t.lowKey() + t.highKey() + 1) / 2);
    }
  }

  private static String text(Line line) {
    Trigger t = line.trigger();
    String keys =
        t.lowKey() == t.highKey()
            ? KeyName.of(t.lowKey())
            : KeyName.of(t.lowKey()) + "–" + KeyName.of(t.highKey());
    boolean anyVelocity = t.lowVelocity() == 1 && t.highVelocity() == 127;
    String velocities =
        anyVelocity ? "" : "  vel %d–%d".formatted(t.lowVelocity(), t.highVelocity());
    String layer = t.layer() == 0 ? "" : "  layer " + (t.layer() + 1);
    String turn = t.turns() == 1 ? "" : "  turn %d of %d".formatted(t.turn() + 1, t.turns());
    return keys + velocities + layer + turn + "  " + line.wave();
  }
}

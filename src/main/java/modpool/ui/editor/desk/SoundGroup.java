package modpool.ui.editor.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import modpool.edit.EditedZone;
import modpool.patch.Sound;
import modpool.ui.look.Columns;
import modpool.ui.look.Following;
import modpool.ui.look.QuietLabel;

/// A group of controls for the sound of the chosen zone, or of all.
public final class SoundGroup {
  private final EditDesk desk;
  private final String title;
  private final Group group;
  private final List<Runnable> looks = new ArrayList<>();
  private final Following following = new Following();

  public SoundGroup(EditDesk desk, String title) {
    this.desk = desk;
    this.title = title;
    group = new Group(title);
  }

  /// Adds a dial.
  ///
  /// @param now what it stands at
  /// @param with the sound that it makes
  public Dial dial(
      String name,
      Scale scale,
      Unit unit,
      ToDoubleFunction<Sound> now,
      BiFunction<Sound, Double, Sound> with) {
    Dial dial =
        new Dial(
            name,
            title + ": " + name,
            scale,
            unit,
            desk::say,
            (value, by) -> desk.changeSound(sound -> with.apply(sound, value), by));
    add(dial, () -> dial.follow(now.applyAsDouble(sound())));
    return dial;
  }

  /// Adds a choice of a few words.
  ///
  /// @param now which is chosen
  public void choice(
      String name,
      String[] words,
      ToIntFunction<Sound> now,
      BiFunction<Sound, Integer, Sound> with) {
    JComboBox<String> box = new JComboBox<>(words);
    box.getAccessibleContext().setAccessibleName(title + ": " + name);
    box.addActionListener(
        e -> {
          if (!following.isOn()) {
            int chosen = box.getSelectedIndex();
            desk.changeSound(sound -> with.apply(sound, chosen), null);
          }
        });
    JPanel row = new JPanel(new Columns(6, 1, 88, 116));
    row.add(new QuietLabel(name));
    row.add(box);
    add(row, () -> box.setSelectedIndex(now.applyAsInt(sound())));
  }

  /// Adds a box to tick.
  ///
  /// @param can whether the chosen zone can have it
  public void flag(
      String name,
      String tip,
      Predicate<EditedZone> can,
      Predicate<Sound> now,
      BiFunction<Sound, Boolean, Sound> with) {
    JCheckBox box = new JCheckBox(name);
    box.setToolTipText(tip);
    box.addActionListener(
        e -> {
          boolean on = box.isSelected();
          desk.changeSound(sound -> with.apply(sound, on), null);
        });
    add(
        box,
        () -> {
          box.setSelected(now.test(sound()));
          box.setEnabled(can.test(desk.zone()));
        });
  }

  /// Adds any part.
  ///
  /// @param look lets it show the sound as it is now
  public void add(JComponent part, Runnable look) {
    group.put(part);
    looks.add(look);
  }

  private Sound sound() {
    return desk.zone().sound();
  }

  public Group group() {
    return group;
  }

  /// The sound is another now.
  public void look() {
    following.run(() -> looks.forEach(Runnable::run));
  }
}

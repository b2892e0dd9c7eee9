package modpool.ui.editor.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;
import modpool.control.Audition;
import modpool.control.BankSet;
import modpool.control.Banks;
import modpool.edit.EditedPatch;
import modpool.edit.EditedZone;
import modpool.edit.History;
import modpool.patch.Patch;
import modpool.patch.Sound;
import modpool.patch.Trigger;

/// What is edited, where it came from, and what is heard of it.
public final class EditDesk {
  /// Where a patch lies.
  ///
  /// @param kit whether it is a drum kit
  public record Place(int bank, int number, boolean kit) {}

  private final Audition audition;
  private final Banks banks;
  private final List<Runnable> listeners = new ArrayList<>();
  private History history; // null: nothing is edited
  private Place place;
  private boolean allZones = true;
  private boolean snaps = true;
  private boolean comparing;
  private Object refused; // a gesture that began on a zone of the saved patch
  private String word = "";

  /// @param banks where patches are saved
  public EditDesk(Audition audition, Banks banks) {
    this.audition = audition;
    this.banks = banks;
  }

  /// @param listener told when something has changed
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /// Edits another patch; what was edited is forgotten.
  public void open(Patch patch, Place from) {
    history = new History(EditedPatch.of(patch));
    place = from;
    comparing = false;
    allZones = !from.kit(); // drums have each a level and a place of their own
    word = "";
    hear();
  }

  public boolean isOpen() {
    return history != null;
  }

  public boolean isUnsaved() {
    return isOpen() && history.isUnsaved();
  }

  public Place place() {
    return place;
  }

  /// As it is now; while it is compared, as it was saved.
  public EditedPatch patch() {
    return comparing ? history.saved() : history.present();
  }

  /// The zone that is chosen.
  public EditedZone zone() {
    return patch().zones().get(zoneNumber());
  }

  /// Its place, from 0.
  public int zoneNumber() {
    return Math.min(history.chosen(), patch().zones().size() - 1);
  }

  public void chooseZone(int number) {
    Stepper.takeTyped();
    if (number != history.chosen()) {
      history.choose(number);
      tell();
    }
  }

  /// Whether what is done to the chosen zone's sound is done to all.
  public boolean changesAllZones() {
    return allZones;
  }

  public void changeAllZones(boolean on) {
    allZones = on;
  }

  /// Whether markers go to where the wave crosses zero.
  public boolean snaps() {
    return snaps;
  }

  public void snap(boolean on) {
    snaps = on;
  }

  /// What there is to say.
  public String word() {
    return word;
  }

  public void say(String text) {
    word = text;
    tell();
  }

  /// Turns to the edited patch, since something is about to be done to the chosen zone.
  ///
  /// @param by see [History#change]
  /// @return whether it may be done: not when the zone that was seen may be another one there
  public boolean turnToEdited(Object by) {
    if (comparing && !triggers(history.saved()).equals(triggers(history.present()))) {
      refused = by;
      compare(false);
      say("The saved patch has other zones: this is the edited one, and nothing is changed");
      return false;
    }
    compare(false);
    return by == null || !by.equals(refused);
  }

  private static List<Trigger> triggers(EditedPatch patch) {
    return patch.zones().stream().map(EditedZone::trigger).toList();
  }

  /// Changes the chosen zone.
  ///
  /// @param by see [History#change]
  public void change(UnaryOperator<EditedZone> how, Object by) {
    if (!turnToEdited(by)) {
      return;
    }
    try {
      EditedPatch now = history.present();
      EditedZone next = how.apply(now.zones().get(zoneNumber()));
      become(now.withZone(zoneNumber(), next), by);
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
    }
  }

  /// Changes the sound of the chosen zone, or of all.
  public void changeSound(UnaryOperator<Sound> how, Object by) {
    if (allZones) {
      become(history.present().withSounds(how), by);
    } else {
      change(z -> z.withSound(how.apply(z.sound())), by);
    }
  }

  /// Adds a copy of the chosen zone where keys are free, and chooses it.
  public void copyZone() {
    Stepper.takeTyped();
    if (!turnToEdited(null)) {
      return;
    }
    int copied = zoneNumber();
    restructure(p -> p.withCopy(copied), copied + 1);
    int layer = zone().trigger().layer();
    if (zoneNumber() > copied && layer != patch().zones().get(copied).trigger().layer()) {
      say(
          "No key was free: zone %d is in layer %d and sounds together with zone %d"
              .formatted(copied + 2, layer + 1, copied + 1));
    }
  }

  /// Deletes the chosen zone, unless it is the last.
  public void deleteZone() {
    Stepper.takeTyped();
    if (turnToEdited(null)) {
      restructure(p -> p.withoutZone(zoneNumber()), Math.max(0, zoneNumber() - 1));
    }
  }

  /// Makes two of the chosen zone, and chooses the upper.
  ///
  /// @param key its lowest
  public void splitZone(int key) {
    if (turnToEdited(null)) {
      restructure(p -> p.withSplit(zoneNumber(), key), zoneNumber() + 1);
    }
  }

  /// @param chosen the zone that is chosen then
  private void restructure(UnaryOperator<EditedPatch> how, int chosen) {
    try {
      become(how.apply(history.present()), chosen, null);
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
    }
  }

  private void become(EditedPatch next, Object by) {
    become(next, history.chosen(), by);
  }

  private void become(EditedPatch next, int chosen, Object by) {
    history.change(next, chosen, by);
    turnToPresent();
  }

  private void turnToPresent() {
    comparing = false;
    word = "";
    hear();
  }

  private void hear() {
    audition.play(patch());
    tell();
  }

  public boolean canUndo() {
    return isOpen() && history.canUndo();
  }

  public boolean canRedo() {
    return isOpen() && history.canRedo();
  }

  public void undo() {
    if (canUndo()) {
      history.undo();
      turnToPresent();
    }
  }

  public void redo() {
    if (canRedo()) {
      history.redo();
      turnToPresent();
    }
  }

  public boolean compares() {
    return comparing;
  }

  /// Lets the saved patch be heard and seen, or the edited one.
  public void compare(boolean saved) {
    if (isOpen() && saved != comparing) {
      comparing = saved;
      hear();
    }
  }

  /// Whether it can be saved where it came from, as it is one's own.
  public boolean isOwn() {
    return isOpen() && place.bank() == BankSet.USER;
  }

  /// Saves what is edited into one's own bank.
  ///
  /// @param replace whether it may take the number from another
  /// @param then told, here, whether it was saved
  public void save(String name, int number, boolean replace, Consumer<Boolean> then) {
    History edited = history;
    EditedPatch now = history.present().withName(name);
    boolean kit = place.kit();
    banks.save(
        now::toPatch,
        kit,
        number,
        replace,
        trouble ->
            SwingUtilities.invokeLater(
                () -> saved(edited, now, new Place(BankSet.USER, number, kit), trouble, then)));
  }

  /// @param edited whose state was saved: by now another patch may be open, or a knob turned
  private void saved(
      History edited, EditedPatch now, Place to, String trouble, Consumer<Boolean> then) {
    if (trouble == null) {
      edited.change(edited.present().withName(now.name()), null);
      edited.markSaved(now);
      if (edited == history) {
        place = to;
        comparing = false;
        hear();
      }
    }
    say(
        trouble == null
            ? "Saved as %d:%03d %s".formatted(to.bank(), to.number(), now.name())
            : trouble);
    then.accept(trouble == null);
  }

  /// Turns the keys of a channel to it, from 0; nothing while nothing is edited.
  public void takeKeys(int channel) {
    if (isOpen()) {
      audition.takeKeysOf(channel + 1);
    }
  }

  public void giveKeysBack() {
    audition.giveKeysBack();
  }
}

package modpool.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;

/// A patch at one moment of its editing. Immutable.
public record EditedPatch(String name, List<EditedZone> zones) {
  private static final double OCTAVE = 1200;
  private static final int KEYS = 128;
  private static final int NOBODY = -1;

  public EditedPatch {
    zones = List.copyOf(zones);
  }

  /// A patch to edit, its numbers as a preset's text has them.
  public static EditedPatch of(Patch patch) {
    Map<Sample, EditedSample> samples = new HashMap<>();
    List<EditedZone> zones = new ArrayList<>();
    for (Zone zone : patch.zones()) {
      zones.add(of(zone, samples.computeIfAbsent(zone.sample(), EditedSample::of)));
    }
    return new EditedPatch(patch.name(), zones);
  }

  /// A waveform's rate is a whole number, and tuning reaches an octave; the root key takes the
  /// rest.
  private static EditedZone of(Zone zone, EditedSample sample) {
    double rounding =
        OCTAVE * Math.log(zone.sample().rateHz() / sample.wave().rateHz()) / Math.log(2);
    double tune = zone.tuneCents() + rounding;
    double track = zone.sound().keyTrackCents();
    int root = zone.rootKey();
    if (Math.abs(tune) > EditedZone.MOST_TUNE_CENTS && track != 0) {
      int keys = (int) Math.rint(Math.clamp(tune / track, root - 127, root));
      root -= keys;
      tune -= keys * track;
    }
    return new EditedZone(zone.trigger(), sample, root, tune, zone.startFrame(), zone.sound());
  }

  public EditedPatch withName(String other) {
    return new EditedPatch(other, zones);
  }

  /// The same with another zone in a place.
  ///
  /// @throws IllegalArgumentException when another zone of its layer answers the same key press
  public EditedPatch withZone(int place, EditedZone zone) {
    List<EditedZone> next = new ArrayList<>(zones);
    next.set(place, zone);
    if (!zone.trigger().equals(zones.get(place).trigger())) {
      checkAlone(place, zone.trigger());
    }
    return new EditedPatch(name, next);
  }

  private void checkAlone(int place, Trigger trigger) {
    int other = zoneAnswering(trigger, place);
    if (other >= 0) {
      throw new IllegalArgumentException(
          "zone %d answers some of these keys already".formatted(other + 1));
    }
  }

  /// The place of a zone but one that answers some of a trigger's presses in its layer, or -1.
  private int zoneAnswering(Trigger trigger, int except) {
    for (int other = 0; other < zones.size(); other++) {
      Trigger there = zones.get(other).trigger();
      if (other != except && there.layer() == trigger.layer() && there.meets(trigger)) {
        return other;
      }
    }
    return NOBODY;
  }

  /// The same with a copy of a zone behind it: at keys of its layer that are free, those above it
  /// first, or else at its own keys in another layer.
  ///
  /// @throws IllegalArgumentException when there is no room for it
  public EditedPatch withCopy(int place) {
    EditedZone zone = zones.get(place);
    Trigger trigger = zone.trigger();
    Trigger free = freeKeys(trigger);
    for (int layer = 0; free == null && layer < Trigger.LAYERS; layer++) {
      Trigger other = trigger.inLayer(layer);
      free = zoneAnswering(other, NOBODY) < 0 ? other : null;
    }
    if (free == null) {
      throw new IllegalArgumentException(
          "there is no free key for it in any layer: give a zone fewer keys, or split one");
    }
    return withInserted(place + 1, zone.withTrigger(free));
  }

  /// The nearest free keys to a trigger's, above before below; null when all are taken.
  private Trigger freeKeys(Trigger trigger) {
    for (int key = trigger.highKey() + 1; key < KEYS; key++) {
      if (isFree(trigger, key)) {
        int high = key;
        while (high + 1 < KEYS && isFree(trigger, high + 1)) {
          high++;
        }
        return trigger.atKeys(key, high);
      }
    }
    for (int key = trigger.lowKey() - 1; key >= 0; key--) {
      if (isFree(trigger, key)) {
        int low = key;
        while (low > 0 && isFree(trigger, low - 1)) {
          low--;
        }
        return trigger.atKeys(low, key);
      }
    }
    return null;
  }

  private boolean isFree(Trigger trigger, int key) {
    return zoneAnswering(trigger.atKeys(key, key), NOBODY) < 0;
  }

  /// The same without a zone.
  ///
  /// @throws IllegalArgumentException when it is the only one
  public EditedPatch withoutZone(int place) {
    if (zones.size() == 1) {
      throw new IllegalArgumentException("a patch has one zone at least");
    }
    List<EditedZone> next = new ArrayList<>(zones);
    next.remove(place);
    return new EditedPatch(name, next);
  }

  /// The same with a zone in two, the second behind the first.
  ///
  /// @param key the lowest of the second
  /// @throws IllegalArgumentException when one of them would have no key
  public EditedPatch withSplit(int place, int key) {
    EditedZone zone = zones.get(place);
    Trigger trigger = zone.trigger();
    if (key <= trigger.lowKey() || key > trigger.highKey()) {
      throw new IllegalArgumentException(
          "it can be split above its lowest key, up to its highest: at %d-%d"
              .formatted(trigger.lowKey() + 1, trigger.highKey()));
    }
    EditedZone upper = zone.withTrigger(trigger.atKeys(key, trigger.highKey()));
    EditedZone lower = zone.withTrigger(trigger.atKeys(trigger.lowKey(), key - 1));
    List<EditedZone> next = new ArrayList<>(zones);
    next.set(place, lower);
    return new EditedPatch(name, next).withInserted(place + 1, upper);
  }

  private EditedPatch withInserted(int place, EditedZone zone) {
    if (zones.size() >= Patch.MOST_ZONES) {
      throw new IllegalArgumentException(
          "a patch has %d zones at most".formatted(Patch.MOST_ZONES));
    }
    List<EditedZone> next = new ArrayList<>(zones);
    next.add(place, zone);
    return new EditedPatch(name, next);
  }

  /// The same with something of every zone's sound changed.
  public EditedPatch withSounds(UnaryOperator<Sound> change) {
    return new EditedPatch(
        name, zones.stream().map(zone -> zone.withSound(change.apply(zone.sound()))).toList());
  }

  /// As it is played and saved.
  public Patch toPatch() {
    return new Patch(name, zones.stream().map(EditedZone::toZone).toList());
  }
}

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
    for (int other = 0; other < zones.size(); other++) {
      Trigger there = zones.get(other).trigger();
      if (other != place && there.layer() == trigger.layer() && there.meets(trigger)) {
        throw new IllegalArgumentException(
            "zone %d answers some of these keys already".formatted(other + 1));
      }
    }
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

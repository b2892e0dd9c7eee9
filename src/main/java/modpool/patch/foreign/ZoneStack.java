package modpool.patch.foreign;

import java.util.ArrayList;
import java.util.List;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;

/// Lays zones over each other: those that one key press sounds together go to different layers, as
/// many as there are.
public final class ZoneStack {
  private final List<List<Trigger>> layers = new ArrayList<>();
  private final List<Zone> zones = new ArrayList<>();

  /// Adds a zone in the lowest layer that is free where it sounds.
  ///
  /// @return false when there is no such layer: the zone is left out
  public boolean add(
      Trigger trigger, Sample sample, int rootKey, double tuneCents, int startFrame, Sound sound) {
    for (int layer = 0; layer < Trigger.LAYERS && zones.size() < Patch.MOST_ZONES; layer++) {
      if (layers.size() == layer) {
        layers.add(new ArrayList<>());
      }
      if (layers.get(layer).stream().noneMatch(trigger::meets)) {
        Trigger there = trigger.inLayer(layer);
        layers.get(layer).add(there);
        zones.add(new Zone(there, sample, rootKey, tuneCents, startFrame, sound));
        return true;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return zones.isEmpty();
  }

  /// The patch of all that was added.
  public Patch toPatch(String name) {
    return new Patch(name, zones);
  }
}

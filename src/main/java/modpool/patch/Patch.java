package modpool.patch;

import java.util.List;

/// A description of a sound: zones over the keyboard. Immutable; a voice keeps the zone it was
/// started with until it is silent, whatever the instrument plays next.
public final class Patch {
  /// A patch without a sound.
  public static final Patch SILENT = new Patch("silent", List.of());

  private final String name;
  private final List<Zone> zones;
  private final Zone[] zoneOfKey = new Zone[128];

  /// @throws IllegalArgumentException when two zones share a key
  public Patch(String name, List<Zone> zones) {
    this.name = name;
    this.zones = List.copyOf(zones);
    for (Zone zone : this.zones) {
      for (int key = zone.lowKey(); key <= zone.highKey(); key++) {
        if (zoneOfKey[key] != null) {
          throw new IllegalArgumentException("two zones share key " + key);
        }
        zoneOfKey[key] = zone;
      }
    }
  }

  public String name() {
    return name;
  }

  public List<Zone> zones() {
    return zones;
  }

  /// The zone a key plays, or null when the patch has none there. Safe on the render thread.
  public Zone zoneFor(int key) {
    return zoneOfKey[key];
  }

  @Override
  public String toString() {
    return name;
  }
}

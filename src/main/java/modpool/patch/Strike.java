package modpool.patch;

import java.util.List;

/// What a key struck at a velocity plays: its zones in the order of their layers, of each round
/// robin all turns. Immutable; safe on the render thread.
public final class Strike {
  private final Zone[] zones;
  private final int velocityLayer;
  private final boolean takesTurns;

  /// @param velocityLayer which of its key's ranges of velocity it is, the softest 0
  Strike(List<Zone> zones, int velocityLayer) {
    this.zones = zones.toArray(Zone[]::new);
    this.velocityLayer = velocityLayer;
    takesTurns = zones.stream().anyMatch(zone -> zone.trigger().turns() > 1);
  }

  /// How many zones there are; 0 where the patch is silent.
  public int size() {
    return zones.length;
  }

  public Zone zone(int index) {
    return zones[index];
  }

  /// Which of its key's ranges of velocity it is, the softest 0: each has a round robin of its own.
  public int velocityLayer() {
    return velocityLayer;
  }

  /// True when its zones are not the same at each press.
  public boolean takesTurns() {
    return takesTurns;
  }
}

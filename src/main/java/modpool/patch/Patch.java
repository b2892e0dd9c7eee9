package modpool.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A description of a sound: zones over keys and velocities. Immutable; a voice keeps the zone it
/// was started with until it is silent, whatever the instrument plays next.
///
/// Which zones a key press plays is worked out here for all of them, so that a note on the render
/// thread is two array reads.
public final class Patch {
  /// A patch without a sound.
  public static final Patch SILENT = new Patch("silent", List.of());

  /// Most zones that are read or made: a piano of 88 keys in eleven loudnesses four times.
  public static final int MOST_ZONES = 4096;

  private static final int KEYS = 128;
  private static final int VELOCITIES = 128;

  private final String name;
  private final List<Zone> zones;
  private final Zone[] places; // the zones, for the render thread
  private final Strike[][] strikes = new Strike[KEYS][]; // one for any velocity, or one for each

  /// @throws IllegalArgumentException when two zones of a layer would answer the same key press
  public Patch(String name, List<Zone> zones) {
    this.name = name;
    this.zones = List.copyOf(zones);
    places = this.zones.toArray(Zone[]::new);
    List<Zone> byLayer = new ArrayList<>(this.zones);
    byLayer.sort(Comparator.comparingInt(zone -> zone.trigger().layer())); // stable
    checkLayers(byLayer);
    List<Zone> before = null;
    for (int key = 0; key < KEYS; key++) {
      List<Zone> here = ofKey(byLayer, key);
      strikes[key] = here.equals(before) ? strikes[key - 1] : byVelocity(here);
      before = here;
    }
  }

  private static List<Zone> ofKey(List<Zone> zones, int key) {
    List<Zone> found = new ArrayList<>();
    for (Zone zone : zones) { // no stream: a bank has 128 patches of 128 keys, and one waits for it
      if (zone.trigger().hasKey(key)) {
        found.add(zone);
      }
    }
    return found;
  }

  private static void checkLayers(List<Zone> byLayer) {
    for (int i = 0; i < byLayer.size(); i++) {
      Trigger one = byLayer.get(i).trigger();
      for (int j = i + 1; j < byLayer.size(); j++) {
        Trigger other = byLayer.get(j).trigger();
        if (other.layer() != one.layer()) {
          break;
        }
        if (one.meets(other)) {
          throw new IllegalArgumentException(clash(one, other));
        }
      }
    }
  }

  private static String clash(Trigger one, Trigger other) {
    int velocity = Math.max(one.lowVelocity(), other.lowVelocity());
    return "two zones share key "
        + Math.max(one.lowKey(), other.lowKey())
        + (velocity == 1 ? "" : " at velocity " + velocity);
  }

  private static Strike[] byVelocity(List<Zone> zones) {
    boolean sameForAll =
        zones.stream()
            .map(Zone::trigger)
            .allMatch(t -> t.lowVelocity() == 1 && t.highVelocity() == VELOCITIES - 1);
    if (sameForAll) {
      return new Strike[] {new Strike(zones, 0)};
    }
    Strike[] row = new Strike[VELOCITIES];
    List<Zone> before = null;
    int layers = 0;
    for (int velocity = 1; velocity < VELOCITIES; velocity++) {
      int at = velocity;
      List<Zone> here =
          zones.stream()
              .filter(z -> z.trigger().lowVelocity() <= at && at <= z.trigger().highVelocity())
              .toList();
      row[velocity] = here.equals(before) ? row[velocity - 1] : new Strike(here, layers++);
      before = here;
    }
    row[0] = row[1];
    return row;
  }

  public String name() {
    return name;
  }

  public List<Zone> zones() {
    return zones;
  }

  /// The place of a zone among all, or -1. Safe on the render thread.
  public int placeOf(Zone zone) {
    for (int place = 0; place < places.length; place++) {
      if (places[place] == zone) {
        return place;
      }
    }
    return -1;
  }

  /// The zone at a place, or null. Safe on the render thread.
  public Zone zoneAt(int place) {
    return place >= 0 && place < places.length ? places[place] : null;
  }

  /// What a note of this patch as it was before goes on as: the zone in its zone's place or, where
  /// zones have come or gone, one that has its sample; null when it does not reach the key. Safe on
  /// the render thread.
  public Zone successor(Patch past, Zone zone, int key) {
    if (past.places.length == places.length) {
      Zone next = zoneAt(past.placeOf(zone));
      return next != null && next.trigger().hasKey(key) ? next : null;
    }
    for (Zone next : places) {
      if (next.sample() == zone.sample()
          && next.trigger().hasKey(key)
          && next.trigger().layer() == zone.trigger().layer()
          && next.trigger().turn() == zone.trigger().turn()
          && next.trigger().lowVelocity() == zone.trigger().lowVelocity()) {
        return next;
      }
    }
    return null;
  }

  /// What a key plays when it is struck. Safe on the render thread.
  ///
  /// @param velocity 1..127
  public Strike strike(int key, int velocity) {
    Strike[] row = strikes[key];
    return row.length == 1 ? row[0] : row[velocity & VELOCITIES - 1];
  }

  /// The first zone of a key that is struck hard, or null when the patch has none there: the only
  /// one where a patch has neither layers nor ranges of velocity nor turns.
  public Zone zoneFor(int key) {
    Strike strike = strike(key, VELOCITIES - 1);
    return strike.size() == 0 ? null : strike.zone(0);
  }

  @Override
  public String toString() {
    return name;
  }
}

package modpool.ui.editor;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import modpool.patch.Trigger;

/// Where zones lie on a map: keys to the right, velocities up. Zones that would cover each other
/// lie in rows, layer below layer and turn below turn. Pure.
final class ZoneLanes {
  private static final int KEYS = 128;
  private static final int VELOCITIES = 127;

  private final List<Trigger> triggers;
  private final int[] row; // of each, from the top
  private final int[] rows; // that there are at its keys
  private int most = 1;

  ZoneLanes(List<Trigger> triggers) {
    this.triggers = List.copyOf(triggers);
    row = new int[triggers.size()];
    rows = new int[triggers.size()];
    List<Integer> group = new ArrayList<>(); // whose keys hang together
    int high = -1;
    for (int place : sorted(Comparator.comparingInt(p -> triggers.get(p).lowKey()))) {
      Trigger trigger = triggers.get(place);
      if (trigger.lowKey() > high) {
        lay(group);
        group.clear();
      }
      group.add(place);
      high = Math.max(high, trigger.highKey());
    }
    lay(group);
  }

  private List<Integer> sorted(Comparator<Integer> order) {
    return IntStream.range(0, triggers.size()).boxed().sorted(order).toList();
  }

  private void lay(List<Integer> group) {
    group.sort(
        Comparator.<Integer>comparingInt(place -> triggers.get(place).layer())
            .thenComparing(place -> triggers.get(place).turn())
            .thenComparing(place -> place));
    List<List<Trigger>> laid = new ArrayList<>();
    int layer = 0;
    int top = 0; // its first row
    for (int place : group) {
      Trigger trigger = triggers.get(place);
      if (trigger.layer() != layer) {
        layer = trigger.layer();
        top = laid.size();
      }
      int free = top;
      while (free < laid.size() && isCovered(laid.get(free), trigger)) {
        free++;
      }
      if (free == laid.size()) {
        laid.add(new ArrayList<>());
      }
      laid.get(free).add(trigger);
      row[place] = free;
    }
    group.forEach(place -> rows[place] = laid.size());
    most = Math.max(most, laid.size());
  }

  private static boolean isCovered(List<Trigger> row, Trigger by) {
    for (Trigger there : row) {
      if (there.lowKey() <= by.highKey()
          && by.lowKey() <= there.highKey()
          && there.lowVelocity() <= by.highVelocity()
          && by.lowVelocity() <= there.highVelocity()) {
        return true;
      }
    }
    return false;
  }

  List<Trigger> triggers() {
    return triggers;
  }

  /// How many rows there are where there are most.
  int most() {
    return most;
  }

  /// What a zone covers of a map.
  ///
  /// @param least no zone is narrower or lower, so that it can be seen and pressed
  Rectangle2D.Double bounds(int place, double width, double height, double least) {
    Trigger t = triggers.get(place);
    double lane = height / rows[place];
    double x = t.lowKey() * width / KEYS;
    double wide = (t.highKey() + 1) * width / KEYS - x;
    double y = (row[place] + (double) (VELOCITIES - t.highVelocity()) / VELOCITIES) * lane;
    double high = (t.highVelocity() - t.lowVelocity() + 1) * lane / VELOCITIES;
    return new Rectangle2D.Double(
        from(x, wide, least, width),
        from(y, high, least, height),
        Math.max(wide, least),
        Math.max(high, least));
  }

  /// Where what is made larger begins: about its middle, within the map.
  private static double from(double start, double length, double least, double room) {
    double grown = Math.max(0, least - length);
    return Math.max(0, Math.min(start - grown / 2, room - length - grown));
  }

  /// Which zone a press at a point of the map chooses: the smallest there; when the chosen one is
  /// there, the next larger, and after the largest the smallest again.
  ///
  /// @return the chosen one where there is none
  int pressed(double x, double y, int chosen, double width, double height, double least) {
    Comparator<Integer> bySize =
        Comparator.comparingDouble(
            place -> {
              Rectangle2D.Double of = bounds(place, width, height, least);
              return of.width * of.height;
            });
    List<Integer> there =
        IntStream.range(0, triggers.size())
            .filter(place -> bounds(place, width, height, least).contains(x, y))
            .boxed()
            .sorted(bySize)
            .toList();
    return there.isEmpty() ? chosen : there.get((there.indexOf(chosen) + 1) % there.size());
  }
}

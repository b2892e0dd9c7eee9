package modpool.patch.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what a foreign file asks for that is not played, each thing once with how often it
/// came. Bounded: a hostile file can't make it long.
public final class Unmapped {
  private static final int MOST = 200;
  private static final int LONGEST = 120;

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int beyond;

  /// Counts one more of a thing.
  public void add(String what) {
    String shown = what.replaceAll("\\p{Cntrl}", "?");
    shown = shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 3) + "...";
    if (counts.containsKey(shown) || counts.size() < MOST) {
      counts.merge(shown, 1, Integer::sum);
    } else {
      beyond++;
    }
  }

  /// A line for each, in the order they were met.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((what, count) -> lines.add(count == 1 ? what : what + " (" + count + " times)"));
    if (beyond > 0) {
      lines.add("and " + beyond + " more");
    }
    return lines;
  }
}

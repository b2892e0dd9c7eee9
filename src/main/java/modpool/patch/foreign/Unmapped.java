package modpool.patch.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Collects what a foreign file asks for that is not played, each thing once with how often it
/// came. Bounded: a hostile file can't make it long.
public final class Unmapped {
  private static final int MOST = 200;
  private static final int LONGEST = 120;
  private static final int LONGEST_SHOWN = 80;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int beyond;

  /// Counts one more of a thing.
  public void add(String what) {
    String shown = shown(what, LONGEST);
    if (counts.containsKey(shown) || counts.size() < MOST) {
      counts.merge(shown, 1, Integer::sum);
    } else {
      beyond++;
    }
  }

  /// A text out of a file, or enough of it to be found, fit for a message.
  public static String shown(String text) {
    return shown(text, LONGEST_SHOWN);
  }

  private static String shown(String text, int most) {
    String cut = text.length() <= most ? text : text.substring(0, most - 3) + "...";
    return CONTROL.matcher(cut).replaceAll("?");
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

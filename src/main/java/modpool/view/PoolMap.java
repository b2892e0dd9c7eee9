package modpool.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.worklet.PoolStats;
import modpool.worklet.PoolStats.Row;

/// Who has which voices: a worklet is `1111....|22223333`, two engines of eight voices. A song's
/// samples are `1`-`9`, `A`...; MIDI channels `a`-`p`; a free voice is a dot.
final class PoolMap {
  private static final int VOICES = 16;
  private static final int ENGINE = 8;
  private static final int CELL = 3 + VOICES + 1 + 2; // number, voices, bar, gap

  private PoolMap() {}

  static List<String> of(PoolStats pool, int width) {
    SortedMap<Integer, char[]> worklets = new TreeMap<>();
    for (Row row : pool.allocations()) {
      char[] voices = worklets.computeIfAbsent(row.workletIndex(), index -> free());
      String[] ends = row.voices().split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      Arrays.fill(voices, first, last + 1, letter(row.instrumentId()));
    }
    // Compacting leaves gaps in the numbers; those without a row are free as a whole.
    for (int index = 0; worklets.size() < pool.workletCount(); index++) {
      worklets.putIfAbsent(index, free());
    }
    int perLine = Math.max(1, width / CELL);
    List<String> lines = new ArrayList<>();
    int shown = 0;
    for (Map.Entry<Integer, char[]> worklet : worklets.entrySet()) {
      String voices = new String(worklet.getValue());
      String cell =
          String.format(
              "%2d %s|%s", worklet.getKey(), voices.substring(0, ENGINE), voices.substring(ENGINE));
      if (shown % perLine == 0) {
        lines.add(cell);
      } else {
        lines.set(lines.size() - 1, lines.getLast() + "  " + cell);
      }
      shown++;
    }
    return lines;
  }

  private static char[] free() {
    char[] voices = new char[VOICES];
    Arrays.fill(voices, '.');
    return voices;
  }

  /// A character for an instrument.
  static char letter(String id) {
    if (id.matches("ch[0-9]{2}")) {
      return (char) ('a' + Integer.parseInt(id.substring(2)) - 1);
    }
    if (id.matches("[0-9]{2}") && Integer.parseInt(id) < Character.MAX_RADIX) {
      return Character.toUpperCase(Character.forDigit(Integer.parseInt(id), Character.MAX_RADIX));
    }
    return '#';
  }
}

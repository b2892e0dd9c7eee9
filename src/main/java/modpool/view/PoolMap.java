package modpool.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    char[][] worklets = new char[pool.workletCount()][VOICES];
    for (char[] voices : worklets) {
      Arrays.fill(voices, '.');
    }
    for (Row row : pool.allocations()) {
      String[] ends = row.voices().split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      Arrays.fill(worklets[row.workletIndex()], first, last + 1, letter(row.instrumentId()));
    }
    int perLine = Math.max(1, width / CELL);
    List<String> lines = new ArrayList<>();
    for (int index = 0; index < worklets.length; index++) {
      String voices = new String(worklets[index]);
      String cell =
          String.format("%2d %s|%s", index, voices.substring(0, ENGINE), voices.substring(ENGINE));
      if (index % perLine == 0) {
        lines.add(cell);
      } else {
        lines.set(lines.size() - 1, lines.getLast() + "  " + cell);
      }
    }
    return lines;
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

package modpool.tracker;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.module.Pattern;

/// Knows when a song begins to repeat itself: it comes to a row where it has been before, with the
/// same pattern loops (effect E6) going on. Past its last order it begins anew in any case, though
/// a loop that was left by a jump may still be counting.
///
/// Loops can keep each other going for very long. When there is no more room to remember them, the
/// song's end is found a little late, by Brent's method: one remembered state, renewed after 1, 2,
/// 4, 8... rows.
@RenderThread
final class Visits {
  private static final int ROOM = 1 << 12; // a power of two
  private static final int MAX_LOOPING = ROOM / 4 * 3;

  private final boolean[] visited; // without loops
  private final long[] looping = new long[ROOM]; // with loops; an open hash table, 0 is free
  private int loopingCount;
  private long remembered;
  private long age;
  private long renewAt = 1;

  Visits(int orders) {
    visited = new boolean[orders * Pattern.MOD_ROWS];
  }

  /// Notes a row that is about to be played.
  ///
  /// @param wrapped whether the song has come past its end
  /// @return whether the song begins anew with it
  boolean visit(int order, int row, Track[] tracks, boolean wrapped) {
    int at = order * Pattern.MOD_ROWS + row;
    long loops = loops(tracks);
    boolean known = loops == 0 ? isKnown(at) : isKnown(mix(loops + at));
    if (!known && !wrapped) {
      return false;
    }
    Arrays.fill(visited, false);
    Arrays.fill(looping, 0);
    loopingCount = 0;
    age = 0;
    renewAt = 1;
    visited[at] = loops == 0;
    return true;
  }

  private boolean isKnown(int at) {
    boolean known = visited[at];
    visited[at] = true;
    return known;
  }

  private boolean isKnown(long state) {
    int slot = (int) state & ROOM - 1;
    while (looping[slot] != 0 && looping[slot] != state) {
      slot = slot + 1 & ROOM - 1;
    }
    boolean known = looping[slot] == state || age > 0 && remembered == state;
    if (!known && loopingCount < MAX_LOOPING) {
      looping[slot] = state;
      loopingCount++;
    }
    age++;
    if (age >= renewAt) {
      remembered = state;
      renewAt = age * 2;
    }
    return known;
  }

  /// All loops that are going on, in 64 bits that no others are likely to have; 0 when there are
  /// none.
  private static long loops(Track[] tracks) {
    long state = 0;
    for (int i = 0; i < tracks.length; i++) {
      Track t = tracks[i];
      if (t.loopCount > 0) {
        state = mix(state + (i + 1) * 0x1000L + t.loopRow * 0x10L + t.loopCount);
      }
    }
    return state;
  }

  /// The last steps of SplitMix64 (Steele, Lea, Flood 2014).
  private static long mix(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}

package modpool.ui.keys;

import java.util.HashMap;
import java.util.Map;

/// Tells real presses and releases from those of a key that repeats. Some systems send a release
/// and a press for each repetition, at the same moment; so a release counts only when it has stood
/// a while.
final class KeyRepeat {
  /// How long a release has to stand.
  static final long STANDS_MS = 12;

  private final Map<Integer, Long> down = new HashMap<>(); // key code: when released, or DOWN

  private static final long DOWN = Long.MAX_VALUE;

  /// A press.
  ///
  /// @return true when it is a real one
  boolean press(int keyCode) {
    return down.put(keyCode, DOWN) == null;
  }

  /// A release; see [#isReleased].
  void release(int keyCode, long nowMs) {
    down.computeIfPresent(keyCode, (code, before) -> nowMs);
  }

  /// Whether a release has stood, or was a repetition. Once true, the key is up.
  boolean isReleased(int keyCode, long nowMs) {
    Long since = down.get(keyCode);
    if (since == null || since == DOWN || nowMs - since < STANDS_MS) {
      return false;
    }
    down.remove(keyCode);
    return true;
  }

  /// All keys are up.
  void clear() {
    down.clear();
  }
}

package modpool.io.javasound;

/// Counts how often a line ran dry, and tells when that is too often. The render thread's.
///
/// Three times within ten seconds is too often. What happens in the first half second after the
/// line was opened is not counted: devices take a moment to find their pace.
final class DryCount {
  /// How often is too often.
  static final int TIMES = 3;

  /// Within how many seconds.
  static final int SECONDS = 10;

  private final long window;
  private final long settling;
  private final long[] last = new long[TIMES]; // frames, the oldest at `next`
  private int next;
  private int count;

  DryCount(int rate) {
    window = (long) SECONDS * rate;
    settling = rate / 2;
  }

  /// The line is another.
  void reset() {
    next = 0;
    count = 0;
  }

  /// The line ran dry.
  ///
  /// @param frame since it was opened
  /// @return whether that is too often; then the count begins anew
  boolean add(long frame) {
    if (frame < settling) {
      return false;
    }
    last[next] = frame;
    next = (next + 1) % TIMES;
    count = Math.min(TIMES, count + 1);
    if (count < TIMES || frame - last[next] > window) {
      return false;
    }
    reset();
    return true;
  }
}

package modpool.doctor;

import java.util.Arrays;

/// How late blocks were asked for, in nanoseconds: half of them no later than `p50`, and so on.
///
/// A block is due a block's time after the one before. Where that count begins nobody says, so it
/// is laid where the most punctual block of a quarter of a second is on time; after a gap, anew.
/// Between the device's clock and ours that leaves an error of 25 µs at 100 parts in a million.
///
/// @param blocks how many were looked at
record Lateness(int blocks, long p50, long p99, long p999, long most) {
  private static final double SPAN_NANOS = 250e6;
  private static final int GAP_BLOCKS = 5; // then an output without a device begins to count anew

  /// @param starts when each block was asked for
  /// @param blockNanos of a block's time
  static Lateness of(long[] starts, double blockNanos) {
    long[] late = new long[starts.length];
    int span = Math.max(2, (int) Math.round(SPAN_NANOS / blockNanos));
    int from = 0;
    while (from < starts.length) {
      int to = from + 1;
      while (to < starts.length && to - from < span && !isGap(starts, to, blockNanos)) {
        to++;
      }
      // The block after a gap is late by what came before it; those behind it may count anew.
      compare(starts, late, from, Math.min(starts.length, to + 1), blockNanos);
      from = to;
    }
    Arrays.sort(late);
    return new Lateness(
        late.length, part(late, 0.5), part(late, 0.99), part(late, 0.999), part(late, 1));
  }

  private static boolean isGap(long[] starts, int block, double blockNanos) {
    return starts[block] - starts[block - 1] > GAP_BLOCKS * blockNanos;
  }

  private static void compare(long[] starts, long[] late, int from, int to, double blockNanos) {
    long least = Long.MAX_VALUE;
    for (int i = from; i < to; i++) {
      least = Math.min(least, offset(starts, from, i, blockNanos));
    }
    for (int i = from; i < to; i++) {
      late[i] = Math.max(late[i], offset(starts, from, i, blockNanos) - least);
    }
  }

  private static long offset(long[] starts, int from, int block, double blockNanos) {
    return starts[block] - starts[from] - Math.round((block - from) * blockNanos);
  }

  private static long part(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
  }
}

package modpool.cli;

import modpool.worklet.PoolStats;

/// The pool's books for people.
final class PoolText {
  private PoolText() {}

  static String of(PoolStats stats) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%d worklets, %d voices: %d allocated, %d free%n",
            stats.workletCount(),
            stats.totalVoices(),
            stats.allocatedVoices(),
            stats.freeVoices()));
    for (PoolStats.Row row : stats.allocations()) {
      text.append(
          String.format(
              "  %-5s worklet %d, voices %s%n",
              row.instrumentId(), row.workletIndex(), row.voices()));
    }
    return text.toString();
  }
}

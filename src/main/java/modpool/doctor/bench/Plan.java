package modpool.doctor.bench;

import java.time.Duration;

/// How much is done.
///
/// @param rounds in each of which everybody has a turn
/// @param songSeconds of a song that are played in a turn
/// @param noteSeconds for which notes are held in a turn
/// @param mostWarmUps turns of ours, at most, before those that count
/// @param patience with a peer's turn
record Plan(int rounds, int songSeconds, int noteSeconds, int mostWarmUps, Duration patience) {
  private static final int MOST_WARM_UPS = 20;
  private static final int NOTES_PART = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Plan of(int rounds, int seconds) {
    int noteSeconds = Math.max(1, seconds / NOTES_PART);
    return new Plan(rounds, seconds, noteSeconds, MOST_WARM_UPS, PATIENCE);
  }
}

package modpool.tracker;

import modpool.module.Module;
import modpool.module.Pattern;

/// How a song uses effect F, as far as that shows who counts its ticks.
///
/// @param large some F20 or more is played
/// @param both some row has one below F20 and one above: surely a speed and a tempo
record TempoUse(boolean large, boolean both) {
  static final int FIRST_TEMPO = 0x20; // ProTracker 2.3D, SetSpeed

  private static final int SPEED = 0xF;

  static TempoUse of(Module song) {
    boolean large = false;
    boolean both = false;
    for (int order = 0; order < song.orders().size(); order++) {
      Pattern pattern = song.patternAt(order);
      for (int row = 0; row < pattern.rows(); row++) {
        boolean speed = false;
        boolean tempo = false;
        for (int track = 0; track < pattern.channels(); track++) {
          boolean sets = pattern.effect(row, track) == SPEED;
          speed |= sets && pattern.parameter(row, track) < FIRST_TEMPO;
          tempo |= sets && pattern.parameter(row, track) >= FIRST_TEMPO;
        }
        large |= tempo;
        both |= tempo && speed;
      }
    }
    return new TempoUse(large, both);
  }

  /// True when large parameters may be meant as speeds.
  boolean suggestsSpeeds() {
    return large && !both;
  }
}

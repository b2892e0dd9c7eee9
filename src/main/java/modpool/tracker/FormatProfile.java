package modpool.tracker;

import modpool.module.Module;

/// What differs between the formats of modules, as numbers: effects have no branches for formats.
///
/// @param periods of the notes
/// @param shortestPeriod where slides up end
/// @param longestPeriod where slides down end
/// @param firstTempo parameters of effect F from here on are tempos, below they are speeds
/// @param usesRestart whether the song's restart order follows its last, else the first does
/// @param stopsAtSpeed0 whether F00 ends the song, else it does nothing
/// @param pans whether effect 8 moves a track between left and right
/// @param tremoloBug whether tremolo's ramp looks at the vibrato's position for its direction
record FormatProfile(
    PeriodTable periods,
    int shortestPeriod,
    int longestPeriod,
    int firstTempo,
    boolean usesRestart,
    boolean stopsAtSpeed0,
    boolean pans,
    boolean tremoloBug) {

  private static final int NO_TEMPO = 0x100;

  private static final FormatProfile PROTRACKER =
      new FormatProfile(
          PeriodTable.AMIGA, 113, 856, TempoUse.FIRST_TEMPO, false, true, false, true);

  private static final FormatProfile OLDER =
      new FormatProfile(PeriodTable.AMIGA, 113, 856, NO_TEMPO, true, true, false, true);

  // Trackers on PCs had neither Paula's limits nor ProTracker's slips.
  private static final FormatProfile MULTICHANNEL =
      new FormatProfile(PeriodTable.WIDE, 28, 3424, TempoUse.FIRST_TEMPO, true, false, true, false);

  /// What suits a song.
  static FormatProfile of(Module song, SongTiming timing) {
    FormatProfile profile =
        switch (song.tracker()) {
          case PROTRACKER -> PROTRACKER;
          case SOUNDTRACKER, NOISETRACKER, STARTREKKER -> OLDER;
          case MULTICHANNEL -> MULTICHANNEL;
        };
    return timing == SongTiming.VBLANK ? profile.withoutTempo() : profile;
  }

  private FormatProfile withoutTempo() {
    return new FormatProfile(
        periods,
        shortestPeriod,
        longestPeriod,
        NO_TEMPO,
        usesRestart,
        stopsAtSpeed0,
        pans,
        tremoloBug);
  }
}

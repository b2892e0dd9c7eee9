package modpool.view;

import java.util.Set;
import modpool.bridge.Meters;
import modpool.module.Module;
import modpool.worklet.PoolStats;

/// All that the view shows, at one moment. Immutable.
///
/// @param title what plays
/// @param module the song; null for a MIDI file
/// @param position where the song is, as [modpool.tracker.clock.SongPosition] has it
/// @param state `playing`, `paused`...
/// @param seconds since the beginning of the song
/// @param lengthSeconds of once through
/// @param tempoPercent how fast it plays, 100 as it is written
/// @param parts tracks, or channels of a MIDI file
/// @param muted parts from 1
/// @param soloed likewise
/// @param load how the instrument fares
/// @param pool the pool's books
/// @param message the last thing there was to say, or nothing
public record Scene(
    String title,
    Module module,
    long position,
    String state,
    double seconds,
    double lengthSeconds,
    int tempoPercent,
    int parts,
    Set<Integer> muted,
    Set<Integer> soloed,
    Load load,
    PoolStats pool,
    String message) {

  /// How the instrument fares.
  ///
  /// @param part of a block's time that rendering it takes
  /// @param voices that sound
  /// @param voicesPeak most at once
  /// @param peak linear, since the start
  /// @param xruns blocks that came too late
  /// @param latencyMs from a key to the ear, as far as the output knows
  /// @param stolen voices that were taken from notes
  /// @param lastSteal the last of them, or null
  public record Load(
      double part,
      long voices,
      long voicesPeak,
      double peak,
      long xruns,
      double latencyMs,
      long stolen,
      Meters.Steal lastSteal) {}
}

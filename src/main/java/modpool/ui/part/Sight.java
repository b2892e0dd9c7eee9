package modpool.ui.part;

import java.util.List;
import java.util.Set;
import modpool.patch.ProgramTable;
import modpool.view.Scene;
import modpool.worklet.PoolStats;

/// How the session stands, at one moment: all that is not read from the boards and meters.
/// Immutable; made by the session's thread.
///
/// @param generation of the rack whose strips these are
/// @param strips in the order in which the voice board numbers them
/// @param programs what the channels choose from
/// @param mutedChannels from 1
/// @param soloedChannels likewise
/// @param steals of each channel
/// @param pool the pool's books
/// @param load how the instrument fares
/// @param output where the sound goes, for people
/// @param rate its frames per second
/// @param song what is loaded and how it stands; null for nothing
/// @param gear devices, and what is remembered of them
/// @param message the last thing there was to say, or nothing
public record Sight(
    long generation,
    List<StripSight> strips,
    ProgramTable programs,
    Set<Integer> mutedChannels,
    Set<Integer> soloedChannels,
    List<Steal> steals,
    PoolStats pool,
    Scene.Load load,
    String output,
    int rate,
    Scene song,
    Gear gear,
    String message) {

  /// One strip.
  ///
  /// @param id its instrument's, `ch01` or `31`
  /// @param channel from 0, or less when it is none of the channels
  /// @param voices that take notes
  public record StripSight(String id, int channel, int voices) {}

  /// Notes of a channel that had to give their voices to others.
  ///
  /// @param count so far
  /// @param key the last that was cut
  public record Steal(int count, int key) {
    public static final Steal NONE = new Steal(0, 0);
  }

  public Sight {
    steals = List.copyOf(steals);
    strips = List.copyOf(strips);
    mutedChannels = Set.copyOf(mutedChannels);
    soloedChannels = Set.copyOf(soloedChannels);
  }

  /// The slot of a channel's strip, or -1.
  ///
  /// @param channel from 0
  public int slotOf(int channel) {
    for (int slot = 0; slot < strips.size(); slot++) {
      if (strips.get(slot).channel() == channel) {
        return slot;
      }
    }
    return -1;
  }

  /// Whether a channel (from 0) is to be heard.
  public boolean isHeard(int channel) {
    int number = channel + 1;
    return !mutedChannels.contains(number)
        && (soloedChannels.isEmpty() || soloedChannels.contains(number));
  }
}

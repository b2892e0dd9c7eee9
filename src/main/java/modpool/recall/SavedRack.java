package modpool.recall;

import java.util.List;
import java.util.SortedMap;
import modpool.bridge.Imprint;
import modpool.io.file.Content;

/// Everything that is set in a session. Immutable.
///
/// @param sound what the sound is like
/// @param banks those that were named, in their order
/// @param scale null: equal temperament
/// @param keyMap null: the usual one
/// @param song null: none
/// @param mutedChannels 1-16
/// @param soloedChannels likewise
/// @param voices by channel, 1-16
/// @param effectKeys lowest of twelve keys that hold effects, by channel, 1-16
/// @param channels what the channels are set to
/// @param ports where MIDI comes from and goes to, and who is connected
public record SavedRack(
    SavedSound sound,
    List<Content> banks,
    Content scale,
    Content keyMap,
    SavedSong song,
    List<Integer> mutedChannels,
    List<Integer> soloedChannels,
    SortedMap<Integer, Integer> voices,
    SortedMap<Integer, Integer> effectKeys,
    Imprint channels,
    SavedPorts ports) {
  public SavedRack {
    banks = List.copyOf(banks);
    mutedChannels = List.copyOf(mutedChannels);
    soloedChannels = List.copyOf(soloedChannels);
  }
}

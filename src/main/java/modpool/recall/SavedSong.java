package modpool.recall;

import java.util.List;
import modpool.io.file.Content;
import modpool.tracker.SongTiming;

/// The song of a session.
///
/// @param file the module or MIDI file
/// @param loops how many times it plays, 0 for ever
/// @param order where it was, from 0; of a MIDI file 0
/// @param tempo in percent of what is written, 25-400
/// @param muted tracks, from 1; none of a MIDI file, whose parts are channels
/// @param soloed likewise
public record SavedSong(
    Content file,
    SongTiming timing,
    int loops,
    int order,
    int tempo,
    List<Integer> muted,
    List<Integer> soloed) {
  public SavedSong {
    muted = List.copyOf(muted);
    soloed = List.copyOf(soloed);
  }
}

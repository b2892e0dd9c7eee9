package modpool.instrument;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import modpool.module.Module;

/// The numbered instruments of the song that is loaded: slots `01`, `02`..., only those that the
/// song uses. Runs on control.
///
/// An instrument has a voice for every track that plays it in any pattern, and at least four; a
/// track always plays the same one. So no note is dropped that a player with a voice per track
/// would play, and a four-track song's instruments have the classic four voices.
public final class SongBank {
  private static final Logger LOG = System.getLogger(SongBank.class.getName());
  private static final int LEAST_VOICES = 4;

  private final InstrumentFactory factory;
  private SongSlots slots = SongSlots.EMPTY;

  public SongBank(InstrumentFactory factory) {
    this.factory = factory;
  }

  /// Prepares a song's instruments in place of the present ones, in one step: voices of the old
  /// song may be the new one's at once.
  ///
  /// @return the new slots
  public SongSlots load(Module song) {
    Map<String, Integer> arriving = new LinkedHashMap<>();
    List<Integer> used =
        song.usedSamples().stream().filter(n -> !song.sample(n).isEmpty()).toList();
    int[][] voices = SongSlots.voicesByTrack(song);
    for (int number : used) {
      arriving.put(id(number), Math.max(LEAST_VOICES, SongSlots.count(voices[number])));
    }
    factory.exchange(ids(), arriving);
    Instrument[] instruments = new Instrument[voices.length];
    for (int number : used) {
      instruments[number] = factory.make(id(number), arriving.get(id(number)), Sharing.NONE);
    }
    slots = new SongSlots(instruments, SongSlots.patches(instruments, song), voices);
    LOG.log(Level.DEBUG, "[SongBank] Worklet pool stats: {0}", factory.poolStats());
    return slots;
  }

  /// What is loaded.
  public SongSlots slots() {
    return slots;
  }

  /// Gives all voices back and keeps the worklets, ready for the next song.
  public void resetForNewSong() {
    factory.exchange(ids(), Map.of());
    slots = SongSlots.EMPTY;
    LOG.log(Level.DEBUG, "[SongBank] Reset for a new song: {0}", factory.poolStats());
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    slots.instruments().forEach(instrument -> ids.add(instrument.id()));
    return ids;
  }

  /// A slot's name.
  static String id(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}

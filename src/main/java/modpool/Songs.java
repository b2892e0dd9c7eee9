package modpool;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.dsp.Pitch;
import modpool.instrument.SongSlots;
import modpool.module.Module;
import modpool.render.RackBuilder;
import modpool.tracker.SongPlace;
import modpool.tracker.SongPlayer;
import modpool.tracker.SongTiming;

/// The song of an open instrument, and what was said of it: whether it runs, which tracks are mute.
/// Control's, but for [#generation()].
final class Songs {
  private static final int INVERT_LOOP = 0xF; // effect EFx

  /// What is loaded.
  private record Loaded(Module module, SongTiming timing, int passes, SongSlots slots) {}

  private final EventQueue queue;
  private final BitSet mutedTracks = new BitSet(); // from 0
  private final AtomicInteger generation = new AtomicInteger();
  private Loaded song;
  private boolean running = true;

  Songs(EventQueue queue) {
    this.queue = queue;
  }

  /// Loads a song in place of the last one; [#play] is to follow.
  void load(RackBuilder racks, Module module, SongTiming timing, int passes) {
    double gain = 2.0 / module.channels() / Pitch.gain(RatedSettings.HEADROOM_DB);
    song = new Loaded(module, timing, passes, racks.openSong(module, (float) gain));
  }

  /// Loads the same song into other racks and enters it at a place.
  void moveTo(RackBuilder racks, int rate, SongPlace place) {
    if (song != null) {
      load(racks, song.module, song.timing, song.passes);
      play(racks, rate, place);
    }
  }

  void close(RackBuilder racks) {
    racks.closeSong();
    racks.publish(0);
    song = null;
  }

  /// Enters the song at a place, in the state that playing there leaves.
  void play(RackBuilder racks, int rate, SongPlace place) {
    if (song == null) {
      return;
    }
    // A song that inverts its samples enters anywhere with what playing there would have left.
    SongSlots slots =
        song.module.usesExtendedEffect(INVERT_LOOP)
            ? song.slots.withFreshSamples(song.module)
            : song.slots;
    SongPlayer player =
        new SongPlayer(
            generation.incrementAndGet(),
            song.module,
            slots,
            song.timing,
            rate,
            place,
            song.passes);
    for (int track = 0; track < player.tracks(); track++) {
      player.setMuted(track, mutedTracks.get(track));
    }
    if (!running) {
      player.stand();
    }
    racks.setSong(player);
    racks.publish(0);
  }

  /// Knows that somebody else has stopped the song or let it go on.
  void note(boolean runs) {
    running = runs;
  }

  /// Stops the song or lets it go on, and any that is loaded later.
  void setRunning(boolean runs) {
    running = runs;
    int kind = runs ? Event.SONG_PLAY : Event.SONG_STOP;
    queue.offer(0, Event.of(kind, 0, 0, 0, generation.get()));
  }

  /// @param track from 1
  void mute(int track, boolean muted) {
    mutedTracks.set(track - 1, muted);
    int channel = muted ? 1 : 0;
    queue.offer(0, Event.of(Event.SONG_MUTE, 0, channel, track - 1, generation.get()));
  }

  /// The number of the song that was loaded or sought last. Any thread may ask.
  int generation() {
    return generation.get();
  }
}

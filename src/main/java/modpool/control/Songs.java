package modpool.control;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.bridge.LiveClock;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.dsp.Pitch;
import modpool.instrument.SongSlots;
import modpool.module.Module;
import modpool.render.RackBuilder;
import modpool.tracker.SongPlayer;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;
import modpool.tracker.clock.SongPosition;

/// The song of an open instrument and the hands on it: what is loaded, whether it runs, which
/// tracks are mute. Any thread may ask; the work is done on control.
public final class Songs {
  private static final int INVERT_LOOP = 0xF; // effect EFx
  private static final int MOST_TRACKS = 32;

  /// What is loaded.
  private record Loaded(Module module, SongTiming timing, int passes, SongSlots slots) {}

  /// Where the song was entered last, as [SongPosition] has it; each time of another generation.
  private record Entry(int generation, long position) {}

  private final EventQueue queue;
  private final ControlThread thread;
  private final LiveClock clock;
  private final Supplier<RackBuilder> racks;
  private final Banks banks;
  private final Consumer<Supplier<Change>> note;
  private final Meters meters;
  private final BitSet mutedTracks = new BitSet(); // from 0
  private final AtomicReference<Entry> entry = new AtomicReference<>(new Entry(0, 0));
  private Loaded song;
  private boolean running = true;

  Songs(
      EventQueue queue,
      ControlThread thread,
      LiveClock clock,
      Supplier<RackBuilder> racks,
      Banks banks,
      Consumer<Supplier<Change>> note,
      Meters meters) {
    this.note = note;
    this.meters = meters;
    this.queue = queue;
    this.thread = thread;
    this.clock = clock;
    this.racks = racks;
    this.banks = banks;
  }

  /// Loads a song in place of the last one and plays it from the next block on, unless songs have
  /// been told to stand: see [#run].
  ///
  /// @param passes how many times, 0 for ever
  public void open(Module module, SongTiming timing, int passes) {
    thread.run(
        () -> {
          load(module, timing, passes);
          enter(SongPlace.BEGINNING);
        });
  }

  private void load(Module module, SongTiming timing, int passes) {
    double gain = 2.0 / module.channels() / Pitch.gain(Setup.HEADROOM_DB);
    song = new Loaded(module, timing, passes, racks.get().openSong(module, (float) gain));
    banks.setSong(module);
    note.accept(() -> new Change.SongOpened(module, timing, passes));
  }

  /// Loads a song as [#open] does, and waits for [#enter(SongPlace, boolean, long)].
  public void prepare(Module module, SongTiming timing, int passes) {
    thread.run(() -> load(module, timing, passes));
  }

  /// Enters the song as it was entered when it was recorded.
  ///
  /// @param mutedNow a bit for each track, from 1 on
  public void enter(SongPlace place, boolean runs, long mutedNow) {
    thread.run(
        () -> {
          running = runs;
          mutedTracks.clear();
          mutedTracks.or(BitSet.valueOf(new long[] {mutedNow}));
          enter(place);
        });
  }

  /// Loads the same song into other racks and enters it at a place. On control.
  void moveTo(SongPlace place) {
    if (song != null) {
      load(song.module, song.timing, song.passes);
      enter(place);
    }
  }

  /// Takes the song away; what it plays fades.
  public void close() {
    thread.run(
        () -> {
          racks.get().closeSong();
          banks.setSong(null);
          note.accept(Change.SongClosed::new);
          racks.get().publish(0);
          song = null;
        });
  }

  /// Goes to a place of the song, in the state that playing there leaves. A song that stands waits
  /// there.
  public void seek(SongPlace place) {
    thread.run(() -> enter(place));
  }

  private void enter(SongPlace place) {
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
            generation() + 1, song.module, slots, song.timing, clock.rate(), place, song.passes);
    entry.set(new Entry(player.generation(), player.entry()));
    for (int track = 0; track < player.tracks(); track++) {
      player.setMuted(track, mutedTracks.get(track));
    }
    if (!running) {
      player.stand();
    }
    racks.get().setSong(player);
    long mutes = mutedTracks.isEmpty() ? 0 : mutedTracks.toLongArray()[0];
    note.accept(() -> new Change.SongEntered(place, running, mutes));
    racks.get().publish(0);
  }

  /// Stops the song, or lets it go on; also how one that is loaded later begins.
  public void run(boolean runs) {
    thread.run(
        () -> {
          running = runs;
          int kind = runs ? Event.SONG_PLAY : Event.SONG_STOP;
          queue.offer(0, Event.of(kind, 0, 0, 0, generation()));
        });
  }

  /// A MIDI clock has stopped the song, or let it go on: so is one that is loaded later.
  public void noteRunning(boolean runs) {
    thread.run(() -> running = runs);
  }

  /// Mutes a track of the song, or not.
  ///
  /// @param track from 1
  public void mute(int track, boolean muted) {
    Control.within("track", track, 1, MOST_TRACKS);
    thread.run(
        () -> {
          mutedTracks.set(track - 1, muted);
          int flag = muted ? 1 : 0;
          queue.offer(0, Event.of(Event.SONG_MUTE, 0, flag, track - 1, generation()));
        });
  }

  /// The number of the song that was loaded or sought last, as its notices have it.
  public int generation() {
    return entry.get().generation;
  }

  /// Where the song is, as [SongPosition] has it; until it has ticked, where it was entered.
  ///
  /// @param percent of the tempo that is written, which it will have
  public long position(int percent) {
    Entry last = entry.get();
    if (meters.get(Meter.SONG_GENERATION) == last.generation) { // so the place is no older
      return meters.get(Meter.SONG_POSITION);
    }
    return SongPosition.atTempo(last.position, percent);
  }
}

package modpool.session.song;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.module.Module;
import modpool.recall.SavedSong;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongClock;
import modpool.tracker.clock.SongPlace;
import modpool.tracker.clock.SongPosition;

/// The song of a session and the hands on it: a module or a MIDI file, loaded, played, stopped,
/// sought and muted. For one thread.
public final class SongDesk {
  private static final int DEFAULT_VOICES = 4;

  private final Control control;
  private final SongTiming timing;
  private final int loops;
  private final Consumer<String> say;
  private final ChannelMutes channels;

  private FileListener files = (_, _, _) -> {};
  private LoadedSong loaded; // null: none
  private PartMutes tracks; // of a module; null: none
  private int openChannels;
  private boolean running;
  private MidiFilePlay midi; // null: none
  private int readRate; // of the output, when the song was read
  private boolean over;
  private int tempo = SongClock.AS_WRITTEN; // in percent

  /// @param loops how many times a song is played, 0 for ever
  /// @param openChannels a bit each; a MIDI file opens those that it needs beside them
  /// @param say takes warnings
  public SongDesk(
      Control control, SongTiming timing, int loops, int openChannels, Consumer<String> say) {
    this.say = say;
    this.control = control;
    this.timing = timing;
    this.loops = loops;
    this.openChannels = openChannels;
    channels = new ChannelMutes(control);
  }

  /// Hears what is played of which file, before it is.
  @FunctionalInterface
  public interface FileListener {
    /// @param played a module or a MIDI sequence
    /// @param times how often a sequence repeats its file
    void know(Object played, Content file, int times);
  }

  /// Tells somebody of the songs that are loaded from now on.
  public void tell(FileListener listener) {
    files = listener;
  }

  /// Loads a song in place of the last one. It plays at once if that one did, else it waits.
  public void load(Path file) throws IOException {
    LoadedSong next;
    try {
      next = LoadedSong.of(file, Performance.read(file, control.rate(), 1, timing), timing);
    } catch (BadFileException | OutOfMemoryError | StackOverflowError | RuntimeException e) {
      throw BadFileException.because(file, e);
    }
    load(file, next);
  }

  /// Likewise, when the file has been read.
  public void load(Path file, Performance next) {
    load(file, LoadedSong.of(file, next, timing));
  }

  private void load(Path file, LoadedSong song) {
    song.performance().tellWarnings(file, say);
    takeAway();
    loaded = song;
    readRate = control.rate();
    over = false;
    switch (song.performance()) {
      case Performance.OfSong _ -> {
        Module module = song.module();
        tracks =
            new PartMutes("the song's tracks", song.performance().parts(), control.songs()::mute);
        files.know(module, song.content(), 1);
        control.songs().run(running);
        control.songs().open(module, timing, loops);
      }
      case Performance.OfMidi read -> {
        midi = new MidiFilePlay(control, song, read, loops);
        openChannels(read.channels());
        if (running) {
          midi.begin(files);
        }
      }
    }
  }

  /// The song as a rack keeps it, or null.
  public SavedSong saved() {
    if (loaded == null) {
      return null;
    }
    int order = SongPosition.order(position());
    List<Integer> muted = tracks == null ? List.of() : List.copyOf(tracks.muted());
    List<Integer> soloed = tracks == null ? List.of() : List.copyOf(tracks.soloed());
    return new SavedSong(loaded.content(), timing, loops, order, tempo, muted, soloed);
  }

  /// Loads a song as it was saved; it stands where it was.
  public void bringBack(SavedSong saved) throws IOException {
    load(saved.file().path());
    setTempo(saved.tempo());
    if (module() == null) {
      return;
    }
    saved.muted().stream().filter(track -> track <= parts()).forEach(tracks::mute);
    saved.soloed().stream().filter(track -> track <= parts()).forEach(tracks::solo);
    seek(Math.min(saved.order(), loaded.lastOrder()));
  }

  private void takeAway() {
    setTempo(SongClock.AS_WRITTEN);
    if (tracks != null) {
      control.songs().close(); // first, or what was mute would be heard
      tracks.clear();
      tracks = null;
    } else if (midi != null) {
      midi.end();
      channels.clear();
      midi = null;
    }
  }

  private void openChannels(int needed) {
    for (int channel = 1; channel <= 16; channel++) {
      if ((needed & ~openChannels & 1 << channel - 1) != 0) {
        control.desk().voices(channel, DEFAULT_VOICES);
      }
    }
    openChannels |= needed;
  }

  /// Looks whether a MIDI file was ended by another rate of the output; it waits at its beginning
  /// then.
  public void look() {
    if (midi != null && !over && midi.isCutOff()) {
      running = false;
      midi.end();
      say.accept(
          "%s has stopped, as the output has %d Hz now: play begins it anew"
              .formatted(title(), control.rate()));
    }
  }

  /// Plays on from where it stands; a song that is over, from its beginning.
  public void play() {
    needSong();
    look();
    boolean again = over;
    running = true;
    if (again) {
      seek(0);
    }
    if (midi == null) {
      control.songs().run(true);
    } else if (midi.isBegun()) {
      midi.run(true);
    } else {
      midi.begin(files);
    }
  }

  /// Stands still; what sounds is cut.
  public void stop() {
    needSong();
    running = false;
    if (midi == null) {
      control.songs().run(false);
    } else if (midi.isBegun()) {
      midi.run(false);
    }
  }

  /// Stops, or plays on.
  public void pause() {
    if (running && !over) {
      stop();
    } else {
      play();
    }
  }

  /// Goes to an order; it plays on from there, or stands there.
  public void seek(int order) {
    needSong();
    if (module() != null) {
      seekSong(order);
    } else {
      seekSequence(order);
    }
    over = false;
  }

  private void seekSong(int order) {
    int last = loaded.lastOrder();
    if (order < 0 || order > last) {
      throw new IllegalArgumentException("the song has the orders 0-" + last + ": " + order);
    }
    control.songs().seek(SongPlace.ofOrder(order));
  }

  private void seekSequence(int order) {
    if (order != 0) {
      throw new IllegalArgumentException("a MIDI file has no orders: only 'seek 0'");
    }
    midi.end();
    if (running) {
      midi.begin(files);
    }
  }

  /// Plays faster or slower at the same pitch, until another song is loaded.
  ///
  /// @param percent of the tempo that is written, 25-400
  public void tempo(int percent) {
    needSong();
    Control.within("tempo", percent, SongClock.SLOWEST, SongClock.FASTEST);
    setTempo(percent);
  }

  private void setTempo(int percent) {
    if (percent != tempo) {
      tempo = percent;
      control.tempo(percent);
    }
  }

  /// In percent of what is written.
  public int tempo() {
    return tempo;
  }

  /// A MIDI clock wants the song elsewhere.
  ///
  /// @param tick from the song's beginning
  public void locate(int tick) {
    if (module() != null) {
      control.songs().noteRunning(false); // it stands there until the clock runs
      control.songs().seek(SongPlace.ofTick(tick));
      over = false;
    }
  }

  /// A MIDI clock has started the song, or stopped it.
  public void clocked(boolean runs) {
    running = runs;
    control.songs().noteRunning(runs);
    over &= !runs;
  }

  /// Goes some orders on or back, no further than the ends.
  public void move(int orders) {
    needSong();
    long order = (long) SongPosition.order(position()) + orders;
    seek(module() == null ? orders : Math.clamp(order, 0, loaded.lastOrder()));
  }

  /// Plays from the beginning.
  public void restart() {
    needSong();
    running = true;
    if (module() != null) {
      control.songs().run(true);
    }
    seek(0);
  }

  /// Mutes a part, or lets it be heard again.
  public void mute(int part) {
    needSong();
    mutes().mute(part);
  }

  /// Soloes a part, or not: while any is soloed, only those are heard.
  public void solo(int part) {
    needSong();
    mutes().solo(part);
  }

  /// A song of the instrument has come to its end; perhaps one that has been sought since.
  ///
  /// @param number as the notice has it
  public void ended(int number) {
    over |= midi == null ? number == control.songs().generation() : midi.isEnd(number);
  }

  private void needSong() {
    if (loaded == null) {
      throw new IllegalArgumentException("no song is loaded: song FILE loads one");
    }
  }

  /// The MIDI channels that are muted and soloed; the parts of a MIDI file are these.
  public ChannelMutes channels() {
    return channels;
  }

  public boolean isLoaded() {
    return loaded != null;
  }

  /// Whether the song has been played to its end.
  public boolean isOver() {
    return over;
  }

  public String title() {
    return loaded == null ? "" : loaded.title();
  }

  /// For people: `playing`, `paused`, `over`.
  public String state() {
    return over ? "over" : running ? "playing" : "paused";
  }

  /// The module, or null when a MIDI file is loaded.
  public Module module() {
    return loaded == null ? null : loaded.module();
  }

  /// Tracks or channels.
  public int parts() {
    return loaded.performance().parts();
  }

  public Set<Integer> muted() {
    return mutes().muted();
  }

  public Set<Integer> soloed() {
    return mutes().soloed();
  }

  /// Of the parts of what is loaded.
  private PartMutes mutes() {
    return tracks == null ? channels : tracks;
  }

  /// Where the song is, as [SongPosition] has it.
  public long position() {
    return module() == null ? 0 : control.songs().position(tempo);
  }

  /// Seconds of once through that have been played, at the present tempo.
  public double seconds() {
    if (module() != null) {
      return atTempo(loaded.secondsAt(position()));
    }
    double played = (double) control.meters().get(Meter.SEQUENCE_POSITION) / control.rate();
    double length = loaded.seconds(readRate);
    return !midi.isBegun() ? 0 : atTempo(over ? length : played % Math.max(1, length));
  }

  /// Seconds of once through, at the present tempo.
  public double lengthSeconds() {
    return atTempo(loaded.seconds(readRate));
  }

  private double atTempo(double seconds) {
    return seconds * SongClock.AS_WRITTEN / tempo;
  }

  /// The same for programs.
  public ObjectNode describe() {
    ObjectNode node =
        Json.object()
            .put("title", title())
            .put("state", state())
            .put("seconds", seconds())
            .put("lengthSeconds", lengthSeconds())
            .put("tempoPercent", tempo);
    if (module() != null) {
      node.put("order", SongPosition.order(position()))
          .put("pattern", module().orders().get(SongPosition.order(position())))
          .put("row", SongPosition.row(position()))
          .put("speed", SongPosition.speed(position()))
          .put("tempo", SongPosition.tempo(position()));
    }
    ArrayNode silent = node.putArray("silencedParts");
    mutes().silenced().forEach(silent::add);
    return node;
  }
}

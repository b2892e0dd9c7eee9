package modpool.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.io.Content;
import modpool.midi.MidiSequence;
import modpool.module.Module;
import modpool.recall.SavedSong;
import modpool.tracker.SongClock;
import modpool.tracker.SongPlace;
import modpool.tracker.SongPosition;
import modpool.tracker.SongTimes;
import modpool.tracker.SongTiming;

/// The song of a session and the hands on it: a module or a MIDI file, loaded, played, stopped,
/// sought and muted. For one thread.
public final class SongDesk {
  private static final int NOWHERE = -1;
  private static final int DEFAULT_VOICES = 4;

  private final Control control;
  private final SongTiming timing;
  private final int loops;
  private final Consumer<String> say;
  private final ChannelMutes channels;
  private final Set<Integer> muted = new TreeSet<>(); // tracks of a song, from 1
  private final Set<Integer> soloed = new TreeSet<>();
  private final Set<Integer> silenced = new TreeSet<>(); // what the instrument was told

  private FileListener files = (_, _, _) -> {};
  private String title = "";
  private Content content; // of the file that is loaded
  private Performance loaded;
  private SongTimes times;
  private MidiSequence sequence;
  private int openChannels;
  private boolean running;
  private boolean begun; // a sequence starts when it is first played
  private boolean over;
  private int tempo = SongClock.AS_WRITTEN; // in percent
  private int waitingAt = NOWHERE; // the order it was sought to while it stood

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
    load(file, Performance.read(file, control.rate(), 1, timing));
  }

  /// Likewise, when the file has been read.
  public void load(Path file, Performance next) throws IOException {
    Content read = Content.of(file);
    next.tellWarnings(file, say);
    takeAway();
    loaded = next;
    content = read;
    over = false;
    begun = false;
    waitingAt = NOWHERE;
    String name = String.valueOf(file.getFileName());
    switch (next) {
      case Performance.OfSong song -> {
        Module module = song.module();
        title = module.title().isBlank() ? name : module.title().strip();
        times = new SongTimes(module, timing);
        files.know(module, read, 1);
        control.songs().run(running);
        control.songs().open(module, timing, loops);
        if (!running) {
          waitingAt = 0;
        }
      }
      case Performance.OfMidi midi -> {
        title = name;
        openChannels(midi.channels());
        if (running) {
          begin();
        }
      }
    }
  }

  /// The song as a rack keeps it, or null.
  SavedSong saved() {
    if (loaded == null) {
      return null;
    }
    int order = SongPosition.order(position());
    return new SavedSong(
        content, timing, loops, order, tempo, List.copyOf(muted), List.copyOf(soloed));
  }

  /// Loads a song as it was saved; it stands where it was.
  void bringBack(SavedSong saved) throws IOException {
    load(saved.file().path());
    setTempo(saved.tempo());
    for (int part : saved.muted()) {
      if (module() != null && part <= loaded.parts()) {
        mute(part);
      }
    }
    for (int part : saved.soloed()) {
      if (module() != null && part <= loaded.parts()) {
        solo(part);
      }
    }
    if (module() != null) {
      seek(Math.min(saved.order(), module().orders().size() - 1));
    }
  }

  private void takeAway() {
    setTempo(SongClock.AS_WRITTEN);
    muted.clear();
    soloed.clear();
    if (loaded instanceof Performance.OfMidi) {
      channels.clear();
      control.play(null);
    } else if (loaded instanceof Performance.OfSong) {
      tellMutes();
      control.songs().close();
    }
  }

  private void openChannels(int needed) {
    for (int channel = 1; channel <= 16; channel++) {
      if ((needed & ~openChannels & 1 << channel - 1) != 0) {
        control.voices(channel, DEFAULT_VOICES);
      }
    }
    openChannels |= needed;
  }

  private void begin() {
    MidiSequence once = ((Performance.OfMidi) loaded).sequence();
    int times = loops > 0 ? loops : Integer.MAX_VALUE / once.size();
    sequence = once.repeated(times);
    files.know(sequence, content, times);
    begun = true;
    control.play(sequence);
  }

  /// Plays on from where it stands; a song that is over, from its beginning.
  public void play() {
    needSong();
    boolean again = over;
    running = true;
    if (again) {
      seek(0);
    }
    waitingAt = NOWHERE;
    switch (loaded) {
      case Performance.OfSong _ -> control.songs().run(true);
      case Performance.OfMidi _ -> {
        if (begun) {
          control.sequenceRuns(true);
        } else {
          begin();
        }
      }
    }
  }

  /// Stands still; what sounds is cut.
  public void stop() {
    needSong();
    running = false;
    if (loaded instanceof Performance.OfSong) {
      control.songs().run(false);
    } else if (begun) {
      control.sequenceRuns(false);
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
    switch (loaded) {
      case Performance.OfSong song -> {
        int last = song.module().orders().size() - 1;
        if (order < 0 || order > last) {
          throw new IllegalArgumentException("the song has the orders 0-" + last + ": " + order);
        }
        control.songs().seek(SongPlace.ofOrder(order));
        waitingAt = running ? NOWHERE : order;
      }
      case Performance.OfMidi _ -> {
        if (order != 0) {
          throw new IllegalArgumentException("a MIDI file has no orders: only 'seek 0'");
        }
        control.play(null);
        begun = false;
        if (running) {
          begin();
        }
      }
    }
    over = false;
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
    if (loaded instanceof Performance.OfSong) {
      control.songs().noteRunning(false); // it stands there until the clock runs
      control.songs().seek(SongPlace.ofTick(tick));
      waitingAt = NOWHERE;
      over = false;
    }
  }

  /// A MIDI clock has started the song, or stopped it.
  public void clocked(boolean runs) {
    running = runs;
    control.songs().noteRunning(runs);
    waitingAt = NOWHERE;
    over &= !runs;
  }

  /// Goes some orders on or back, no further than the ends.
  public void move(int orders) {
    needSong();
    int order = SongPosition.order(position()) + orders;
    seek(module() == null ? order : Math.clamp(order, 0, module().orders().size() - 1));
  }

  /// Plays from the beginning.
  public void restart() {
    needSong();
    running = true;
    if (loaded instanceof Performance.OfSong) {
      control.songs().run(true);
    }
    seek(0);
  }

  /// Mutes a part, or lets it be heard again.
  public void mute(int part) {
    needSong();
    if (module() == null) {
      channels.mute(part);
    } else {
      toggle(muted, part);
    }
  }

  /// Soloes a part, or not: while any is soloed, only those are heard.
  public void solo(int part) {
    needSong();
    if (module() == null) {
      channels.solo(part);
    } else {
      toggle(soloed, part);
    }
  }

  private void toggle(Set<Integer> parts, int part) {
    if (part < 1 || part > loaded.parts()) {
      throw new IllegalArgumentException("the song's tracks are 1-" + loaded.parts() + ": " + part);
    }
    if (!parts.remove(part)) {
      parts.add(part);
    }
    tellMutes();
  }

  private void tellMutes() {
    for (int part = 1; part <= loaded.parts(); part++) {
      boolean silent = muted.contains(part) || !soloed.isEmpty() && !soloed.contains(part);
      if (silent ? silenced.add(part) : silenced.remove(part)) {
        control.songs().mute(part, silent);
      }
    }
  }

  /// A song of the instrument has come to its end; perhaps one that has been sought since.
  ///
  /// @param generation 0 for a MIDI file
  public void ended(int generation) {
    int expected = loaded instanceof Performance.OfSong ? control.songs().generation() : 0;
    over |= generation == expected;
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
    return title;
  }

  /// For people: `playing`, `paused`, `over`.
  public String state() {
    return over ? "over" : running ? "playing" : "paused";
  }

  /// The module, or null when a MIDI file is loaded.
  public Module module() {
    return loaded instanceof Performance.OfSong song ? song.module() : null;
  }

  /// Tracks or channels.
  public int parts() {
    return loaded.parts();
  }

  public Set<Integer> muted() {
    return module() == null ? channels.muted() : Set.copyOf(muted);
  }

  public Set<Integer> soloed() {
    return module() == null ? channels.soloed() : Set.copyOf(soloed);
  }

  /// Where the song is, as [SongPosition] has it.
  public long position() {
    long position = control.meters().get(Meter.SONG_POSITION);
    if (module() == null) {
      return 0;
    }
    if (waitingAt == NOWHERE) {
      return position;
    }
    int speed = SongPosition.speed(position);
    int tempo = SongPosition.tempo(position);
    return SongPosition.pack(waitingAt, 0, speed, tempo);
  }

  /// Seconds of once through that have been played, at the present tempo.
  public double seconds() {
    if (module() != null) {
      return atTempo(times.secondsAt(SongPosition.order(position()), SongPosition.row(position())));
    }
    double played = (double) control.meters().get(Meter.SEQUENCE_POSITION) / control.rate();
    double length = writtenSeconds();
    return !begun ? 0 : atTempo(over ? length : played % Math.max(1, length));
  }

  /// Seconds of once through, at the present tempo.
  public double lengthSeconds() {
    return atTempo(writtenSeconds());
  }

  private double writtenSeconds() {
    return module() != null ? times.lengthSeconds() : (double) loaded.endFrame() / control.rate();
  }

  private double atTempo(double seconds) {
    return seconds * SongClock.AS_WRITTEN / tempo;
  }

  /// The same for programs.
  public ObjectNode describe() {
    ObjectNode node =
        Json.object()
            .put("title", title)
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
    (module() == null ? channels.silenced() : silenced).forEach(silent::add);
    return node;
  }
}

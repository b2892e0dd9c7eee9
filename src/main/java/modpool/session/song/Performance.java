package modpool.session.song;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import modpool.control.Control;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.io.file.InputFile;
import modpool.midi.MidiFile;
import modpool.midi.MidiFileReader;
import modpool.midi.MidiSequence;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.take.TakeReader;
import modpool.tracker.SongLength;
import modpool.tracker.SongTiming;

/// What a file plays: a MIDI file on the channels, or a song on its tracks.
public sealed interface Performance {
  /// Largest file that is looked at.
  int MAX_BYTES = 64 << 20;

  /// What to say of a take.
  List<String> IS_TAKE =
      List.of("is a take: only its MIDI messages are played here; render has all of it");

  /// What was read, as it is known again.
  Content content();

  /// Its parts, each of which can be muted, soloed and rendered alone: channels or tracks, from 1.
  int parts();

  /// What a part's stem is called, without its ending.
  String nameOf(int part);

  /// A bit per part that sounds.
  long usedParts();

  /// The MIDI channels it needs, a bit each.
  int channels();

  /// Frames until its last event.
  long endFrame();

  /// What is damaged in its file though it can be played, or not played of it, in words.
  List<String> warnings();

  /// One line of warning if there is any.
  default void tellWarnings(Path file, Consumer<String> say) {
    tell(warnings(), file, say);
  }

  /// Likewise, of what a file's reader warns.
  static void tell(List<String> warnings, Path file, Consumer<String> say) {
    if (!warnings.isEmpty()) {
      String more =
          warnings.size() == 1 ? "" : "; %d more: info shows them".formatted(warnings.size() - 1);
      say.accept(file + ": " + warnings.getFirst() + more);
    }
  }

  /// Starts it; what is muted from the start stays so.
  ///
  /// @param muted a bit per part; channels are muted by the settings instead
  void start(Control control, long muted);

  /// @throws BadFileException when it is neither
  static Performance read(Path file, int rate, int loops, SongTiming timing)
      throws BadFileException {
    byte[] bytes = InputFile.read(file, MAX_BYTES);
    Content content = Content.of(file, bytes);
    if (MidiFileReader.recognises(bytes) || isNamedMidi(file)) {
      MidiFile midi = MidiFile.of(file.toString(), bytes);
      List<String> warnings = TakeReader.recognises(bytes) ? IS_TAKE : List.of();
      return new OfMidi(content, midi, midi.compile(rate).repeated(loops), warnings);
    }
    return new OfSong(content, ModReader.read(file.toString(), bytes), rate, loops, timing);
  }

  private static boolean isNamedMidi(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(mid|midi|rmi|kar)");
  }

  /// A MIDI file.
  ///
  /// @param sequence the file at the rate at which it was read
  record OfMidi(Content content, MidiFile file, MidiSequence sequence, List<String> warnings)
      implements Performance {
    public OfMidi {
      warnings = List.copyOf(warnings);
    }

    @Override
    public int parts() {
      return 16;
    }

    @Override
    public String nameOf(int part) {
      return String.format(Locale.ROOT, "ch%02d", part);
    }

    @Override
    public long usedParts() {
      return sequence.usedChannels();
    }

    @Override
    public int channels() {
      return sequence.usedChannels();
    }

    @Override
    public long endFrame() {
      return sequence.endFrame();
    }

    @Override
    public void start(Control control, long muted) {
      control.play(sequence);
    }
  }

  /// A song.
  record OfSong(Content content, Module module, int rate, int loops, SongTiming timing)
      implements Performance {
    @Override
    public List<String> warnings() {
      return module.warnings();
    }

    @Override
    public int parts() {
      return module.channels();
    }

    @Override
    public String nameOf(int part) {
      return String.format(Locale.ROOT, "track%02d", part);
    }

    @Override
    public long usedParts() {
      return (1L << module.channels()) - 1;
    }

    @Override
    public int channels() {
      return 0;
    }

    @Override
    public long endFrame() {
      return Math.round(SongLength.seconds(module, timing, loops) * rate);
    }

    @Override
    public void start(Control control, long muted) {
      for (int track = 1; track <= module.channels(); track++) {
        control.songs().mute(track, (muted >> track - 1 & 1) != 0);
      }
      control.songs().open(module, timing, loops);
    }
  }
}

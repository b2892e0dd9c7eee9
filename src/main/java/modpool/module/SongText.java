package modpool.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import modpool.module.Module.Tracker;

/// Songs written as text, as trackers show them:
///
///     C-2 01 C40 | --- -- --- | F#3 02
///     --- -- D00
///
/// A line is a row; `|` parts its tracks. A cell is a note, a sample number (decimal) and an
/// effect (three hexadecimal digits); what is left out, or written in dashes, is empty. Notes go
/// from C-1 to B-3; `=453` is a period that no note has. Rows and tracks left out are empty.
public final class SongText {
  // ProTracker's periods without finetune; the octaves are not exact halves
  private static final int[] PERIODS = {
    856, 808, 762, 720, 678, 640, 604, 570, 538, 508, 480, 453, //
    428, 404, 381, 360, 339, 320, 302, 285, 269, 254, 240, 226, //
    214, 202, 190, 180, 170, 160, 151, 143, 135, 127, 120, 113
  };

  private static final List<String> NOTES =
      List.of("C-", "C#", "D-", "D#", "E-", "F-", "F#", "G-", "G#", "A-", "A#", "B-");

  private final String title;
  private String tag = "M.K.";
  private int channels = 4;
  private int restart;
  private final List<Integer> orders = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final List<ModuleSample> samples = new ArrayList<>();

  private SongText(String title) {
    this.title = title;
  }

  /// A song without anything, for four tracks.
  public static SongText song(String title) {
    return new SongText(title);
  }

  /// Four letters, or none for a file of 15 samples; call it before [#pattern(String)].
  public SongText tag(String letters, int tracks) {
    tag = letters;
    channels = tracks;
    return this;
  }

  /// The order that follows the last, for trackers that look at it.
  public SongText restart(int order) {
    restart = order;
    return this;
  }

  /// The next sample, numbered from 1: a square wave of full length `frames`, not looped.
  public SongText sample(String name, int frames) {
    return sample(new ModuleSample(name, 0, 64, 0, 0, square(frames)));
  }

  /// The next sample, numbered from 1.
  public SongText sample(ModuleSample sample) {
    samples.add(sample);
    return this;
  }

  /// The next pattern, numbered from 0.
  public SongText pattern(String rows) {
    Pattern.Builder pattern = new Pattern.Builder(Pattern.MOD_ROWS, channels);
    List<String> lines = rows.lines().toList();
    for (int row = 0; row < lines.size(); row++) {
      String[] cells = lines.get(row).split("\\|");
      for (int track = 0; track < cells.length; track++) {
        setCell(pattern, row, track, cells[track].strip());
      }
    }
    patterns.add(pattern.build());
    return this;
  }

  /// More orders, after those that are there.
  public SongText orders(Integer... patternNumbers) {
    orders.addAll(List.of(patternNumbers));
    return this;
  }

  /// The song; without orders it plays pattern 0.
  public Module module() {
    List<Integer> played = orders.isEmpty() ? List.of(0) : orders;
    return new Module(
        title,
        Tracker.PROTRACKER,
        tag,
        channels,
        Module.DEFAULT_TEMPO,
        restart,
        played,
        patterns,
        samples,
        List.of());
  }

  /// The song as a MOD file.
  public byte[] mod() {
    return ModWriter.write(module());
  }

  /// A square wave of 32 frames a cycle.
  public static byte[] square(int frames) {
    byte[] square = new byte[frames];
    for (int i = 0; i < frames; i++) {
      square[i] = (byte) (i % 32 < 16 ? 100 : -100);
    }
    return square;
  }

  private static void setCell(Pattern.Builder pattern, int row, int track, String cell) {
    String[] words = cell.split("\\s+");
    String note = word(words, 0);
    String sample = word(words, 1);
    String effect = word(words, 2);
    int code = effect.isEmpty() ? 0 : Integer.parseInt(effect, 16);
    pattern.set(
        row,
        track,
        period(note),
        sample.isEmpty() ? 0 : Integer.parseInt(sample),
        code >> 8,
        code & 0xFF);
  }

  private static String word(String[] words, int index) {
    return index < words.length ? words[index].replaceFirst("^-+$", "") : "";
  }

  /// The period of a note as a cell has it, 0 for none.
  ///
  /// @throws IllegalArgumentException when it is no note
  public static int period(String note) {
    if (note.isEmpty()) {
      return 0;
    }
    if (note.startsWith("=")) {
      return Integer.parseInt(note.substring(1));
    }
    int step = NOTES.indexOf(note.substring(0, 2).toUpperCase(Locale.ROOT));
    int octave = note.charAt(2) - '0';
    if (step < 0 || octave < 1 || octave > 3) {
      throw new IllegalArgumentException("no note: " + note);
    }
    return PERIODS[(octave - 1) * 12 + step];
  }
}

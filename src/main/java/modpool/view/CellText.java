package modpool.view;

import java.util.List;
import modpool.module.Pattern;

/// A cell of a pattern as trackers write it: `C-2 01 C40`, dots where there is nothing.
enum CellText {
  /// Note, sample, effect.
  FULL(10),
  NOTE_AND_SAMPLE(6),
  NOTE(3);

  private static final List<String> NOTES =
      List.of("C-", "C#", "D-", "D#", "E-", "F-", "F#", "G-", "G#", "A-", "A#", "B-");
  private static final int PERIOD_OF_C1 = 856; // ProTracker's, without finetune
  private static final int OCTAVE = 12;

  private final int width;

  CellText(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  String of(Pattern pattern, int row, int track) {
    String note = note(pattern.period(row, track));
    int sample = pattern.sample(row, track);
    String number = sample == 0 ? ".." : String.format("%02d", sample % 100);
    return switch (this) {
      case FULL -> note + " " + number + " " + effect(pattern, row, track);
      case NOTE_AND_SAMPLE -> note + " " + number;
      case NOTE -> note;
    };
  }

  private static String effect(Pattern pattern, int row, int track) {
    int effect = pattern.effect(row, track);
    int parameter = pattern.parameter(row, track);
    return effect == 0 && parameter == 0 ? "..." : String.format("%X%02X", effect, parameter);
  }

  /// The note nearest to a period.
  static String note(int period) {
    if (period == 0) {
      return "...";
    }
    double semitones = OCTAVE * Math.log((double) PERIOD_OF_C1 / period) / Math.log(2);
    int note = OCTAVE + (int) Math.round(semitones);
    int octave = Math.floorDiv(note, OCTAVE);
    return octave < 0 || octave > 9 ? "???" : NOTES.get(Math.floorMod(note, OCTAVE)) + octave;
  }
}

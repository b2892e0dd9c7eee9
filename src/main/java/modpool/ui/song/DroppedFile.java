package modpool.ui.song;

import java.util.List;
import java.util.Locale;

/// What can be done with a file that is dropped on the window. Pure: by its name.
public enum DroppedFile {
  /// A song, or a bank of its samples, or both: to be asked.
  MODULE,
  /// A MIDI file plays.
  SONG,
  /// Anything else can only be a bank.
  BANK;

  private static final List<String> MODULES = List.of("mod", "xm", "s3m", "it", "nst", "wow");
  private static final List<String> SONGS = List.of("mid", "midi", "rmi", "kar");

  /// @param name of a file, without its folders
  public static DroppedFile of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String ending = lower.substring(lower.lastIndexOf('.') + 1);
    if (SONGS.contains(ending)) {
      return SONG;
    }
    return MODULES.contains(ending) || lower.startsWith("mod.") ? MODULE : BANK;
  }
}

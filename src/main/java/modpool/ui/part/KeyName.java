package modpool.ui.part;

import java.util.List;

/// Names of MIDI keys: 60 is C4.
public final class KeyName {
  private static final List<String> NAMES =
      List.of("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B");
  private static final int OCTAVE = 12;

  private KeyName() {}

  /// With its octave.
  public static String of(int key) {
    return ofClass(key) + (Math.floorDiv(key, OCTAVE) - 1);
  }

  /// Without its octave.
  public static String ofClass(int key) {
    return NAMES.get(Math.floorMod(key, OCTAVE));
  }
}

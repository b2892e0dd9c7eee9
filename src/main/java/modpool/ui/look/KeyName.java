package modpool.ui.look;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of MIDI keys: 60 is C4.
public final class KeyName {
  private static final List<String> NAMES =
      List.of("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B");
  private static final int OCTAVE = 12;
  private static final int KEYS = 128;
  private static final String WHITE_KEYS = "C D EF G A B"; // each at its place in the octave
  private static final Pattern TYPED =
      Pattern.compile("([A-Ga-g])([#♯b♭]?)([-−]?[0-9]{1,2})|([0-9]{1,3})");

  private KeyName() {}

  /// With its octave.
  public static String of(int key) {
    return ofClass(key) + (Math.floorDiv(key, OCTAVE) - 1);
  }

  /// The key that somebody has typed: `C4`, `D♯4`, `d#4`, `Eb4`, or its number; nothing when it is
  /// none.
  public static OptionalInt key(String typed) {
    Matcher matcher = TYPED.matcher(typed.strip());
    if (!matcher.matches()) {
      return OptionalInt.empty();
    }
    int key = matcher.group(4) == null ? named(matcher) : Integer.parseInt(matcher.group(4));
    return key >= 0 && key < KEYS ? OptionalInt.of(key) : OptionalInt.empty();
  }

  private static int named(Matcher name) {
    int octave = Integer.parseInt(name.group(3).replace('−', '-'));
    int white = WHITE_KEYS.indexOf(Character.toUpperCase(name.group(1).charAt(0)));
    int sign =
        switch (name.group(2)) {
          case "#", "♯" -> 1;
          case "b", "♭" -> -1;
          default -> 0;
        };
    return (octave + 1) * OCTAVE + white + sign;
  }

  /// Without its octave.
  public static String ofClass(int key) {
    return NAMES.get(Math.floorMod(key, OCTAVE));
  }
}

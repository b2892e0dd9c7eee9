package modpool.tuning;

import java.util.List;

/// Which key plays which degree of a scale, and at what frequency. Immutable.
///
/// @param firstKey first key that is tuned; those before it stay in equal temperament
/// @param lastKey last key that is tuned, likewise
/// @param middleKey the key of the map's first entry; without entries, of degree 0
/// @param referenceKey the key that has the frequency `referenceHz`
/// @param referenceHz frequency of the reference key
/// @param octaveDegree how many degrees lie between two repetitions of the map; 0 for the scale's
///   own period
/// @param degrees the map, by key from the middle key on, repeated up and down; [#UNMAPPED] for a
///   key without a sound. Empty: a key for each degree
public record KeyMap(
    int firstKey,
    int lastKey,
    int middleKey,
    int referenceKey,
    double referenceHz,
    int octaveDegree,
    List<Integer> degrees) {
  /// In place of a degree: the key is silent.
  public static final int UNMAPPED = Integer.MIN_VALUE;

  private static final int MIDDLE_C = 60;
  private static final double MIDDLE_C_HZ = 440 * StrictMath.pow(2, -9 / 12.0);

  /// Degree 0 on key 60, where middle C always is, and a key for each degree.
  public static final KeyMap STANDARD =
      new KeyMap(0, Tuning.KEYS - 1, MIDDLE_C, MIDDLE_C, MIDDLE_C_HZ, 0, List.of());

  public KeyMap {
    degrees = List.copyOf(degrees);
  }

  /// Cents of a key above degree 0 at the middle key; NaN when it is not mapped.
  double cents(Scale scale, int key) {
    int place = key - middleKey;
    if (degrees.isEmpty()) {
      return scale.centsAt(place);
    }
    int degree = degrees.get(Math.floorMod(place, degrees.size()));
    if (degree == UNMAPPED) {
      return Double.NaN;
    }
    int repeat = octaveDegree == 0 ? scale.size() : octaveDegree;
    return Math.floorDiv(place, degrees.size()) * scale.centsAt(repeat) + scale.centsAt(degree);
  }
}

package modpool.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;

/// Reads Scala's scales (`.scl`) and keyboard maps (`.kbm`), as
/// <https://www.huygens-fokker.org/scala/scl_format.html> and its sibling describe them.
public final class ScalaReader {
  private static final int MOST_DIGITS = 300; // of a ratio's part: the largest double has 308
  private static final double MOST_CENTS = 120_000; // a hundred octaves
  private static final int MOST_KEYS = 1024; // of a map that repeats
  private static final double LOWEST_HZ = 0.001;
  private static final double HIGHEST_HZ = 1_000_000;
  private static final double CENTS_PER_E = 1200 / StrictMath.log(2);

  private ScalaReader() {}

  /// The tuning that a scale and a keyboard map make.
  ///
  /// @param scale null: twelve equal steps
  /// @param keyMap null: degree 0 on key 60 at 261.63 Hz, and a key for each degree
  /// @throws BadFileException when a file cannot be used; the message says which and why
  public static Tuning read(Path scale, Path keyMap) throws BadFileException {
    if (scale == null && keyMap == null) {
      return Tuning.EQUAL;
    }
    Scale steps = scale == null ? Scale.TWELVE : scale(new ScalaLines(scale));
    if (keyMap == null) {
      return Tuning.of(steps, KeyMap.STANDARD);
    }
    KeyMap map = keyMap(new ScalaLines(keyMap));
    try {
      return Tuning.of(steps, map);
    } catch (IllegalArgumentException e) {
      throw new BadFileException(keyMap.toString(), e.getMessage(), e);
    }
  }

  static Scale scale(ScalaLines lines) throws BadFileException {
    String description = lines.text("the scale's description");
    int count = lines.whole("number of notes", 0, Scale.MOST_DEGREES);
    if (count == 0) {
      throw new BadFileException(lines.name(), "has no notes; a scale needs at least its period");
    }
    List<Double> cents = new ArrayList<>();
    for (int degree = 1; degree <= count; degree++) {
      cents.add(pitch(lines, lines.word("note " + degree + " of " + count)));
    }
    return new Scale(description, cents);
  }

  /// A note is cents when it has a point, else a ratio or a whole number.
  private static double pitch(ScalaLines lines, String word) throws BadFileException {
    double cents = word.contains(".") ? cents(lines, word) : centsOfRatio(lines, word);
    if (!(Math.abs(cents) <= MOST_CENTS)) {
      throw lines.wrong("lies more than a hundred octaves away", null);
    }
    return cents;
  }

  private static double cents(ScalaLines lines, String word) throws BadFileException {
    if (!word.matches("[+-]?(\\d{1,9}\\.\\d*|\\.\\d+)")) {
      throw lines.wrong("is no number of cents, such as 701.955", null);
    }
    return Double.parseDouble(word);
  }

  private static double centsOfRatio(ScalaLines lines, String word) throws BadFileException {
    int stroke = word.indexOf('/');
    String above = stroke < 0 ? word : word.substring(0, stroke);
    String below = stroke < 0 ? "1" : word.substring(stroke + 1);
    double ratio = part(lines, above) / part(lines, below);
    return StrictMath.log(ratio) * CENTS_PER_E;
  }

  private static double part(ScalaLines lines, String digits) throws BadFileException {
    if (!digits.matches("\\d{1," + MOST_DIGITS + "}") || digits.matches("0+")) {
      throw lines.wrong("is neither cents, such as 701.955, nor a ratio, such as 3/2", null);
    }
    return Double.parseDouble(digits);
  }

  static KeyMap keyMap(ScalaLines lines) throws BadFileException {
    int size = lines.whole("size of the map", 0, MOST_KEYS);
    int first = lines.whole("first key", 0, Tuning.KEYS - 1);
    int last = lines.whole("last key", 0, Tuning.KEYS - 1);
    int middle = lines.whole("middle key", 0, Tuning.KEYS - 1);
    int reference = lines.whole("reference key", 0, Tuning.KEYS - 1);
    double hz = frequency(lines);
    int octave = lines.whole("formal octave", 0, Scale.MOST_DEGREES);
    List<Integer> degrees = new ArrayList<>();
    while (degrees.size() < size && !lines.areOver()) {
      degrees.add(degree(lines));
    }
    while (degrees.size() < size) { // the format lets a map end with what is not mapped
      degrees.add(KeyMap.UNMAPPED);
    }
    return new KeyMap(first, last, middle, reference, hz, octave, degrees);
  }

  private static double frequency(ScalaLines lines) throws BadFileException {
    String word = lines.word("the reference key's frequency");
    double hz = word.matches("\\d{1,9}(\\.\\d*)?|\\.\\d+") ? Double.parseDouble(word) : -1;
    if (!(hz >= LOWEST_HZ && hz <= HIGHEST_HZ)) {
      throw lines.wrong("is no frequency in Hz", null);
    }
    return hz;
  }

  private static int degree(ScalaLines lines) throws BadFileException {
    String word = lines.word("a degree");
    if (word.equalsIgnoreCase("x")) {
      return KeyMap.UNMAPPED;
    }
    if (!word.matches("\\d{1,4}")) {
      throw lines.wrong("is neither a degree of the scale nor x", null);
    }
    return Integer.parseInt(word);
  }
}

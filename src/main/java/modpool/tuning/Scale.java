package modpool.tuning;

import java.util.List;
import java.util.stream.IntStream;

/// The steps of a scale, in cents above its first. Immutable.
///
/// @param description what its author calls it; may be empty
/// @param cents degrees 1, 2, 3...; the last is the period, after which the scale repeats
public record Scale(String description, List<Double> cents) {
  /// Most degrees. The largest scale of Scala's archive has some 700.
  public static final int MOST_DEGREES = 4096;

  /// Equal temperament.
  static final Scale TWELVE =
      new Scale(
          "12 equal steps", IntStream.rangeClosed(1, 12).mapToObj(step -> step * 100.0).toList());

  public Scale {
    if (cents.isEmpty() || cents.size() > MOST_DEGREES) {
      throw new IllegalArgumentException("a scale has 1-" + MOST_DEGREES + " notes");
    }
    cents = List.copyOf(cents);
  }

  /// How many degrees make a period.
  public int size() {
    return cents.size();
  }

  /// Cents of any degree above degree 0, which may be below it.
  public double centsAt(int degree) {
    double periods = Math.floorDiv(degree, size()) * cents.getLast();
    int rest = Math.floorMod(degree, size());
    return rest == 0 ? periods : periods + cents.get(rest - 1);
  }
}

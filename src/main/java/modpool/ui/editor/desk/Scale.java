package modpool.ui.editor.desk;

/// How values lie along a slider. Pure.
///
/// @param low at its left end
/// @param high at its right end
/// @param least the lowest that can be typed
/// @param most the highest
public record Scale(Spread spread, double low, double high, double least, double most) {
  /// How they are spread.
  enum Spread {
    /// The same way for the same difference.
    EVEN,
    /// The same way for the same ratio; `low` is above 0.
    RATIO,
    /// Finest about 0, at which it begins or which is its middle.
    FINE
  }

  private static final double POWER = 2.5; // of the way, in FINE

  /// Spread evenly; the ends are the limits.
  public static Scale even(double low, double high) {
    return new Scale(Spread.EVEN, low, high, low, high);
  }

  /// Spread by ratio.
  public static Scale ratio(double low, double high) {
    return new Scale(Spread.RATIO, low, high, low, high);
  }

  /// Up and down from 0, finest there.
  public static Scale both(double most) {
    return new Scale(Spread.FINE, -most, most, -most, most);
  }

  /// From 0 up, finest there.
  public static Scale up(double most) {
    return new Scale(Spread.FINE, 0, most, 0, most);
  }

  /// The same, with more that can be typed than the slider reaches.
  public Scale within(double lowest, double highest) {
    return new Scale(spread, low, high, lowest, highest);
  }

  /// The value at a place, 0 to 1: to three digits.
  double at(double place) {
    if (place <= 0 || place >= 1) {
      return place <= 0 ? low : high;
    }
    double exact =
        switch (spread) {
          case EVEN -> low + (high - low) * place;
          case RATIO -> low * Math.pow(high / low, place);
          case FINE -> low < 0 ? fine(2 * place - 1) : fine(place);
        };
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1e-1, Math.abs(exact)))) - 2);
    return Math.rint(exact / unit) * unit;
  }

  private double fine(double way) {
    return Math.signum(way) * high * Math.pow(Math.abs(way), POWER);
  }

  /// Where a value lies; at the nearer end when beyond.
  double place(double value) {
    double bounded = Math.clamp(value, low, high);
    return switch (spread) {
      case EVEN -> (bounded - low) / (high - low);
      case RATIO -> Math.log(bounded / low) / Math.log(high / low);
      case FINE -> {
        double way = Math.signum(bounded) * Math.pow(Math.abs(bounded) / high, 1 / POWER);
        yield low < 0 ? (way + 1) / 2 : way;
      }
    };
  }
}

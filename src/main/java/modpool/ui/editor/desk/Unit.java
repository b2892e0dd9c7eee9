package modpool.ui.editor.desk;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a number of a sound is measured in: as people read it, and as they type it. Pure.
public enum Unit {
  /// Shown in seconds where there are some.
  MS(Unit::time),
  /// Of pitch or cut-off, up or down.
  CENTS(Unit::cents),
  DB(level -> text(level == 0 ? "%.1f dB" : "%+.1f dB", level)),
  HZ(hz -> text(hz < 100 ? "%.2f Hz" : "%.0f Hz", hz)),
  /// 1 is all.
  PERCENT(share -> text("%.0f %%", share * 100)),
  /// -1 left, 1 right.
  PAN(Unit::side);

  private static final Pattern TYPED =
      Pattern.compile("([lr]?) *([+-]?[0-9]{0,9}[.,]?[0-9]{0,9}) *(ms|s|khz|hz|ct|db|%|)");

  private static final double MS_PER_SECOND = 1_000;

  private final DoubleFunction<String> words;

  Unit(DoubleFunction<String> words) {
    this.words = words;
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value + 0.0).replace('-', '−');
  }

  private static String cents(double cents) {
    if (cents == 0) {
      return "0 ct";
    }
    return text(Math.abs(cents) < 100 ? "%+.1f ct" : "%+.0f ct", cents);
  }

  private static String time(double ms) {
    if (ms >= MS_PER_SECOND) {
      return text(ms >= 10_000 ? "%.1f s" : "%.2f s", ms / MS_PER_SECOND);
    }
    return text(ms > 0 && ms < 10 ? "%.1f ms" : "%.0f ms", ms);
  }

  private static String side(double pan) {
    long percent = Math.round(Math.abs(pan) * 100);
    return percent == 0 ? "C" : (pan < 0 ? "L" : "R") + percent;
  }

  /// A value for people.
  public String text(double value) {
    return words.apply(value);
  }

  /// What somebody has typed, with its unit or without; nothing when it is no number, or one of
  /// another unit.
  ///
  /// @param shown the value that stood there, whose unit a bare number has
  public OptionalDouble value(String typed, double shown) {
    String plain = typed.strip().replace('−', '-').toLowerCase(Locale.ROOT);
    if (this == PAN && plain.equals("c")) {
      return OptionalDouble.of(0);
    }
    Matcher matcher = TYPED.matcher(plain);
    if (!matcher.matches() || matcher.group(2).chars().noneMatch(Character::isDigit)) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(matcher.group(2).replace(',', '.'));
    double factor = factor(matcher.group(1), matcher.group(3), shown);
    return factor == 0 ? OptionalDouble.empty() : OptionalDouble.of(number * factor);
  }

  /// @return 0 when it is not measured in that
  private double factor(String side, String unit, double shown) {
    if (!side.isEmpty() && this != PAN) {
      return 0;
    }
    return switch (this) {
      case MS ->
          switch (unit) {
            case "ms" -> 1;
            case "s" -> MS_PER_SECOND;
            case "" -> shown >= MS_PER_SECOND ? MS_PER_SECOND : 1;
            default -> 0;
          };
      case HZ -> unit.equals("khz") ? 1_000 : isBareOr("hz", unit) ? 1 : 0;
      case PERCENT -> isBareOr("%", unit) ? 0.01 : 0;
      case PAN -> !isBareOr("%", unit) ? 0 : side.equals("l") ? -0.01 : 0.01;
      case CENTS -> isBareOr("ct", unit) ? 1 : 0;
      case DB -> isBareOr("db", unit) ? 1 : 0;
    };
  }

  private static boolean isBareOr(String own, String unit) {
    return unit.isEmpty() || unit.equals(own);
  }
}

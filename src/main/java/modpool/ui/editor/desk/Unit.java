package modpool.ui.editor.desk;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a number of a sound is measured in: as people read it, and as they type it. Pure.
public enum Unit {
  /// Shown in seconds where there are some.
  MS("250 ms or 1.5 s", Unit::time),
  /// Of pitch or cut-off, up or down.
  CENTS("50 ct", Unit::cents),
  DB("-6 dB", level -> text(level == 0 ? "%.1f dB" : "%+.1f dB", level)),
  HZ("440 Hz or 1.5 kHz", hz -> text(hz < 100 ? "%.2f Hz" : "%.0f Hz", hz)),
  /// 1 is all.
  PERCENT("50 %", share -> text("%.0f %%", share * 100)),
  /// -1 left, 1 right.
  PAN("L30, C or R30", Unit::side);

  private static final Pattern TYPED =
      Pattern.compile("([lr]?) *([+-]?[0-9.,]{0,21}) *(ms|s|khz|hz|ct|db|%|)");
  private static final Pattern FRACTION = Pattern.compile("[+-]?[0-9]{0,9}[.,]?[0-9]{0,9}");

  /// As `12,000` is meant where there are thousands.
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}(,[0-9]{3}){1,2}([.][0-9]{0,9})?");

  private static final double MS_PER_SECOND = 1_000;

  private final String examples;
  private final DoubleFunction<String> words;

  /// @param examples of what can be typed
  Unit(String examples, DoubleFunction<String> words) {
    this.examples = examples;
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
    String number = matcher.group(2);
    double factor = factor(matcher.group(1), matcher.group(3), shown);
    boolean thousands = this == CENTS || (this == HZ && factor == 1);
    if (thousands && GROUPED.matcher(number).matches()) {
      number = number.replace(",", "");
    }
    return factor == 0 || !FRACTION.matcher(number).matches()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(number.replace(',', '.')) * factor);
  }

  /// Some that can be typed.
  String examples() {
    return examples;
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

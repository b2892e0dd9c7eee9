package modpool.worklet;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.patch.MacroRoute;

/// The names by which the outside knows a voice's parameters, unique within one worklet, and the
/// ints behind them: `gate_engine0_voice4`, `frequency_engine1_voice0`, `gain_...`, `velocity_...`,
/// `macro_engine0_voice4_2`. Only this class converts. A voice's number in a name is the engine's
/// (0-7): worklet voice 12 is `engine1_voice4`.
public final class ParameterLayout {
  /// What a voice shows.
  public enum Kind {
    /// 1 while the key is down (or held by the pedal), else 0.
    GATE,
    /// Sample frames per second.
    FREQUENCY,
    /// Linear.
    GAIN,
    /// 1-127.
    VELOCITY,
    /// Four of them, 0..1.
    MACRO
  }

  private static final int SLOTS_PER_VOICE = Kind.MACRO.ordinal() + MacroRoute.MACROS;
  private static final Pattern NAME =
      Pattern.compile(
          "(gate|frequency|gain|velocity|macro)_engine([01])_voice([0-7])(?:_([0-3]))?");

  private ParameterLayout() {}

  /// How many parameters a worklet has.
  public static int count() {
    return Worklet.VOICES * SLOTS_PER_VOICE;
  }

  /// The number of a parameter that has one value per voice.
  ///
  /// @param voice worklet voice, 0-15
  public static int parameter(Kind kind, int voice) {
    return parameter(kind, voice, 0);
  }

  /// The number of a parameter.
  ///
  /// @param macro 0-3 for [Kind#MACRO], else 0
  public static int parameter(Kind kind, int voice, int macro) {
    return voice * SLOTS_PER_VOICE + kind.ordinal() + macro;
  }

  /// The name of a parameter.
  public static String name(int parameter) {
    Kind kind = kind(parameter);
    int voice = voice(parameter);
    String place = "_engine" + voice / Engine.VOICES + "_voice" + voice % Engine.VOICES;
    String name = kind.name().toLowerCase(Locale.ROOT) + place;
    return kind == Kind.MACRO ? name + "_" + macro(parameter) : name;
  }

  /// The number behind a name.
  ///
  /// @throws IllegalArgumentException for what is no parameter's name
  public static int parameter(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || name.startsWith("macro") != (parts.group(4) != null)) {
      throw new IllegalArgumentException("no such parameter: " + name);
    }
    Kind kind = Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    int voice = Integer.parseInt(parts.group(2)) * Engine.VOICES + Integer.parseInt(parts.group(3));
    int macro = kind == Kind.MACRO ? Integer.parseInt(parts.group(4)) : 0;
    return parameter(kind, voice, macro);
  }

  static Kind kind(int parameter) {
    int slot = parameter % SLOTS_PER_VOICE;
    return slot >= Kind.MACRO.ordinal() ? Kind.MACRO : KINDS[slot];
  }

  static int voice(int parameter) {
    return parameter / SLOTS_PER_VOICE;
  }

  static int macro(int parameter) {
    return Math.max(0, parameter % SLOTS_PER_VOICE - Kind.MACRO.ordinal());
  }

  private static final Kind[] KINDS = Kind.values();
}

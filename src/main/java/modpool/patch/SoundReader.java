package modpool.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.io.file.BadFileException;

/// Reads the part of a preset that says how a sample is played. What the file leaves out stays as
/// it is in the sound it starts from.
public final class SoundReader {
  /// The keys of a sound.
  public static final List<String> KEYS =
      List.of(
          "gainDb",
          "pan",
          "keyTrackCents",
          "oneShot",
          "velocityTracking",
          "glideMs",
          "amplitude",
          "modulation",
          "lfo1",
          "lfo2",
          "filter",
          "macros",
          "interpolation");

  private static final List<String> ENVELOPE_KEYS =
      List.of("delayMs", "attackMs", "holdMs", "decayMs", "sustain", "releaseMs");
  private static final List<String> MODULATION_KEYS =
      List.of(
          "delayMs",
          "attackMs",
          "holdMs",
          "decayMs",
          "sustain",
          "releaseMs",
          "toPitchCents",
          "toCutoffCents");
  private static final List<String> LFO_KEYS =
      List.of("shape", "rateHz", "delayMs", "fadeMs", "toPitchCents", "toCutoffCents", "toGainDb");
  private static final List<String> FILTER_KEYS =
      List.of("cutoffHz", "resonanceDb", "keyTrackCents", "velocityToCutoffCents");
  private static final List<String> MACRO_KEYS = List.of("macro", "to", "amount");

  private static final String SESSION = "session"; // as it says for all
  private static final String[] INTERPOLATIONS = {SESSION, "nearest", "linear", "cubic", "sinc"};

  private static final int MAX_ROUTES = 16; // four macros, four targets

  private SoundReader() {}

  /// @param base what holds where the file says nothing
  /// @throws BadFileException when a number is out of its bounds
  public static Sound read(Fields fields, Sound base) throws BadFileException {
    Fields modulation = fields.object("modulation").only(MODULATION_KEYS);
    return new Sound(
        fields.has("gainDb") ? linear(fields.number("gainDb", 0, -60, 24)) : base.gain(),
        fields.number("pan", base.pan(), -1, 1),
        cents(fields, "keyTrackCents", base.keyTrackCents()),
        fields.flag("oneShot", base.oneShot()),
        fields.number("velocityTracking", base.velocityTracking(), 0, 1),
        time(fields, "glideMs", base.glideMs()),
        envelope(fields.object("amplitude").only(ENVELOPE_KEYS), base.amplitude()),
        envelope(modulation, base.modulation()),
        cents(modulation, "toPitchCents", base.modulationToPitchCents()),
        cents(modulation, "toCutoffCents", base.modulationToCutoffCents()),
        lfo(fields.object("lfo1").only(LFO_KEYS), base.lfo1()),
        lfo(fields.object("lfo2").only(LFO_KEYS), base.lfo2()),
        filter(fields.object("filter").only(FILTER_KEYS), base.filter()),
        fields.has("macros") ? macros(fields) : base.macros(),
        interpolation(fields, base.interpolation()));
  }

  private static Envelope envelope(Fields fields, Envelope base) throws BadFileException {
    return new Envelope(
        time(fields, "delayMs", base.delayMs()),
        time(fields, "attackMs", base.attackMs()),
        time(fields, "holdMs", base.holdMs()),
        time(fields, "decayMs", base.decayMs()),
        fields.number("sustain", base.sustain(), 0, 1),
        time(fields, "releaseMs", base.releaseMs()));
  }

  private static Lfo lfo(Fields fields, Lfo base) throws BadFileException {
    return new Lfo(
        fields.word(
            "shape", base.shape(), Lfo.Shape.values(), s -> s.name().toLowerCase(Locale.ROOT)),
        fields.number("rateHz", base.rateHz(), 0.01, 40),
        time(fields, "delayMs", base.delayMs()),
        time(fields, "fadeMs", base.fadeMs()),
        cents(fields, "toPitchCents", base.toPitchCents()),
        cents(fields, "toCutoffCents", base.toCutoffCents()),
        fields.number("toGainDb", base.toGainDb(), -Sound.MOST_SWING_DB, Sound.MOST_SWING_DB));
  }

  private static Filter filter(Fields fields, Filter base) throws BadFileException {
    return new Filter(
        fields.number("cutoffHz", base.cutoffHz(), 20, Filter.OPEN_HZ),
        fields.number("resonanceDb", base.resonanceDb(), 0, 24),
        cents(fields, "keyTrackCents", base.keyTrackCents()),
        cents(fields, "velocityToCutoffCents", base.velocityToCutoffCents()));
  }

  private static List<MacroRoute> macros(Fields fields) throws BadFileException {
    List<MacroRoute> routes = new ArrayList<>();
    for (Fields route : fields.objects("macros", MAX_ROUTES)) {
      for (String key : MACRO_KEYS) {
        if (!route.only(MACRO_KEYS).has(key)) {
          throw route.bad("lacks the key '" + key + "'");
        }
      }
      MacroRoute.Target to =
          route.word(
              "to", MacroRoute.Target.PITCH_CENTS, MacroRoute.Target.values(), SoundReader::word);
      double most = to == MacroRoute.Target.GAIN_DB ? Sound.MOST_SWING_DB : Sound.MOST_CENTS;
      routes.add(
          new MacroRoute(
              route.whole("macro", 0, 0, MacroRoute.MACROS - 1),
              to,
              route.number("amount", 0, -most, most)));
    }
    return routes;
  }

  private static Interpolation interpolation(Fields fields, Interpolation base)
      throws BadFileException {
    String otherwise = base == null ? SESSION : base.name().toLowerCase(Locale.ROOT);
    String word = fields.word("interpolation", otherwise, INTERPOLATIONS, Function.identity());
    return word.equals(SESSION) ? null : Interpolation.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String word(MacroRoute.Target target) {
    return switch (target) {
      case PITCH_CENTS -> "pitchCents";
      case CUTOFF_CENTS -> "cutoffCents";
      case GAIN_DB -> "gainDb";
      case VIBRATO_CENTS -> "vibratoCents";
    };
  }

  private static double cents(Fields fields, String key, double otherwise) throws BadFileException {
    return fields.number(key, otherwise, -Sound.MOST_CENTS, Sound.MOST_CENTS);
  }

  private static double time(Fields fields, String key, double otherwise) throws BadFileException {
    return fields.number(key, otherwise, 0, Sound.MOST_MS);
  }

  private static double linear(double db) {
    return StrictMath.pow(10, db / 20);
  }
}

package modpool.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.edit.PresetNumbers;
import modpool.patch.MacroRoute;
import modpool.patch.Sound;

/// The part of a preset's text that says how a sample is played; [modpool.patch.SoundReader] reads
/// it.
public final class SoundText {
  private static final double LEAST_DB = -60;

  private SoundText() {}

  /// What differs from another sound.
  public static void put(ObjectNode node, Sound sound, Sound base) {
    if (sound.gain() != base.gain()) {
      put(node, "gainDb", Math.max(LEAST_DB, 20 * Math.log10(sound.gain())), Double.NaN);
    }
    put(node, "pan", sound.pan(), base.pan());
    put(node, "keyTrackCents", sound.keyTrackCents(), base.keyTrackCents());
    if (sound.oneShot() != base.oneShot()) {
      node.put("oneShot", sound.oneShot());
    }
    put(node, "velocityTracking", sound.velocityTracking(), base.velocityTracking());
    put(node, "glideMs", sound.glideMs(), base.glideMs());
    if (!sound.amplitude().equals(base.amplitude())) {
      putEnvelope(node.putObject("amplitude"), sound.amplitude(), base.amplitude());
    }
    ObjectNode modulation = JsonNodeFactory.instance.objectNode();
    putEnvelope(modulation, sound.modulation(), base.modulation());
    put(modulation, "toPitchCents", sound.modulationToPitchCents(), base.modulationToPitchCents());
    put(
        modulation,
        "toCutoffCents",
        sound.modulationToCutoffCents(),
        base.modulationToCutoffCents());
    if (!modulation.isEmpty()) {
      node.set("modulation", modulation);
    }
    putLfo(node, "lfo1", sound.lfo1(), base.lfo1());
    putLfo(node, "lfo2", sound.lfo2(), base.lfo2());
    putFilter(node, sound.filter(), base.filter());
    if (!sound.macros().equals(base.macros())) {
      putMacros(node.putArray("macros"), sound);
    }
    if (sound.interpolation() != base.interpolation()) {
      node.put("interpolation", word(sound.interpolation()));
    }
  }

  /// @param kind null: as the session says
  private static String word(Interpolation kind) {
    return kind == null ? "session" : kind.name().toLowerCase(Locale.ROOT);
  }

  private static void putEnvelope(ObjectNode node, Envelope envelope, Envelope base) {
    put(node, "delayMs", envelope.delayMs(), base.delayMs());
    put(node, "attackMs", envelope.attackMs(), base.attackMs());
    put(node, "holdMs", envelope.holdMs(), base.holdMs());
    put(node, "decayMs", envelope.decayMs(), base.decayMs());
    put(node, "sustain", envelope.sustain(), base.sustain());
    put(node, "releaseMs", envelope.releaseMs(), base.releaseMs());
  }

  private static void putLfo(ObjectNode node, String key, Lfo lfo, Lfo base) {
    if (lfo.equals(base)) {
      return;
    }
    ObjectNode into = node.putObject(key);
    if (lfo.shape() != base.shape()) {
      into.put("shape", lfo.shape().name().toLowerCase(Locale.ROOT));
    }
    put(into, "rateHz", lfo.rateHz(), base.rateHz());
    put(into, "delayMs", lfo.delayMs(), base.delayMs());
    put(into, "fadeMs", lfo.fadeMs(), base.fadeMs());
    put(into, "toPitchCents", lfo.toPitchCents(), base.toPitchCents());
    put(into, "toCutoffCents", lfo.toCutoffCents(), base.toCutoffCents());
    put(into, "toGainDb", lfo.toGainDb(), base.toGainDb());
  }

  private static void putFilter(ObjectNode node, Filter filter, Filter base) {
    if (filter.equals(base)) {
      return;
    }
    ObjectNode into = node.putObject("filter");
    put(into, "cutoffHz", filter.cutoffHz(), base.cutoffHz());
    put(into, "resonanceDb", filter.resonanceDb(), base.resonanceDb());
    put(into, "keyTrackCents", filter.keyTrackCents(), base.keyTrackCents());
    put(
        into,
        "velocityToCutoffCents",
        filter.velocityToCutoffCents(),
        base.velocityToCutoffCents());
  }

  private static void putMacros(ArrayNode list, Sound sound) {
    for (MacroRoute route : sound.macros()) {
      String to =
          switch (route.to()) {
            case PITCH_CENTS -> "pitchCents";
            case CUTOFF_CENTS -> "cutoffCents";
            case GAIN_DB -> "gainDb";
            case VIBRATO_CENTS -> "vibratoCents";
          };
      ObjectNode node = list.addObject().put("macro", route.macro()).put("to", to);
      put(node, "amount", route.amount(), Double.NaN);
    }
  }

  /// Puts a number, unless it is what holds without it. To six digits behind the point.
  static void put(ObjectNode node, String key, double value, double base) {
    if (value == base) {
      return;
    }
    double rounded = PresetNumbers.rounded(value);
    if (rounded == Math.rint(rounded)) {
      node.put(key, (long) rounded);
    } else {
      node.put(key, rounded);
    }
  }
}

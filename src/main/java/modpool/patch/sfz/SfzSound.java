package modpool.patch.sfz;

import java.util.Locale;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.patch.Sound;
import modpool.patch.foreign.SoundDraft;
import modpool.patch.foreign.Unmapped;

/// How a region is played: its opcodes of level, place, envelopes, oscillators and filter.
final class SfzSound {
  private static final double MAX_SECONDS = 100;

  private final SfzRegion region;
  private final Unmapped unmapped;

  private SfzSound(SfzRegion region, Unmapped unmapped) {
    this.region = region;
    this.unmapped = unmapped;
  }

  static Sound of(SfzRegion region, boolean oneShot, Unmapped unmapped) {
    return new SfzSound(region, unmapped).sound(oneShot);
  }

  private Sound sound(boolean oneShot) {
    double db = region.number("volume", 0, -144, 48) + region.number("gain", 0, -144, 48);
    for (String level : new String[] {"global_volume", "master_volume", "group_volume"}) {
      db += region.number(level, 0, -144, 48);
    }
    Filter filter = filter();
    boolean filters = !filter.equals(Filter.OPEN); // else what moves its cut-off moves nothing
    double amplitude = region.number("amplitude", 100, 0, 1000) / 100;
    SoundDraft draft =
        new SoundDraft()
            .gainDb(amplitude == 0 ? -60 : db + 20 * Math.log10(amplitude))
            .pan(region.number("pan", 0, -100, 100) / 100)
            .keyTrackCents(region.number("pitch_keytrack", 100, -1200, 1200))
            .oneShot(oneShot)
            .velocityTracking(region.number("amp_veltrack", 100, -100, 100) / 100)
            .amplitude(envelope("ampeg"))
            .filter(filter);
    if (region.number("amp_veltrack", 100, -100, 100) < 0) {
      unmapped.add("amp_veltrack below 0");
    }
    modulation(draft, filters);
    oscillators(draft, filters);
    return draft.toSound();
  }

  private Envelope envelope(String name) {
    return new Envelope(
        ms(name + "_delay"),
        ms(name + "_attack"),
        ms(name + "_hold"),
        ms(name + "_decay"),
        region.number(name + "_sustain", 100, 0, 100) / 100,
        ms(name + "_release"));
  }

  /// There is one envelope beside that of the level: the filter's comes first.
  private void modulation(SoundDraft draft, boolean filters) {
    double cutoff = depth("fileg_depth", filters);
    double pitch = depth("pitcheg_depth", true);
    Envelope ofFilter = envelope("fileg");
    Envelope ofPitch = envelope("pitcheg");
    if (cutoff == 0) {
      draft.modulation(ofPitch, pitch, 0);
    } else if (pitch == 0 || ofPitch.equals(ofFilter)) {
      draft.modulation(ofFilter, pitch, cutoff);
    } else {
      draft.modulation(ofFilter, 0, cutoff);
      unmapped.add("pitcheg beside a fileg of other times");
    }
  }

  private void oscillators(SoundDraft draft, boolean filters) {
    double pitch = depth("pitchlfo_depth", true);
    double cutoff = depth("fillfo_depth", filters);
    double level = region.number("amplfo_depth", 0, -60, 60);
    if (pitch != 0 || region.has("pitchlfo_freq")) {
      draft.lfo1(lfo("pitchlfo", pitch, 0, 0));
    } else {
      lfo("pitchlfo", 0, 0, 0); // its opcodes are known even where they do nothing
    }
    Lfo ofFilter = lfo("fillfo", 0, cutoff, level);
    Lfo ofLevel = lfo("amplfo", 0, cutoff, level);
    if (cutoff != 0 && level != 0 && !ofFilter.equals(ofLevel)) {
      unmapped.add("amplfo beside a fillfo of another rate");
      draft.lfo2(lfo("fillfo", 0, cutoff, 0));
    } else {
      draft.lfo2(cutoff != 0 ? ofFilter : ofLevel);
    }
  }

  private double depth(String name, boolean counts) {
    double cents = region.number(name, 0, -SfzZones.MAX_CENTS, SfzZones.MAX_CENTS);
    return counts ? cents : 0;
  }

  private Lfo lfo(String name, double toPitch, double toCutoff, double toGainDb) {
    return new Lfo(
        Lfo.Shape.SINE,
        region.number(name + "_freq", Lfo.OFF.rateHz(), 0, 100),
        ms(name + "_delay"),
        ms(name + "_fade"),
        toPitch,
        toCutoff,
        toGainDb);
  }

  private Filter filter() {
    double cutoff = region.number("cutoff", Filter.OPEN_HZ, 1, 100_000);
    String type = region.text("fil_type", "lpf_2p").strip().toLowerCase(Locale.ROOT);
    double resonance = region.number("resonance", 0, -96, 96);
    double keys = region.number("fil_keytrack", 0, -1200, 1200);
    double velocity = region.number("fil_veltrack", 0, -SfzZones.MAX_CENTS, SfzZones.MAX_CENTS);
    int center = region.key("fil_keycenter", 60);
    if (!region.has("cutoff")) {
      return Filter.OPEN;
    }
    if (!type.startsWith("lpf_")) {
      unmapped.add("fil_type " + type);
      return Filter.OPEN;
    }
    if (!type.equals("lpf_2p")) {
      unmapped.add("fil_type " + type + ": played as lpf_2p");
    }
    double at60 = cutoff * Math.pow(2, keys * (60 - center) / 1200);
    return new Filter(at60, resonance, keys, velocity);
  }

  private double ms(String name) {
    return 1000 * region.number(name, 0, 0, MAX_SECONDS);
  }
}

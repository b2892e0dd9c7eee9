package modpool.edit;

import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.patch.MacroRoute;
import modpool.patch.Sound;

/// The numbers that a preset's text can say: within its bounds, to six digits behind the point.
public final class PresetNumbers {
  private static final double DIGITS = 1e6;
  private static final double LEAST_DB = -60;
  private static final double MOST_DB = 24;

  private PresetNumbers() {}

  /// A number as the text has it.
  public static double rounded(double value) {
    return Math.rint(value * DIGITS) / DIGITS + 0.0;
  }

  /// The nearest sound that a preset can describe.
  public static Sound of(Sound sound) {
    return new Sound(
        linear(dB(sound.gain())),
        within(sound.pan(), -1, 1),
        cents(sound.keyTrackCents()),
        sound.oneShot(),
        within(sound.velocityTracking(), 0, 1),
        ms(sound.glideMs()),
        of(sound.amplitude()),
        of(sound.modulation()),
        cents(sound.modulationToPitchCents()),
        cents(sound.modulationToCutoffCents()),
        of(sound.lfo1()),
        of(sound.lfo2()),
        of(sound.filter()),
        sound.macros().stream().map(PresetNumbers::of).toList(),
        sound.interpolation());
  }

  private static Envelope of(Envelope envelope) {
    return new Envelope(
        ms(envelope.delayMs()),
        ms(envelope.attackMs()),
        ms(envelope.holdMs()),
        ms(envelope.decayMs()),
        within(envelope.sustain(), 0, 1),
        ms(envelope.releaseMs()));
  }

  private static Lfo of(Lfo lfo) {
    return new Lfo(
        lfo.shape(),
        within(lfo.rateHz(), 0.01, 40),
        ms(lfo.delayMs()),
        ms(lfo.fadeMs()),
        cents(lfo.toPitchCents()),
        cents(lfo.toCutoffCents()),
        within(lfo.toGainDb(), -Sound.MOST_SWING_DB, Sound.MOST_SWING_DB));
  }

  private static Filter of(Filter filter) {
    return new Filter(
        within(filter.cutoffHz(), 20, Filter.OPEN_HZ),
        within(filter.resonanceDb(), 0, 24),
        cents(filter.keyTrackCents()),
        cents(filter.velocityToCutoffCents()));
  }

  private static MacroRoute of(MacroRoute route) {
    double most = route.to() == MacroRoute.Target.GAIN_DB ? Sound.MOST_SWING_DB : Sound.MOST_CENTS;
    return new MacroRoute(route.macro(), route.to(), within(route.amount(), -most, most));
  }

  /// A level as a preset says it, from a linear gain.
  public static double dB(double gain) {
    return within(20 * Math.log10(gain), LEAST_DB, MOST_DB);
  }

  /// The linear gain that a preset's reader makes of a level.
  public static double linear(double dB) {
    return StrictMath.pow(10, dB / 20);
  }

  static double within(double value, double low, double high) {
    return rounded(Math.clamp(value, low, high));
  }

  private static double cents(double value) {
    return within(value, -Sound.MOST_CENTS, Sound.MOST_CENTS);
  }

  private static double ms(double value) {
    return within(value, 0, Sound.MOST_MS);
  }
}

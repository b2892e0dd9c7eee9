package modpool.patch.foreign;

import java.util.List;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.dsp.Pitch;
import modpool.patch.Sound;

/// Puts a [Sound] together from what a foreign file says. Whatever it says, what comes out lies
/// within the bounds of a preset file, so that it can be written as one.
public final class SoundDraft {

  private double gainDb;
  private double pan;
  private double keyTrackCents = 100;
  private boolean oneShot;
  private double velocityTracking = 1;
  private Envelope amplitude = Envelope.GATE;
  private Envelope modulation = Envelope.GATE;
  private double modulationToPitchCents;
  private double modulationToCutoffCents;
  private Lfo lfo1 = Lfo.OFF;
  private Lfo lfo2 = Lfo.OFF;
  private Filter filter = Filter.OPEN;

  public SoundDraft gainDb(double db) {
    gainDb = within(db, -60, 24);
    return this;
  }

  /// @param where -1 left to 1 right
  public SoundDraft pan(double where) {
    pan = within(where, -1, 1);
    return this;
  }

  public SoundDraft keyTrackCents(double cents) {
    keyTrackCents = cents(cents);
    return this;
  }

  public SoundDraft oneShot(boolean on) {
    oneShot = on;
    return this;
  }

  /// @param share 0 not at all, 1 wholly
  public SoundDraft velocityTracking(double share) {
    velocityTracking = within(share, 0, 1);
    return this;
  }

  public SoundDraft amplitude(Envelope envelope) {
    amplitude = bounded(envelope);
    return this;
  }

  /// The second envelope and what it moves.
  public SoundDraft modulation(Envelope envelope, double toPitchCents, double toCutoffCents) {
    modulationToPitchCents = cents(toPitchCents);
    modulationToCutoffCents = cents(toCutoffCents);
    boolean moves = modulationToPitchCents != 0 || modulationToCutoffCents != 0;
    modulation = moves ? bounded(envelope) : Envelope.GATE;
    return this;
  }

  /// The oscillator at whose rate the modulation wheel adds vibrato.
  public SoundDraft lfo1(Lfo lfo) {
    lfo1 = bounded(lfo);
    return this;
  }

  public SoundDraft lfo2(Lfo lfo) {
    lfo2 = lfo.isActive() ? bounded(lfo) : Lfo.OFF;
    return this;
  }

  public SoundDraft filter(Filter other) {
    filter =
        new Filter(
            within(other.cutoffHz(), 20, Filter.OPEN_HZ),
            within(other.resonanceDb(), 0, 24),
            cents(other.keyTrackCents()),
            cents(other.velocityToCutoffCents()));
    return this;
  }

  /// The sound as it stands.
  public Sound toSound() {
    return new Sound(
        gainDb == 0 ? 1 : Pitch.gain(gainDb),
        pan,
        keyTrackCents,
        oneShot,
        velocityTracking,
        0,
        amplitude,
        modulation,
        modulationToPitchCents,
        modulationToCutoffCents,
        lfo1,
        lfo2,
        filter,
        List.of(),
        null);
  }

  private static Envelope bounded(Envelope e) {
    return new Envelope(
        within(e.delayMs(), 0, Sound.MOST_MS),
        within(e.attackMs(), 0, Sound.MOST_MS),
        within(e.holdMs(), 0, Sound.MOST_MS),
        within(e.decayMs(), 0, Sound.MOST_MS),
        within(e.sustain(), 0, 1),
        within(e.releaseMs(), 0, Sound.MOST_MS));
  }

  private static Lfo bounded(Lfo lfo) {
    return new Lfo(
        lfo.shape(),
        within(lfo.rateHz(), 0.01, 40),
        within(lfo.delayMs(), 0, Sound.MOST_MS),
        within(lfo.fadeMs(), 0, Sound.MOST_MS),
        cents(lfo.toPitchCents()),
        cents(lfo.toCutoffCents()),
        within(lfo.toGainDb(), -60, 60));
  }

  private static double cents(double cents) {
    return within(cents, -Sound.MOST_CENTS, Sound.MOST_CENTS);
  }

  /// What is no number is 0 or the nearest to it.
  private static double within(double value, double low, double high) {
    return Math.clamp(Double.isNaN(value) ? 0 : value, low, high) + 0.0;
  }
}

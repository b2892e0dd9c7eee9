package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Pitch;

/// What MIDI's sound controllers (71-78) change of a patch: its envelope's times, its filter and
/// its vibrato. Each knob stands between -1 and 1; at 0 the patch is as it was written.
@RenderThread
public final class Tone {
  /// What can be turned.
  public enum Knob {
    RESONANCE,
    RELEASE,
    ATTACK,
    CUTOFF,
    DECAY,
    VIBRATO_RATE,
    VIBRATO_DEPTH,
    VIBRATO_DELAY
  }

  private static final double TIME_CENTS = 4_800; // times are up to 16 times as long, or as short
  private static final double SHORT_ATTACK_MS = 20; // so that an attack of 0 can be made longer
  private static final double CUTOFF_CENTS = 4_800;
  private static final double RESONANCE_DB = 12;
  private static final double RATE_CENTS = 2_400;
  private static final double DEPTH_CENTS = 50;
  private static final double DELAY_MS = 2_000;

  private double attack = 1; // factors
  private double decay = 1;
  private double release = 1;
  private double cutoffCents;
  private double damping = 1; // factor
  private double rate = 1; // factor
  private double depth;
  private double delay;

  /// Turns a knob.
  ///
  /// @param turn -1 to 1; beyond that it stops
  void turn(Knob knob, double turn) {
    double to = Math.max(-1, Math.min(1, turn));
    switch (knob) {
      case RESONANCE -> damping = 1 / Pitch.gain(to * RESONANCE_DB);
      case RELEASE -> release = Pitch.ratio(to * TIME_CENTS);
      case ATTACK -> attack = Pitch.ratio(to * TIME_CENTS);
      case CUTOFF -> cutoffCents = to * CUTOFF_CENTS;
      case DECAY -> decay = Pitch.ratio(to * TIME_CENTS);
      case VIBRATO_RATE -> rate = Pitch.ratio(to * RATE_CENTS);
      case VIBRATO_DEPTH -> depth = to;
      case VIBRATO_DELAY -> delay = to;
    }
  }

  double attackMs(double ofPatch) {
    return attack <= 1 ? ofPatch * attack : (ofPatch + SHORT_ATTACK_MS) * attack - SHORT_ATTACK_MS;
  }

  double decayMs(double ofPatch) {
    return ofPatch * decay;
  }

  double releaseMs(double ofPatch) {
    return ofPatch * release;
  }

  double cutoffCents() {
    return cutoffCents;
  }

  /// True when a voice that has no filter of its own needs one.
  boolean closesFilter() {
    return cutoffCents < 0;
  }

  /// Factor of 1/Q.
  double damping() {
    return damping;
  }

  double vibratoRateHz(double ofPatch) {
    return ofPatch * rate;
  }

  /// What is left of the patch's own vibrato, 0..1.
  double vibratoShare() {
    return depth < 0 ? 1 + depth : 1;
  }

  /// What is added to the patch's own vibrato.
  double vibratoCents() {
    return depth > 0 ? depth * DEPTH_CENTS : 0;
  }

  double vibratoDelayMs(double ofPatch) {
    return delay < 0 ? ofPatch * (1 + delay) : ofPatch + delay * delay * DELAY_MS;
  }
}

package modpool.dsp;

/// The description of an envelope: what a patch says; `modpool.worklet` runs it.
///
/// Attack is linear in gain, decay falls exponentially towards the sustain level (within 60 dB of
/// the way in `decayMs`), release is a critically damped two-pole fall that is 60 dB down after
/// `releaseMs`: it starts without a kink, so that a key-up never clicks.
///
/// @param delayMs time before the attack, 0..60000
/// @param attackMs time from zero to full, 0 means full at the first frame
/// @param holdMs time at full level
/// @param decayMs time to fall to the sustain level
/// @param sustain level while the key is held, 0..1
/// @param releaseMs time to fall by 60 dB after key-up
public record Envelope(
    double delayMs,
    double attackMs,
    double holdMs,
    double decayMs,
    double sustain,
    double releaseMs) {

  /// Full level while the key is down; a release short enough to feel like a cut.
  public static final Envelope GATE = new Envelope(0, 0, 0, 0, 1, 60);

  public Envelope withDelayMs(double other) {
    return new Envelope(other, attackMs, holdMs, decayMs, sustain, releaseMs);
  }

  public Envelope withAttackMs(double other) {
    return new Envelope(delayMs, other, holdMs, decayMs, sustain, releaseMs);
  }

  public Envelope withHoldMs(double other) {
    return new Envelope(delayMs, attackMs, other, decayMs, sustain, releaseMs);
  }

  public Envelope withDecayMs(double other) {
    return new Envelope(delayMs, attackMs, holdMs, other, sustain, releaseMs);
  }

  public Envelope withSustain(double other) {
    return new Envelope(delayMs, attackMs, holdMs, decayMs, other, releaseMs);
  }

  public Envelope withReleaseMs(double other) {
    return new Envelope(delayMs, attackMs, holdMs, decayMs, sustain, other);
  }
}

package modpool.ui.editor;

import modpool.dsp.Envelope;

/// Where the corners of an envelope lie in a drawing: long times take less room than they are long,
/// so that milliseconds and seconds can be seen together. Immutable.
///
/// @param width of the drawing
record EnvelopeShape(Envelope envelope, double width) {
  private static final double LONGEST_MS = 60_000;
  private static final double FINE_MS = 10; // up to here times are drawn as long as they are
  private static final int PARTS = 5;
  private static final double PLATEAU = 0.08; // of the width, where the key is held
  private static final double GAP = 0.06; // likewise, so that no corner hides another

  private double part() {
    return width * (1 - PLATEAU - 2 * GAP) / PARTS;
  }

  private double length(double ms) {
    return part() * Math.log1p(ms / FINE_MS) / Math.log1p(LONGEST_MS / FINE_MS);
  }

  /// The time that is so long in the drawing.
  private double ms(double length) {
    double share = Math.clamp(length / part(), 0, 1);
    return Math.min(LONGEST_MS, FINE_MS * Math.expm1(share * Math.log1p(LONGEST_MS / FINE_MS)));
  }

  double delayX() {
    return length(envelope.delayMs());
  }

  double attackX() {
    return delayX() + length(envelope.attackMs());
  }

  double holdX() {
    return attackX() + width * GAP + length(envelope.holdMs());
  }

  double decayX() {
    return holdX() + width * GAP + length(envelope.decayMs());
  }

  double releaseFromX() {
    return decayX() + width * PLATEAU;
  }

  double releaseX() {
    return releaseFromX() + length(envelope.releaseMs());
  }

  Envelope withDelayAt(double x) {
    return envelope.withDelayMs(rounded(ms(x)));
  }

  Envelope withAttackAt(double x) {
    return envelope.withAttackMs(rounded(ms(x - delayX())));
  }

  Envelope withHoldAt(double x) {
    return envelope.withHoldMs(rounded(ms(x - attackX() - width * GAP)));
  }

  /// @param sustain 0..1
  Envelope withDecayAt(double x, double sustain) {
    return envelope
        .withDecayMs(rounded(ms(x - holdX() - width * GAP)))
        .withSustain(Math.rint(Math.clamp(sustain, 0, 1) * 1000) / 1000);
  }

  Envelope withReleaseAt(double x) {
    return envelope.withReleaseMs(rounded(ms(x - releaseFromX())));
  }

  /// To three digits, as nobody hears more.
  private static double rounded(double ms) {
    double unit = ms < 10 ? 0.01 : ms < 100 ? 0.1 : ms < 10_000 ? 1 : 10;
    return Math.rint(ms / unit) * unit;
  }
}

package modpool.ui.editor;

import modpool.dsp.Envelope;

/// Where the corners of an envelope lie in a drawing: long times take less room than they are long,
/// so that milliseconds and seconds can be seen together. Immutable.
///
/// @param width of the drawing
record EnvelopeShape(Envelope envelope, double width) {
  private static final double FINE_MS = 10; // up to here times are drawn as long as they are
  private static final int PARTS = EnvelopePart.values().length;
  private static final double PLATEAU = 0.08; // of the width, where the key is held
  private static final double GAP = 0.06; // likewise, so that no corner hides another

  private double room() {
    return width * (1 - PLATEAU - 2 * GAP) / PARTS;
  }

  private double length(double ms) {
    return room() * Math.log1p(ms / FINE_MS) / Math.log1p(EnvelopePart.LONGEST_MS / FINE_MS);
  }

  /// Where a part begins.
  double from(EnvelopePart part) {
    return switch (part) {
      case DELAY -> 0;
      case ATTACK -> to(EnvelopePart.DELAY);
      case HOLD -> to(EnvelopePart.ATTACK) + width * GAP;
      case DECAY -> to(EnvelopePart.HOLD) + width * GAP;
      case RELEASE -> to(EnvelopePart.DECAY) + width * PLATEAU;
    };
  }

  /// Where it ends.
  double to(EnvelopePart part) {
    return from(part) + length(part.ms(envelope));
  }

  /// How long a part is that ends there.
  double msAt(EnvelopePart part, double x) {
    double share = Math.clamp((x - from(part)) / room(), 0, 1);
    double ms = FINE_MS * Math.expm1(share * Math.log1p(EnvelopePart.LONGEST_MS / FINE_MS));
    return EnvelopePart.rounded(Math.min(EnvelopePart.LONGEST_MS, ms));
  }
}

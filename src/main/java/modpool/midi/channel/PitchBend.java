package modpool.midi.channel;

import modpool.bridge.RenderThread;

/// A channel's pitch wheel.
@RenderThread
final class PitchBend {
  private static final int CENTER = 8192;

  private int value = CENTER;

  /// @param bend 0-16383
  void set(int bend) {
    value = bend;
  }

  void rest() {
    value = CENTER;
  }

  /// How far it bends with this range, in cents.
  double cents(int rangeCents) {
    return (value - CENTER) / (double) CENTER * rangeCents;
  }
}

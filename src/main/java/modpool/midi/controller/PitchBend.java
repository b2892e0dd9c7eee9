package modpool.midi.controller;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;

/// A channel's pitch wheel.
@RenderThread
public final class PitchBend {
  private static final int CENTER = 8192;

  private int value = CENTER;

  /// @param bend 0-16383
  public void set(int bend) {
    value = bend;
  }

  void rest() {
    value = CENTER;
  }

  /// Hands what is set to an imprint, or takes it from there.
  void pass(Imprint state) {
    value = state.pass("bend", 0, 2 * CENTER - 1, value);
  }

  /// How far it bends with this range, in cents.
  public double cents(int rangeCents) {
    return (value - CENTER) / (double) CENTER * rangeCents;
  }
}

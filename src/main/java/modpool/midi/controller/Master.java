package modpool.midi.controller;

import modpool.bridge.Event;
import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;

/// What device control messages set for all channels at once: volume, balance and tuning.
@RenderThread
public final class Master {
  private static final int CENTER = 8192;
  private static final int MOST = 16_383;
  private static final int COARSE_CENTER = 64;

  private int volume;
  private int middle;
  private int fine;
  private int coarse;
  private float gain;
  private float balance;
  private double fineCents;
  private double coarseCents;

  public Master() {
    reset();
  }

  public int volume() {
    return volume;
  }

  /// @param which [Event#MASTER_VOLUME] and its siblings
  public void set(int which, int value) {
    switch (which) {
      case Event.MASTER_VOLUME -> volume = value;
      case Event.MASTER_BALANCE -> middle = value;
      case Event.MASTER_FINE -> fine = value;
      case Event.MASTER_COARSE -> coarse = value;
      default -> {}
    }
    apply();
  }

  private void apply() {
    float share = volume / (float) MOST;
    gain = share * share;
    balance = Math.max(-1f, (middle - CENTER) / (float) (MOST - CENTER));
    fineCents = (fine - CENTER) * 100.0 / CENTER;
    coarseCents = (coarse - COARSE_CENTER) * 100.0;
  }

  public void reset() {
    volume = MOST;
    middle = CENTER;
    fine = CENTER;
    coarse = COARSE_CENTER;
    apply();
  }

  /// Hands what is set to an imprint, or takes it from there.
  public void pass(Imprint state) {
    volume = state.pass("masterVolume", 0, MOST, volume);
    middle = state.pass("masterBalance", 0, MOST, middle);
    fine = state.pass("masterFine", 0, MOST, fine);
    coarse = state.pass("masterCoarse", 0, 127, coarse);
    apply();
  }

  /// Linear.
  float gain() {
    return gain;
  }

  /// -1 (left only) to 1 (right only).
  float balance() {
    return balance;
  }

  public double fineCents() {
    return fineCents;
  }

  /// Whole semitones, which drums do not follow.
  public double coarseCents() {
    return coarseCents;
  }
}

package modpool.midi.channel;

import modpool.bridge.Event;
import modpool.bridge.RenderThread;

/// What device control messages set for all channels at once: volume, balance and tuning.
@RenderThread
final class Master {
  private static final int CENTER = 8192;
  private static final int MOST = 16_383;
  private static final int COARSE_CENTER = 64;

  private float gain = 1;
  private float balance;
  private double fineCents;
  private double coarseCents;

  /// @param which [Event#MASTER_VOLUME] and its siblings
  void set(int which, int value) {
    switch (which) {
      case Event.MASTER_VOLUME -> {
        float share = value / (float) MOST;
        gain = share * share;
      }
      case Event.MASTER_BALANCE ->
          balance = Math.max(-1f, (value - CENTER) / (float) (MOST - CENTER));
      case Event.MASTER_FINE -> fineCents = (value - CENTER) * 100.0 / CENTER;
      case Event.MASTER_COARSE -> coarseCents = (value - COARSE_CENTER) * 100.0;
      default -> {}
    }
  }

  void reset() {
    gain = 1;
    balance = 0;
    fineCents = 0;
    coarseCents = 0;
  }

  /// Linear.
  float gain() {
    return gain;
  }

  /// -1 (left only) to 1 (right only).
  float balance() {
    return balance;
  }

  double fineCents() {
    return fineCents;
  }

  /// Whole semitones, which drums do not follow.
  double coarseCents() {
    return coarseCents;
  }
}

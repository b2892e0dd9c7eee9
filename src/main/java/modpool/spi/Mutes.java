package modpool.spi;

import java.util.concurrent.atomic.AtomicInteger;
import modpool.control.Control;

/// Which channels are mute and which solo: while any is, only those are heard.
final class Mutes {
  private static final int CHANNELS = 16;

  private final Control control;
  private final AtomicInteger muted = new AtomicInteger(); // a bit per channel
  private final AtomicInteger soloed = new AtomicInteger();

  Mutes(Control control) {
    this.control = control;
  }

  /// @param channel from 0
  void mute(int channel, boolean on) {
    set(muted, channel, on);
  }

  void solo(int channel, boolean on) {
    set(soloed, channel, on);
  }

  boolean isMuted(int channel) {
    return has(muted, channel);
  }

  boolean isSoloed(int channel) {
    return has(soloed, channel);
  }

  private void set(AtomicInteger bits, int channel, boolean on) {
    bits.updateAndGet(before -> on ? before | 1 << channel : before & ~(1 << channel));
    int solo = soloed.get();
    int silent = muted.get() | (solo == 0 ? 0 : ~solo);
    for (int i = 0; i < CHANNELS; i++) {
      control.desk().mute(i + 1, (silent >> i & 1) != 0);
    }
  }

  private static boolean has(AtomicInteger bits, int channel) {
    return (bits.get() >> channel & 1) != 0;
  }
}

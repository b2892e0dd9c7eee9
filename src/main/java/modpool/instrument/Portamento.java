package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.patch.Zone;

/// From where and for how long a note glides. A patch may glide by itself; portamento goes before
/// that, and a key that was named for the next note (controller 84) before both.
@RenderThread
public final class Portamento {
  /// No key.
  static final int NONE = -1;

  private boolean on;
  private double ms;
  private int named = NONE;
  private int last = NONE;

  /// Switches it on or off.
  public void set(boolean on) {
    this.on = on;
  }

  /// How long a glide takes.
  public void setMs(double time) {
    ms = time;
  }

  /// The next note glides from this key, whether portamento is on or not; negative for none.
  public void startFrom(int key) {
    named = key;
  }

  /// The key named for the next note, or [#NONE].
  int named() {
    return named;
  }

  /// The key that the next note glides from, or [#NONE].
  int from() {
    return named == NONE ? last : named;
  }

  /// How long a note of this zone glides.
  double ms(Zone zone) {
    return named != NONE || on && ms > 0 ? ms : zone.sound().glideMs();
  }

  /// A key has been played.
  void played(int key) {
    last = key;
    named = NONE;
  }
}

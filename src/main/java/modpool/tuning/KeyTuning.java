package modpool.tuning;

import modpool.bridge.RenderThread;

/// The tuning that one channel plays in, as it is now.
@RenderThread
public final class KeyTuning {
  /// Equal temperament at 440 Hz.
  public static final KeyTuning EQUAL = new KeyTuning(null, 0);

  private final Tuner tuner; // null: nobody's
  private final int channel;

  KeyTuning(Tuner tuner, int channel) {
    this.tuner = tuner;
    this.channel = channel;
  }

  /// How many cents a key lies above its place in equal temperament; 0 for a key without a sound,
  /// since what sounds there already must stay somewhere.
  public double detuneCents(int key) {
    double cents = tuner == null ? 0 : tuner.detuneCents(channel, key);
    return Double.isNaN(cents) ? 0 : cents;
  }

  /// True when the key makes no sound.
  public boolean isSilent(int key) {
    return tuner != null && Double.isNaN(tuner.detuneCents(channel, key));
  }
}

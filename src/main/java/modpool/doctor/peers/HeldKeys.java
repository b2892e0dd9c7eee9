package modpool.doctor.peers;

/// Keys held down on as many channels as it takes, eight on each, within an octave and a half below
/// and above middle C.
public final class HeldKeys {
  /// Keys of a channel.
  public static final int PER_CHANNEL = 8;

  /// Most keys: nine channels come before the drums'.
  public static final int MOST = 9 * PER_CHANNEL;

  public static final int VELOCITY = 100;

  private static final int LOWEST = 45;
  private static final int STEP = 4;

  /// What is done with a key.
  public interface Press {
    /// @param channel from 0
    void key(int channel, int key);
  }

  private HeldKeys() {}

  /// Presses so many.
  public static void press(int keys, Press press) {
    for (int i = 0; i < keys; i++) {
      int channel = i / PER_CHANNEL;
      press.key(channel, LOWEST + STEP * (i % PER_CHANNEL) + channel % STEP);
    }
  }

  /// Channels that have keys.
  public static int channels(int keys) {
    return (keys + PER_CHANNEL - 1) / PER_CHANNEL;
  }
}

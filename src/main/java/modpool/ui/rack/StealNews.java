package modpool.ui.rack;

import modpool.bridge.StealReason;
import modpool.ui.look.KeyName;

/// What is said of a channel whose notes take each other's voices: for a while after the last.
final class StealNews {
  private static final long STAY_NANOS = 2_500_000_000L;

  private String text = "";
  private long until;

  /// A note took the voice of another.
  ///
  /// @param key whose note was cut
  /// @param reason why that one; null: not known
  void hear(int key, StealReason reason, long nanos) {
    text = KeyName.of(key) + " cut" + (reason == null ? "" : ": " + words(reason));
    until = nanos + STAY_NANOS;
  }

  private static String words(StealReason reason) {
    return switch (reason) {
      case RELEASED -> "ringing out";
      case PEDAL -> "on the pedal";
      case OLDEST -> "the oldest";
      case RECALLED -> "was borrowed";
      case SHARED_FOUR -> "only four";
      case VOICES_REDUCED -> "fewer voices";
    };
  }

  /// What to say now, or nothing.
  String text(long nanos) {
    return nanos - until < 0 ? text : "";
  }
}

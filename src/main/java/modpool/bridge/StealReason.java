package modpool.bridge;

import java.util.List;

/// Why a voice was taken from a note that still sounded.
public enum StealReason {
  /// All voices were busy, and of those whose keys were up it was the quietest.
  RELEASED("released"),
  /// All keys were down or held by a pedal, and of those that only a pedal held it was the oldest.
  PEDAL("pedal"),
  /// All keys were down, and it was the oldest.
  OLDEST("oldest"),
  /// It was borrowed, and its owner needed it.
  RECALLED("recalled"),
  /// An Amiga's four voices, which all channels share, were busy, and it was the best to go.
  SHARED_FOUR("sharedFour"),
  /// Its channel was given fewer voices.
  VOICES_REDUCED("voicesReduced");

  private static final List<StealReason> ALL = List.of(values());

  private final String word;

  StealReason(String word) {
    this.word = word;
  }

  /// As JSON has it.
  public String word() {
    return word;
  }

  /// All of them, without a new array each time.
  public static List<StealReason> all() {
    return ALL;
  }
}

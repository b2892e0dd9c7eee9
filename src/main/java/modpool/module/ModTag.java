package modpool.module;

import modpool.module.Module.Tracker;

/// What the four letters at offset 1080 of a MOD say.
///
/// The list is that of OpenMPT's `Load_mod.cpp`; FLT8 alone stores its eight tracks as two patterns
/// of four.
///
/// @param letters as in the file
/// @param channels tracks of a pattern
/// @param tracker who writes such files
/// @param paired an eight-track pattern is a pair of four-track ones
/// @param invertedFinetune finetune has another bit of precision and the other sign
record ModTag(
    String letters, int channels, Tracker tracker, boolean paired, boolean invertedFinetune) {

  /// Most tracks read: as many as FastTracker 2 has.
  static final int MAX_CHANNELS = 32;

  /// A file without a tag: 15 samples.
  static final ModTag NONE = new ModTag("", 4, Tracker.SOUNDTRACKER, false, false);

  /// True for a file of 15 samples, which has no tag.
  boolean isSoundtracker() {
    return letters.isEmpty();
  }

  /// Slots for samples in the head.
  int slots() {
    return isSoundtracker() ? 15 : 31;
  }

  /// The meaning of four letters, null when they are no tag.
  static ModTag of(String letters) {
    return switch (letters) {
      case "M.K.", "M!K!", "PATT", "NSMS", "LARD" -> tag(letters, 4, Tracker.PROTRACKER);
      case "N.T." -> tag(letters, 4, Tracker.NOISETRACKER);
      // "His Master's Noise", a music disk
      case "M&K!", "FEST" -> new ModTag(letters, 4, Tracker.NOISETRACKER, false, true);
      case "FLT4", "EXO4" -> tag(letters, 4, Tracker.STARTREKKER);
      case "FLT8", "EXO8" -> new ModTag(letters, 8, Tracker.STARTREKKER, true, false);
      case "OCTA", "OKTA", "CD81" -> tag(letters, 8, Tracker.MULTICHANNEL);
      case "CD61" -> tag(letters, 6, Tracker.MULTICHANNEL);
      default -> counted(letters);
    };
  }

  /// The tags with a number of tracks in them.
  private static ModTag counted(String letters) {
    if (letters.matches("[1-9]CHN")) {
      return tag(letters, letters.charAt(0) - '0', Tracker.MULTICHANNEL);
    }
    if (letters.matches("[1-9][0-9]C[HN]")) {
      return tag(letters, Integer.parseInt(letters.substring(0, 2)), Tracker.MULTICHANNEL);
    }
    if (letters.matches("TDZ[1-9]|FA0[4-8]")) { // TakeTracker, Digital Tracker
      return tag(letters, letters.charAt(3) - '0', Tracker.MULTICHANNEL);
    }
    return null;
  }

  /// An ordinary file with these letters.
  static ModTag tag(String letters, int channels, Tracker tracker) {
    return new ModTag(letters, channels, tracker, false, false);
  }
}

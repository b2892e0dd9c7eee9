package modpool.module;

import modpool.module.ModHeader.Slot;

/// Tells files without a known tag that are modules all the same from any other bytes.
///
/// Nothing in a file of 15 samples says that it is one, so its head has to be plausible in every
/// respect. The limits are those of OpenMPT's `Load_stk.cpp`, which has met thousands.
final class Untagged {
  private static final int MAX_CONTROL_CHARACTERS = 48;
  private static final int MAX_WORDS = 32_768;
  private static final int MAX_TEMPO = 220;
  private static final int MAX_PATTERN = 63;
  private static final int PATTERN = Pattern.MOD_ROWS * 4 * 4;

  private Untagged() {}

  /// True for a Soundtracker file.
  static boolean isSoundtracker(byte[] file) {
    int size = ModHeader.size(15);
    if (file.length < size + PATTERN) {
      return false;
    }
    ModHeader head = ModHeader.read(file, 15);
    return isSoundtracker(head, controlCharacters(file))
        && isPatternLike(file, size, 4, 15)
        && file.length >= size + (head.highestPattern(head.playedOrders(), 256) + 1) * PATTERN;
  }

  private static boolean isSoundtracker(ModHeader head, int controlCharacters) {
    int loudest = 0;
    int odd = controlCharacters;
    for (Slot slot : head.slots()) {
      if (slot.volume() > 64 || slot.length() > MAX_WORDS * 2) {
        return false;
      }
      loudest = Math.max(loudest, slot.volume());
      odd += slot.finetune() == 0 ? 0 : 16; // the volume's high byte
    }
    return odd <= MAX_CONTROL_CHARACTERS
        && loudest > 0
        && head.sampleBytes() > 0
        && head.songLength() >= 1
        && head.songLength() <= ModHeader.ORDERS
        && head.restart() <= MAX_TEMPO
        && head.highestPattern(ModHeader.ORDERS, 256) <= MAX_PATTERN;
  }

  private static int controlCharacters(byte[] file) {
    int count = 0;
    for (int i = 0; i < 20 + 15 * 30; i++) {
      boolean inName = i < 20 || (i - 20) % 30 < 22;
      if (inName && file[i] != 0 && file[i] < ' ') { // above 127 counts, being negative
        count++;
      }
    }
    return count;
  }

  /// True for a file of 31 samples and four tracks whose tag alone is wrong: all else is as it
  /// should be, to the byte.
  static boolean isProTracker(byte[] file) {
    int size = ModHeader.size(31);
    if (file.length < size + PATTERN) {
      return false;
    }
    ModHeader head = ModHeader.read(file, 31);
    int patterns = head.highestPattern(ModHeader.ORDERS, 256) + 1;
    return head.oddities() == 0
        && head.songLength() >= 1
        && head.songLength() <= ModHeader.ORDERS
        && head.sampleBytes() > 0
        && file.length == size + patterns * PATTERN + head.sampleBytes()
        && isPatternLike(file, size, 4, 31);
  }

  /// True when the bytes of a pattern could be one: nearly all cells have a sample number and a
  /// period that exist.
  static boolean isPatternLike(byte[] file, int at, int channels, int samples) {
    int cells = Pattern.MOD_ROWS * channels;
    int odd = 0;
    for (int i = 0; i < cells; i++) {
      int cell = at + i * 4;
      if (cell + 4 > file.length) {
        return false;
      }
      int sample = file[cell] & 0xF0 | (file[cell + 2] & 0xFF) >> 4;
      int period = (file[cell] & 0x0F) << 8 | file[cell + 1] & 0xFF;
      // From B-4 to C-0: what trackers with more octaves than the Amiga's three write.
      boolean possible = period == 0 || period >= 56 && period <= 1814;
      odd += sample > samples || !possible ? 1 : 0;
    }
    return odd <= cells / 16;
  }
}

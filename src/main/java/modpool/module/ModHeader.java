package modpool.module;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The head of a MOD: title, sample slots and order list, as the bytes say, not yet believed.
///
/// @param title cleaned
/// @param slots 15 or 31
/// @param songLength orders that are played, if the file is right
/// @param restart the byte after the song length: restart, tempo or nothing, by tracker
/// @param orders all 128
/// @param size bytes of the head, tag included
record ModHeader(
    String title, List<Slot> slots, int songLength, int restart, int[] orders, int size) {

  /// Length of the order list.
  static final int ORDERS = 128;

  /// Where the tag of a file of 31 samples stands.
  static final int TAG_AT = 1080;

  private static final int TITLE = 20;
  private static final int NAME = 22;
  private static final int SLOT = 30;

  /// A sample slot. Lengths are in bytes.
  ///
  /// @param name cleaned
  /// @param finetune the whole byte
  /// @param loopStart what the file says, in words
  record Slot(String name, int length, int finetune, int volume, int loopStart, int loopLength) {}

  /// @param slots 15 or 31
  static ModHeader read(byte[] file, int slots) {
    List<Slot> read = new ArrayList<>();
    for (int i = 0; i < slots; i++) {
      int at = TITLE + i * SLOT;
      int numbers = at + NAME;
      read.add(
          new Slot(
              text(file, at, NAME),
              word(file, numbers) * 2,
              file[numbers + 2] & 0xFF,
              file[numbers + 3] & 0xFF,
              word(file, numbers + 4),
              word(file, numbers + 6) * 2));
    }
    int at = TITLE + slots * SLOT;
    int[] orders = new int[ORDERS];
    for (int i = 0; i < ORDERS; i++) {
      orders[i] = file[at + 2 + i] & 0xFF;
    }
    return new ModHeader(
        text(file, 0, TITLE), read, file[at] & 0xFF, file[at + 1] & 0xFF, orders, size(slots));
  }

  /// Bytes of a head.
  static int size(int slots) {
    return TITLE + slots * SLOT + 2 + ORDERS + (slots == 31 ? 4 : 0);
  }

  /// Bytes of all samples.
  int sampleBytes() {
    return slots.stream().mapToInt(Slot::length).sum();
  }

  /// The highest pattern number below a limit among the first orders, 0 if there is none.
  int highestPattern(int firstOrders, int limit) {
    int highest = 0;
    for (int i = 0; i < firstOrders; i++) {
      if (orders[i] < limit) {
        highest = Math.max(highest, orders[i]);
      }
    }
    return highest;
  }

  /// How many orders are played. Lengths that cannot be end at the last order that is not 0.
  int playedOrders() {
    if (songLength >= 1 && songLength <= ORDERS) {
      return songLength;
    }
    int played = ORDERS;
    while (played > 1 && orders[played - 1] == 0) {
      played--;
    }
    return played;
  }

  /// Values that no tracker writes. OpenMPT (`Load_mod.cpp`) refuses a tagged file beyond 40.
  int oddities() {
    int odd = 0;
    for (Slot slot : slots) {
      odd += slot.volume > 64 ? 1 : 0;
      odd += slot.finetune > 15 ? 1 : 0;
      odd += slot.loopStart > slot.length ? 1 : 0;
    }
    return odd;
  }

  private static int word(byte[] file, int at) {
    return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
  }

  /// Text of the Amiga (ISO 8859-1); what cannot be shown becomes a space.
  static String text(byte[] file, int at, int length) {
    StringBuilder text = new StringBuilder();
    for (char c : new String(file, at, length, StandardCharsets.ISO_8859_1).toCharArray()) {
      text.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.toString().stripTrailing();
  }
}

package modpool.tuning;

import modpool.bridge.Event;
import modpool.bridge.EventList;
import modpool.bridge.RenderThread;

/// Turns the system exclusive messages of the MIDI Tuning Standard (MMA, "MIDI 1.0 Detailed
/// Specification", and its extensions CA-020 and CA-021) into events, a key or a pitch class each:
/// bulk dumps, single notes, and tunings that repeat each octave. Requests for a dump are not for
/// us: we have no output.
///
/// A dump's checksum is not looked at. Makers do not agree on which bytes it covers, some leave it
/// out, and a message that was cut is told by its length.
@RenderThread
public final class MtsReader {
  /// Bytes of the longest message, without F0 and F7: 127 single notes of a program with its bank.
  public static final int LONGEST = 7 + 4 * 127;

  /// Events that a message can mean: of twelve notes on each channel.
  public static final int MOST_EVENTS = 12 * Tuner.CHANNELS;

  private static final int NON_REAL_TIME = 0x7E;
  private static final int REAL_TIME = 0x7F;
  private static final int TUNING = 0x08;
  private static final int NAME = 16;
  private static final int NO_CHANGE = 0x1F_FFFF; // 7F 7F 7F
  private static final int OCTAVE = 12;
  private static final int CENTER_1_BYTE = 0x40;
  private static final int CENTER_2_BYTES = 0x2000;

  private MtsReader() {}

  /// Hands a message on as events. Whom it is addressed to is not looked at.
  ///
  /// @param data 0-127 each: what stands between F0 and F7
  /// @param size how many
  /// @param source who sent it, for the events
  /// @return false when it is no message of the Standard that tells us something, or is cut; then
  ///   nothing has been handed on
  public static boolean read(int[] data, int size, int source, EventList events) {
    boolean isUniversal = size > 5 && (data[0] == NON_REAL_TIME || data[0] == REAL_TIME);
    if (!isUniversal || data[2] != TUNING) {
      return false;
    }
    return switch (data[3]) {
      case 1 -> keys(data, size, 0, 4, source, events);
      case 4 -> keys(data, size, data[4], 5, source, events);
      case 2 -> notes(data, size, 0, 4, source, events);
      case 7 -> notes(data, size, data[4], 5, source, events);
      case 5 -> octaveDump(data, size, 1, source, events);
      case 6 -> octaveDump(data, size, 2, source, events);
      case 8 -> octave(data, size, 1, source, events);
      case 9 -> octave(data, size, 2, source, events);
      default -> false;
    };
  }

  /// A dump of all keys, three bytes each.
  ///
  /// @param at where its program stands
  private static boolean keys(
      int[] data, int size, int bank, int at, int source, EventList events) {
    int first = at + 1 + NAME;
    if (size < first + 3 * Tuning.KEYS) {
      return false;
    }
    for (int key = 0; key < Tuning.KEYS; key++) {
      key(data, first + 3 * key, bank, data[at], key, source, events);
    }
    return true;
  }

  /// Some keys: each is named before its three bytes.
  private static boolean notes(
      int[] data, int size, int bank, int at, int source, EventList events) {
    int first = at + 2;
    if (size < first || size < first + 4 * data[at + 1]) {
      return false;
    }
    for (int i = first; i < first + 4 * data[at + 1]; i += 4) {
      key(data, i + 1, bank, data[at], data[i], source, events);
    }
    return true;
  }

  private static void key(
      int[] data, int at, int bank, int program, int key, int source, EventList events) {
    int pitch = data[at] << 14 | data[at + 1] << 7 | data[at + 2];
    if (pitch != NO_CHANGE) {
      int value = Tuner.keyValue(data[0] == REAL_TIME, bank, pitch - (key << 14));
      events.add(Event.of(Event.TUNE_KEY, source, program, key, value));
    }
  }

  /// A dump of a program that is the same in each octave.
  private static boolean octaveDump(int[] data, int size, int width, int source, EventList events) {
    int first = 6 + NAME;
    if (size < first + width * OCTAVE) {
      return false;
    }
    for (int key = 0; key < Tuning.KEYS; key++) {
      int detune = detune(data, first + width * (key % OCTAVE), width);
      int value = Tuner.keyValue(false, data[4], detune);
      events.add(Event.of(Event.TUNE_KEY, source, data[5], key, value));
    }
    return true;
  }

  /// The same in each octave, for some channels, on top of their programs.
  private static boolean octave(int[] data, int size, int width, int source, EventList events) {
    int first = 7;
    if (size < first + width * OCTAVE) {
      return false;
    }
    int channels = (data[4] & 3) << 14 | data[5] << 7 | data[6];
    for (int channel = 0; channel < Tuner.CHANNELS; channel++) {
      for (int note = 0; note < OCTAVE && (channels >> channel & 1) != 0; note++) {
        int detune = detune(data, first + width * note, width);
        int value = Tuner.octaveValue(data[0] == REAL_TIME, detune);
        events.add(Event.of(Event.TUNE_OCTAVE, source, channel, note, value));
      }
    }
    return true;
  }

  /// One byte is cents, -64..63; two are a 14-bit part of -100..100 cents.
  private static int detune(int[] data, int at, int width) {
    return width == 1
        ? Math.floorDiv((data[at] - CENTER_1_BYTE) * Tuner.SEMITONE + 50, 100)
        : ((data[at] << 7 | data[at + 1]) - CENTER_2_BYTES) * 2;
  }
}

package modpool.tuning;

import modpool.bridge.Event;
import modpool.bridge.EventQueue;
import modpool.bridge.RenderThread;

/// Turns the system exclusive messages of the MIDI Tuning Standard (MMA, "MIDI 1.0 Detailed
/// Specification", and its extensions CA-020 and CA-021) into events, a key or a pitch class each:
/// bulk dumps, single notes, and tunings that repeat each octave. Requests for a dump are not for
/// us: we have no output.
///
/// A dump's checksum is not looked at. Makers do not agree on which bytes it covers, some leave it
/// out, and a message that was cut is told by its length.
///
/// Allocates nothing, so that an output's own port may read on the render thread.
public final class MtsReader {
  private static final int REAL_TIME = 0x7F;
  private static final int TUNING = 0x08;
  private static final int NAME = 16;
  private static final int NO_CHANGE = 0x1F_FFFF; // 7F 7F 7F
  private static final int OCTAVE = 12;
  private static final int CENTER_1_BYTE = 0x40;
  private static final int CENTER_2_BYTES = 0x2000;

  private MtsReader() {}

  /// Hands a message on as events.
  ///
  /// @param message F0 ... F7
  /// @param length how many bytes of it are the message
  /// @param frame given to each event, like `source`
  /// @return false when it is no message of the Standard that tells us something, or is damaged;
  ///   then nothing has been handed on
  @RenderThread
  public static boolean read(
      byte[] message, int length, long frame, int source, EventQueue.Handler handler) {
    if (length < 7
        || (message[1] | 1) != 0x7F
        || message[3] != TUNING
        || !isData(message, length)) {
      return false;
    }
    return switch (message[4]) {
      case 1 -> keys(message, length, 0, 5, frame, source, handler);
      case 4 -> keys(message, length, message[5], 6, frame, source, handler);
      case 2 -> notes(message, length, 0, 5, frame, source, handler);
      case 7 -> notes(message, length, message[5], 6, frame, source, handler);
      case 5 -> octaveDump(message, length, 1, frame, source, handler);
      case 6 -> octaveDump(message, length, 2, frame, source, handler);
      case 8 -> octave(message, length, 1, frame, source, handler);
      case 9 -> octave(message, length, 2, frame, source, handler);
      default -> false;
    };
  }

  private static boolean isData(byte[] message, int length) {
    for (int i = 1; i < length - 1; i++) {
      if (message[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /// A dump of all keys, three bytes each.
  ///
  /// @param at where its program stands
  private static boolean keys(
      byte[] message,
      int length,
      int bank,
      int at,
      long frame,
      int source,
      EventQueue.Handler handler) {
    int data = at + 1 + NAME;
    if (length < data + 3 * Tuning.KEYS + 1) {
      return false;
    }
    for (int key = 0; key < Tuning.KEYS; key++) {
      key(message, data + 3 * key, bank, message[at], key, frame, source, handler);
    }
    return true;
  }

  /// Some keys: each is named before its three bytes.
  private static boolean notes(
      byte[] message,
      int length,
      int bank,
      int at,
      long frame,
      int source,
      EventQueue.Handler handler) {
    int data = at + 2;
    if (length <= data) {
      return false;
    }
    int count = message[at + 1];
    if (length < data + 4 * count + 1) {
      return false;
    }
    for (int i = data; i < data + 4 * count; i += 4) {
      key(message, i + 1, bank, message[at], message[i], frame, source, handler);
    }
    return true;
  }

  private static void key(
      byte[] message,
      int at,
      int bank,
      int program,
      int key,
      long frame,
      int source,
      EventQueue.Handler handler) {
    int pitch = message[at] << 14 | message[at + 1] << 7 | message[at + 2];
    if (pitch != NO_CHANGE) {
      int value = Tuner.keyValue(isRealTime(message), bank, pitch - (key << 14));
      handler.onEvent(frame, Event.of(Event.TUNE_KEY, source, program, key, value));
    }
  }

  /// A dump of a program that is the same in each octave.
  private static boolean octaveDump(
      byte[] message, int length, int width, long frame, int source, EventQueue.Handler handler) {
    int data = 7 + NAME;
    if (length < data + width * OCTAVE + 1) {
      return false;
    }
    for (int key = 0; key < Tuning.KEYS; key++) {
      int detune = detune(message, data + width * (key % OCTAVE), width);
      int value = Tuner.keyValue(false, message[5], detune);
      handler.onEvent(frame, Event.of(Event.TUNE_KEY, source, message[6], key, value));
    }
    return true;
  }

  /// The same in each octave, for some channels, on top of their programs.
  private static boolean octave(
      byte[] message, int length, int width, long frame, int source, EventQueue.Handler handler) {
    int data = 8;
    if (length < data + width * OCTAVE + 1) {
      return false;
    }
    int channels = (message[5] & 3) << 14 | message[6] << 7 | message[7];
    for (int channel = 0; channel < Tuner.CHANNELS; channel++) {
      for (int note = 0; note < OCTAVE && (channels >> channel & 1) != 0; note++) {
        int detune = detune(message, data + width * note, width);
        int value = Tuner.octaveValue(isRealTime(message), detune);
        handler.onEvent(frame, Event.of(Event.TUNE_OCTAVE, source, channel, note, value));
      }
    }
    return true;
  }

  /// One byte is cents, -64..63; two are a 14-bit part of -100..100 cents.
  private static int detune(byte[] message, int at, int width) {
    return width == 1
        ? Math.floorDiv((message[at] - CENTER_1_BYTE) * Tuner.SEMITONE + 50, 100)
        : ((message[at] << 7 | message[at + 1]) - CENTER_2_BYTES) * 2;
  }

  private static boolean isRealTime(byte[] message) {
    return message[1] == REAL_TIME;
  }
}

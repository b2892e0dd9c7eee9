package modpool.midi;

import modpool.bridge.Event;

/// Turns a short MIDI message into an event. A note-on of velocity 0 is a note-off.
final class MidiDecoder {
  /// What is no event: most system messages, and bytes that are no message.
  static final long NONE = 0;

  private MidiDecoder() {}

  /// @param status 0x80-0xFF
  static long event(int source, int status, int first, int second) {
    if ((first | second) > 0x7F) {
      return NONE; // no data bytes: a message that was cut short
    }
    int channel = status & 0x0F;
    return switch (status & 0xF0) {
      case 0x80 -> Event.of(Event.NOTE_OFF, source, channel, first, second);
      case 0x90 ->
          second == 0
              ? Event.of(Event.NOTE_OFF, source, channel, first, 64)
              : Event.of(Event.NOTE_ON, source, channel, first, second);
      case 0xA0 -> Event.of(Event.KEY_PRESSURE, source, channel, first, second);
      case 0xB0 -> Event.of(Event.CONTROL, source, channel, first, second);
      case 0xC0 -> Event.of(Event.PROGRAM, source, channel, 0, first);
      case 0xD0 -> Event.of(Event.CHANNEL_PRESSURE, source, channel, 0, first);
      case 0xE0 -> Event.of(Event.BEND, source, channel, 0, second << 7 | first);
      case 0xF0 -> systemEvent(source, status, second << 7 | first);
      default -> NONE;
    };
  }

  private static long systemEvent(int source, int status, int position) {
    return switch (status) {
      case 0xF2 -> Event.of(Event.CLOCK_POSITION, source, 0, 0, position);
      case 0xF8 -> Event.of(Event.CLOCK, source, 0, 0, 0);
      case 0xFA -> Event.of(Event.CLOCK_START, source, 0, 0, 0);
      case 0xFB -> Event.of(Event.CLOCK_CONTINUE, source, 0, 0, 0);
      case 0xFC -> Event.of(Event.CLOCK_STOP, source, 0, 0, 0);
      case 0xFE -> Event.of(Event.ACTIVE_SENSING, source, 0, 0, 0);
      case 0xFF -> Event.of(Event.RESET, source, 0, 0, Event.RESET_POWER_UP);
      default -> NONE;
    };
  }
}

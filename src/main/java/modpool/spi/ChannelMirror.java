package modpool.spi;

import java.util.concurrent.atomic.AtomicIntegerArray;
import javax.sound.midi.ShortMessage;

/// What was last sent to one channel, for programs that ask. It follows what is sent, whoever sends
/// it, and is ahead of what is heard by the latency.
final class ChannelMirror {
  private static final int NUMBERS = 128;
  private static final int CENTER = 8192;
  private static final int EXPRESSION = 11;
  private static final int[] RESET = {1, 64, 65, 66, 67}; // by MMA RP-015

  // beyond the controllers
  private static final int PROGRAM = NUMBERS;
  private static final int BEND = NUMBERS + 1;
  private static final int PRESSURE = NUMBERS + 2;
  private static final int MONO = NUMBERS + 3;
  private static final int OMNI = NUMBERS + 4;
  private static final int SIZE = NUMBERS + 5;

  private final AtomicIntegerArray values = new AtomicIntegerArray(SIZE);
  private final AtomicIntegerArray keyPressures = new AtomicIntegerArray(NUMBERS);

  ChannelMirror() {
    values.set(7, 100);
    values.set(8, 64);
    values.set(10, 64);
    reset();
  }

  private void reset() {
    for (int controller : RESET) {
      values.set(controller, 0);
    }
    values.set(EXPRESSION, 127);
    values.set(BEND, CENTER);
    values.set(PRESSURE, 0);
    for (int key = 0; key < NUMBERS; key++) {
      keyPressures.set(key, 0);
    }
  }

  void see(ShortMessage message) {
    switch (message.getCommand()) {
      case ShortMessage.CONTROL_CHANGE -> control(message.getData1(), message.getData2());
      case ShortMessage.PROGRAM_CHANGE -> values.set(PROGRAM, message.getData1());
      case ShortMessage.PITCH_BEND ->
          values.set(BEND, message.getData2() << 7 | message.getData1());
      case ShortMessage.CHANNEL_PRESSURE -> values.set(PRESSURE, message.getData1());
      case ShortMessage.POLY_PRESSURE -> keyPressures.set(message.getData1(), message.getData2());
      default -> {}
    }
  }

  private void control(int controller, int value) {
    values.set(controller, value);
    switch (controller) {
      case 121 -> reset();
      case 124 -> values.set(OMNI, 0);
      case 125 -> values.set(OMNI, 1);
      case 126 -> values.set(MONO, 1);
      case 127 -> values.set(MONO, 0);
      default -> {}
    }
  }

  int controller(int number) {
    return values.get(number & 0x7F);
  }

  /// 14 bits.
  int bank() {
    return values.get(0) << 7 | values.get(32);
  }

  int program() {
    return values.get(PROGRAM);
  }

  int bend() {
    return values.get(BEND);
  }

  int pressure() {
    return values.get(PRESSURE);
  }

  int keyPressure(int key) {
    return keyPressures.get(key & 0x7F);
  }

  boolean isMono() {
    return values.get(MONO) != 0;
  }

  boolean isOmni() {
    return values.get(OMNI) != 0;
  }
}

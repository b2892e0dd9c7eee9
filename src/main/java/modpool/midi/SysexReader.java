package modpool.midi;

import java.util.function.LongConsumer;
import modpool.bridge.Event;
import modpool.tuning.MtsReader;

/// Understands system exclusive messages, on any thread but render's: those that set numbers become
/// events. What is not ours, addressed to another device or damaged is passed over.
///
/// Universal: General MIDI on and off, General MIDI 2, master volume, balance and tuning, the MIDI
/// Tuning Standard. Roland GS and Yamaha XG: their resets, master settings, and which parts are
/// drums.
public final class SysexReader {
  /// Longest message that is looked at, in bytes.
  public static final int MAX_BYTES = 1 << 20;

  /// In place of a device's number: listens whoever is addressed.
  public static final int ANY_DEVICE = -1;

  private static final int BEGIN = 0xF0;
  private static final int END = 0xF7;
  private static final int FIRST_REAL_TIME = 0xF8;
  private static final int ALL_CALL = 0x7F;
  private static final int NON_REAL_TIME = 0x7E;
  private static final int REAL_TIME = 0x7F;
  private static final int ROLAND = 0x41;
  private static final int YAMAHA = 0x43;

  private final int deviceId;

  /// @param deviceId 0-126, or [#ANY_DEVICE]
  public SysexReader(int deviceId) {
    this.deviceId = deviceId;
  }

  /// Reads one whole message, F0 to F7. Real-time messages among its bytes are left out.
  ///
  /// @param source who sent it, for the events
  /// @return false when it is no whole message; one that says nothing to us is one nevertheless
  public boolean read(byte[] message, int source, LongConsumer events) {
    int[] data = data(message);
    if (data == null) {
      return false;
    }
    if (data.length >= 4) {
      if (isForUs(data[1]) && MtsReader.read(data, source, events)) {
        return true;
      }
      switch (data[0]) {
        case NON_REAL_TIME -> nonRealTime(data, source, events);
        case REAL_TIME -> realTime(data, source, events);
        case ROLAND -> roland(data, source, events);
        case YAMAHA -> yamaha(data, source, events);
        default -> {}
      }
    }
    return true;
  }

  /// What stands between F0 and F7; null when that is no message.
  private static int[] data(byte[] message) {
    if (message.length < 2 || message.length > MAX_BYTES || (message[0] & 0xFF) != BEGIN) {
      return null;
    }
    int[] data = new int[Math.min(message.length, MtsReader.LONGEST)]; // no other is as long
    int size = 0;
    for (int i = 1; i < message.length; i++) {
      int b = message[i] & 0xFF;
      if (b == END) {
        return java.util.Arrays.copyOf(data, Math.min(size, data.length));
      }
      if (b >= 0x80 && b < FIRST_REAL_TIME) {
        return null;
      }
      if (b < 0x80 && size++ < data.length) {
        data[size - 1] = b;
      }
    }
    return null;
  }

  private boolean isForUs(int device) {
    return deviceId == ANY_DEVICE || device == ALL_CALL || device == deviceId;
  }

  private void nonRealTime(int[] data, int source, LongConsumer events) {
    if (data[2] != 0x09 || !isForUs(data[1])) {
      return;
    }
    switch (data[3]) {
      case 1 -> reset(Event.RESET_GM, source, events);
      case 2 -> reset(Event.RESET_POWER_UP, source, events);
      case 3 -> reset(Event.RESET_GM2, source, events);
      default -> {}
    }
  }

  private static void reset(int standard, int source, LongConsumer events) {
    events.accept(Event.of(Event.RESET, source, 0, 0, standard));
  }

  private void realTime(int[] data, int source, LongConsumer events) {
    if (data[2] != 0x04 || data.length < 6 || !isForUs(data[1])) {
      return;
    }
    int value = data[5] << 7 | data[4];
    switch (data[3]) {
      case 1 -> master(Event.MASTER_VOLUME, value, source, events);
      case 2 -> master(Event.MASTER_BALANCE, value, source, events);
      case 3 -> master(Event.MASTER_FINE, value, source, events);
      case 4 -> master(Event.MASTER_COARSE, data[5], source, events);
      default -> {}
    }
  }

  private static void master(int which, int value, int source, LongConsumer events) {
    events.accept(Event.of(Event.MASTER, source, 0, which, value));
  }

  /// F0 41 device 42 12, an address of three bytes, data, checksum F7.
  private void roland(int[] data, int source, LongConsumer events) {
    if (data.length < 9 || data[2] != 0x42 || data[3] != 0x12 || !isForUs(data[1])) {
      return;
    }
    int sum = 0;
    for (int i = 4; i < data.length; i++) {
      sum += data[i];
    }
    if ((sum & 0x7F) != 0) {
      return;
    }
    int address = data[4] << 16 | data[5] << 8 | data[6];
    if (address == 0x40007F || address == 0x00007F) {
      reset(Event.RESET_GS, source, events);
    } else if ((address & 0xFFF0FF) == 0x401015) {
      int block = data[5] & 0x0F; // 0 is channel 10, the others close ranks
      int channel = block == 0 ? 9 : block < 10 ? block - 1 : block;
      events.accept(Event.of(Event.DRUM_PART, source, channel, 0, data[7] == 0 ? 0 : 1));
    } else if ((address & 0xFFFF00) == 0x400000) {
      maker(address & 0xFF, 0x04, 0x05, data, 7, source, events);
      if (address == 0x400006) {
        master(Event.MASTER_BALANCE, data[7] << 7, source, events);
      }
    }
  }

  /// F0 43 1n 4C, an address of three bytes, data F7.
  private void yamaha(int[] data, int source, LongConsumer events) {
    boolean addressed = deviceId == ANY_DEVICE || (data[1] & 0x0F) == (deviceId & 0x0F);
    if (data.length < 7 || (data[1] & 0xF0) != 0x10 || data[2] != 0x4C || !addressed) {
      return;
    }
    int address = data[3] << 16 | data[4] << 8 | data[5];
    if (address == 0x00007E || address == 0x00007F) {
      reset(Event.RESET_XG, source, events);
    } else if ((address & 0xFFF0FF) == 0x080007) {
      events.accept(Event.of(Event.DRUM_PART, source, data[4], 0, data[6] == 0 ? 0 : 1));
    } else if ((address & 0xFFFF00) == 0) {
      maker(address & 0xFF, 0x04, 0x06, data, 6, source, events);
    }
  }

  /// The master settings that both makers have in the same form: tuning in tenths of a cent by four
  /// nibbles around 0400, volume, and transposition around 40.
  private static void maker(
      int address, int volume, int shift, int[] data, int at, int source, LongConsumer events) {
    if (address == 0 && data.length >= at + 4) {
      int tenths = data[at] << 12 | data[at + 1] << 8 | data[at + 2] << 4 | data[at + 3];
      int fine = 8192 + (int) Math.round((tenths - 0x400) * 8192 / 1000.0);
      master(Event.MASTER_FINE, Math.max(0, Math.min(16_383, fine)), source, events);
    } else if (address == volume) {
      master(Event.MASTER_VOLUME, data[at] << 7 | data[at], source, events);
    } else if (address == shift) {
      master(Event.MASTER_COARSE, data[at], source, events);
    }
  }
}

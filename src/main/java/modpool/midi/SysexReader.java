package modpool.midi;

import modpool.bridge.Event;
import modpool.bridge.EventList;
import modpool.bridge.RenderThread;
import modpool.tuning.MtsReader;

/// Understands system exclusive messages: those that set numbers become events. What is not ours,
/// addressed to another device or damaged is passed over. For one thread, the render thread's too.
///
/// Universal: General MIDI on and off, General MIDI 2, master volume, balance and tuning, the MIDI
/// Tuning Standard. Roland GS and Yamaha XG: their resets, master settings, and which parts are
/// drums.
@RenderThread
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
  private final int[] data = new int[MtsReader.LONGEST]; // no message of ours is longer
  private final EventList events = new EventList(MtsReader.MOST_EVENTS);
  private int size;
  private int source;

  /// @param deviceId 0-126, or [#ANY_DEVICE]
  public SysexReader(int deviceId) {
    this.deviceId = deviceId;
  }

  /// Reads one whole message, F0 to F7. Real-time messages among its bytes are left out.
  ///
  /// @param from where it begins among the bytes
  /// @param length in bytes
  /// @param sender its number, for the events
  /// @return what it means to us, until the next is read; nothing when it is no whole message
  public EventList read(byte[] bytes, int from, int length, int sender) {
    events.clear();
    source = sender;
    if (!take(bytes, from, length) || size < 4) {
      return events;
    }
    if (!isForUs(data[1]) || !MtsReader.read(data, size, source, events)) {
      switch (data[0]) {
        case NON_REAL_TIME -> nonRealTime();
        case REAL_TIME -> realTime();
        case ROLAND -> roland();
        case YAMAHA -> yamaha();
        default -> {}
      }
    }
    return events;
  }

  /// Takes what stands between F0 and F7.
  ///
  /// @return false when that is no message, or none that can be ours
  private boolean take(byte[] bytes, int from, int length) {
    size = 0;
    if (length < 2 || length > MAX_BYTES || (bytes[from] & 0xFF) != BEGIN) {
      return false;
    }
    for (int i = from + 1; i < from + length; i++) {
      int b = bytes[i] & 0xFF;
      if (b == END) {
        return true;
      }
      if (b >= 0x80 && b < FIRST_REAL_TIME) {
        return false;
      }
      if (b < 0x80 && size < data.length) {
        data[size++] = b;
      }
    }
    return false;
  }

  private boolean isForUs(int device) {
    return deviceId == ANY_DEVICE || device == ALL_CALL || device == deviceId;
  }

  private void nonRealTime() {
    if (data[2] != 0x09 || !isForUs(data[1])) {
      return;
    }
    switch (data[3]) {
      case 1 -> reset(Event.RESET_GM);
      case 2 -> reset(Event.RESET_POWER_UP);
      case 3 -> reset(Event.RESET_GM2);
      default -> {}
    }
  }

  private void reset(int standard) {
    events.add(Event.of(Event.RESET, source, 0, 0, standard));
  }

  private void realTime() {
    if (data[2] != 0x04 || size < 6 || !isForUs(data[1])) {
      return;
    }
    int value = data[5] << 7 | data[4];
    switch (data[3]) {
      case 1 -> master(Event.MASTER_VOLUME, value);
      case 2 -> master(Event.MASTER_BALANCE, value);
      case 3 -> master(Event.MASTER_FINE, value);
      case 4 -> master(Event.MASTER_COARSE, data[5]);
      default -> {}
    }
  }

  private void master(int which, int value) {
    events.add(Event.of(Event.MASTER, source, 0, which, value));
  }

  /// F0 41 device 42 12, an address of three bytes, data, checksum F7.
  private void roland() {
    if (size < 9 || data[2] != 0x42 || data[3] != 0x12 || !isForUs(data[1])) {
      return;
    }
    int sum = 0;
    for (int i = 4; i < size; i++) {
      sum += data[i];
    }
    if ((sum & 0x7F) != 0) {
      return;
    }
    int address = data[4] << 16 | data[5] << 8 | data[6];
    if (address == 0x40007F || address == 0x00007F) {
      reset(Event.RESET_GS);
    } else if ((address & 0xFFF0FF) == 0x401015) {
      int block = data[5] & 0x0F; // 0 is channel 10, the others close ranks
      int channel = block == 0 ? 9 : block < 10 ? block - 1 : block;
      events.add(Event.of(Event.DRUM_PART, source, channel, 0, data[7] == 0 ? 0 : 1));
    } else if ((address & 0xFFFF00) == 0x400000) {
      maker(address & 0xFF, 0x04, 0x05, 7);
      if (address == 0x400006) {
        master(Event.MASTER_BALANCE, data[7] << 7);
      }
    }
  }

  /// F0 43 1n 4C, an address of three bytes, data F7.
  private void yamaha() {
    boolean addressed = deviceId == ANY_DEVICE || (data[1] & 0x0F) == (deviceId & 0x0F);
    if (size < 7 || (data[1] & 0xF0) != 0x10 || data[2] != 0x4C || !addressed) {
      return;
    }
    int address = data[3] << 16 | data[4] << 8 | data[5];
    if (address == 0x00007E || address == 0x00007F) {
      reset(Event.RESET_XG);
    } else if ((address & 0xFFF0FF) == 0x080007) {
      events.add(Event.of(Event.DRUM_PART, source, data[4], 0, data[6] == 0 ? 0 : 1));
    } else if ((address & 0xFFFF00) == 0) {
      maker(address & 0xFF, 0x04, 0x06, 6);
    }
  }

  /// The master settings that both makers have in the same form: tuning in tenths of a cent by four
  /// nibbles around 0400, volume, and transposition around 40.
  private void maker(int address, int volume, int shift, int at) {
    if (address == 0 && size >= at + 4) {
      int tenths = data[at] << 12 | data[at + 1] << 8 | data[at + 2] << 4 | data[at + 3];
      int fine = 8192 + (int) Math.round((tenths - 0x400) * 8192 / 1000.0);
      master(Event.MASTER_FINE, Math.max(0, Math.min(16_383, fine)));
    } else if (address == volume) {
      master(Event.MASTER_VOLUME, data[at] << 7 | data[at]);
    } else if (address == shift) {
      master(Event.MASTER_COARSE, data[at]);
    }
  }
}

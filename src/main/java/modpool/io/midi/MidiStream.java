package modpool.io.midi;

import java.util.Arrays;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.bridge.MidiLength;

/// Makes messages of the bytes of one sender, as MIDI 1.0 has them on a cable: running status,
/// real-time messages anywhere, system exclusive in pieces. What is no message is passed over.
///
/// For one thread at a time.
public final class MidiStream {
  /// Of a system exclusive message; a longer one is passed over.
  static final int MAX_SYSEX_BYTES = 1 << 16;

  private static final int FIRST_SYSEX_BYTES = 256;
  private static final int SYSEX = 0xF0;
  private static final int END_OF_SYSEX = 0xF7;
  private static final int FIRST_REAL_TIME = 0xF8;
  private static final long NO_TIME = -1;

  private final Receiver receiver;
  private byte[] sysex = new byte[0];
  private int sysexBytes; // 0 outside one
  private int status; // 0 while none stands
  private int first = -1; // the first data byte, -1 while none has come

  /// @param receiver takes the messages, without times
  public MidiStream(Receiver receiver) {
    this.receiver = receiver;
  }

  /// The next byte.
  public void accept(byte value) {
    int unsigned = value & 0xFF;
    if (unsigned >= FIRST_REAL_TIME) {
      realTime(unsigned);
    } else if (unsigned < 0x80) {
      data(value);
    } else if (unsigned == END_OF_SYSEX) {
      endSysex();
    } else {
      status(unsigned);
    }
  }

  private void realTime(int value) {
    if (value != 0xF9 && value != 0xFD) { // undefined
      send(value, 0, 0);
    }
  }

  private void data(byte value) {
    if (sysexBytes > 0) {
      addToSysex(value);
    } else if (status != 0) {
      if (first < 0 && MidiLength.of(status) == 3) {
        first = value;
        return;
      }
      int one = first < 0 ? value : first;
      int two = first < 0 ? 0 : value;
      first = -1;
      int complete = status;
      status = complete < SYSEX ? complete : 0; // only a channel's status runs on
      send(complete, one, two);
    }
  }

  private void status(int value) {
    sysexBytes = 0; // one that was not ended is none
    first = -1;
    status = MidiLength.of(value) > 1 ? value : 0;
    if (value == SYSEX) {
      if (sysex.length == 0) {
        sysex = new byte[FIRST_SYSEX_BYTES];
      }
      addToSysex((byte) SYSEX);
    } else if (value == ShortMessage.TUNE_REQUEST) {
      send(value, 0, 0);
    }
  }

  private void addToSysex(byte value) {
    if (sysexBytes == MAX_SYSEX_BYTES) {
      sysexBytes = 0; // its remaining bytes belong to nothing
      return;
    }
    if (sysexBytes == sysex.length) {
      sysex = Arrays.copyOf(sysex, 2 * sysex.length);
    }
    sysex[sysexBytes++] = value;
  }

  private void endSysex() {
    if (sysexBytes > 0) {
      addToSysex((byte) END_OF_SYSEX);
    }
    if (sysexBytes > 0) {
      try {
        receiver.send(new SysexMessage(sysex, sysexBytes), NO_TIME);
      } catch (InvalidMidiDataException e) {
        throw new IllegalStateException(e); // it begins with F0
      }
    }
    sysexBytes = 0;
    sysex = new byte[0];
    status = 0;
    first = -1;
  }

  private void send(int command, int one, int two) {
    MidiMessage message;
    try {
      message = new ShortMessage(command, one, two);
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException(e); // its parts have been looked at
    }
    receiver.send(message, NO_TIME);
  }
}

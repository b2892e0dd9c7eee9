package modpool.doctor;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.control.BankSet;
import modpool.control.Control;
import modpool.control.Setup;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.Sharing;
import modpool.midi.channel.BankSelect;
import modpool.tuning.Tuning;

/// Instruments that hold notes of the factory bank: organs, strings, choirs, winds, leads and pads,
/// which sound for as long as they are asked to.
final class HeldNotes {
  /// Notes that an instrument can hold here: all its channels but the drums'.
  static final int MOST = 15 * 16;

  private static final List<Integer> PROGRAMS =
      List.of(16, 19, 21, 48, 52, 53, 60, 68, 71, 73, 79, 80, 81, 88, 89);
  private static final int DRUMS = 9; // channel from 0
  private static final int VOICES = 16; // of a channel
  private static final int ALL_CHANNELS = 0xFFFF;
  private static final int VELOCITY = 90;
  private static final int LOWEST_KEY = 40;

  private final BankSet banks;

  HeldNotes() throws IOException {
    banks = BankSet.open(List.of(), null);
  }

  /// An instrument with as many voices as there can be.
  Control open(int rate, int blockFrames, Interpolation interpolation, double gainDb) {
    Map<Integer, Integer> voices = new HashMap<>();
    for (int channel = 0; channel < 16; channel++) {
      voices.put(channel, VOICES);
    }
    return new Control(
        new Setup(
            rate,
            blockFrames,
            interpolation,
            Machine.CLEAN,
            InstrumentFactory.Kind.POOLED,
            gainDb,
            100,
            true,
            0,
            0,
            Tuning.EQUAL,
            null,
            null,
            0,
            BankSelect.ANY,
            0,
            ALL_CHANNELS,
            0,
            Sharing.Kind.NONE,
            voices,
            Map.of(),
            Map.of()),
        banks);
  }

  /// Presses keys, evenly spread over the channels.
  static void press(Receiver receiver, int notes) {
    for (int note = 0; note < notes; note++) {
      int place = note % PROGRAMS.size();
      int channel = place < DRUMS ? place : place + 1;
      int row = note / PROGRAMS.size();
      if (row == 0) {
        send(receiver, ShortMessage.PROGRAM_CHANGE, channel, PROGRAMS.get(place), 0);
      }
      int key = LOWEST_KEY + place % 5 + 3 * row;
      send(receiver, ShortMessage.NOTE_ON, channel, key, VELOCITY);
    }
  }

  static void send(Receiver receiver, int command, int channel, int data1, int data2) {
    try {
      receiver.send(new ShortMessage(command, channel, data1, data2), -1);
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException(e);
    }
  }
}

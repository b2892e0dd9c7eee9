package modpool.midi;

import java.util.Arrays;
import modpool.bridge.Event;
import modpool.bridge.RenderThread;
import modpool.instrument.Instrument;
import modpool.patch.MacroRoute;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;

/// One MIDI channel: its controllers, its program, and the instrument that plays them. The state is
/// the channel's, so it outlives any change of instrument.
@RenderThread
final class ChannelState {
  private static final int CENTER = 64;
  private static final int BEND_CENTER = 8192;
  private static final int RPN_NULL = 0x3FFF;
  private static final int RPN_BEND_RANGE = 0;
  private static final int DEFAULT_BEND_CENTS = 200;

  private final boolean drums;
  private final long[] pedals = new long[Event.SOURCES / Long.SIZE]; // a bit per source

  private Instrument instrument;
  private ProgramTable programs;
  private int bankMsb;
  private int bankLsb;
  private int program;
  private int playedBank; // what bank select was when the program was chosen
  private int volume = 100; // General MIDI's power-up value
  private int expression = 127;
  private int pan = CENTER;
  private int modulation;
  private int pressure;
  private int bend = BEND_CENTER;
  private int bendRangeCents = DEFAULT_BEND_CENTS;
  private int rpn = RPN_NULL;
  private final int[] macros = new int[MacroRoute.MACROS];
  private double tuneCents;

  ChannelState(boolean drums) {
    this.drums = drums;
  }

  /// Gives the channel another instrument or other banks; what was set stays set.
  void attach(Instrument next, ProgramTable table) {
    boolean sameInstrument = next == instrument;
    if (sameInstrument && table == programs) {
      return;
    }
    instrument = next;
    programs = table;
    if (instrument == null) {
      return;
    }
    instrument.setPatch(patch());
    if (!sameInstrument) {
      applyLevel();
      applyPan();
      applyPitch();
      applyVibrato();
      for (int macro = 0; macro < macros.length; macro++) {
        instrument.controls().setMacro(macro, macros[macro] / 127f);
      }
      instrument.setPedal(isPedalDown());
    }
  }

  void setTuneCents(double cents) {
    if (cents != tuneCents) { // else a rack that only moves voices would touch their pitch
      tuneCents = cents;
      applyPitch();
    }
  }

  /// @return the key whose voice was stolen, or [Instrument#NOTHING_STOLEN]
  int noteOn(long frame, int source, int key, int velocity) {
    return instrument == null
        ? Instrument.NOTHING_STOLEN
        : instrument.noteOn(frame, source, key, velocity);
  }

  void noteOff(int source, int key) {
    if (instrument != null) {
      instrument.noteOff(source, key);
    }
  }

  /// @return false when the program has no patch of its own and another stands in
  boolean setProgram(int number) {
    program = number;
    playedBank = bank();
    if (instrument == null) {
      return true;
    }
    instrument.setPatch(patch());
    return programs.isExact(playedBank, program, drums);
  }

  private Patch patch() {
    return drums ? programs.kit(playedBank, program) : programs.program(playedBank, program);
  }

  /// Bank select is 14 bits; senders that use one half only, either half, are understood too.
  int bank() {
    int both = bankMsb << 7 | bankLsb;
    int loaded = programs == null ? 0 : programs.bankCount();
    if (both < loaded) {
      return both;
    }
    return bankMsb < loaded ? bankMsb : both;
  }

  void selectBank(int number) {
    bankMsb = number >> 7;
    bankLsb = number & 0x7F;
  }

  void setPressure(int value) {
    pressure = value;
    applyVibrato();
  }

  void setBend(int value) {
    bend = value;
    applyPitch();
  }

  void control(long frame, int source, int controller, int value) {
    switch (controller) {
      case 0 -> bankMsb = value;
      case 32 -> bankLsb = value;
      case 1 -> {
        modulation = value;
        applyVibrato();
      }
      case 6 -> dataEntry(value * 100 + bendRangeCents % 100);
      case 38 -> dataEntry(bendRangeCents / 100 * 100 + Math.min(value, 99));
      case 7 -> {
        volume = value;
        applyLevel();
      }
      case 11 -> {
        expression = value;
        applyLevel();
      }
      case 10 -> {
        pan = value;
        applyPan();
      }
      case 16, 17, 18, 19 -> setMacro(controller - 16, value);
      case 64 -> setPedal(source, value >= 64);
      case 98, 99 -> rpn = RPN_NULL; // a non-registered parameter: none of ours
      case 100 -> rpn = rpn & 0x3F80 | value;
      case 101 -> rpn = rpn & 0x7F | value << 7;
      case 120 -> allSoundOff(frame);
      case 121 -> resetControllers();
      case 123, 124, 125, 126, 127 -> allNotesOff(); // the mode messages imply it
      default -> {}
    }
  }

  private void dataEntry(int cents) {
    if (rpn == RPN_BEND_RANGE) {
      bendRangeCents = cents;
      applyPitch();
    }
  }

  private void setMacro(int macro, int value) {
    macros[macro] = value;
    if (instrument != null) {
      instrument.controls().setMacro(macro, value / 127f);
    }
  }

  private void setPedal(int source, boolean down) {
    long bit = 1L << source; // the shift takes the low six bits
    int word = source / Long.SIZE;
    pedals[word] = down ? pedals[word] | bit : pedals[word] & ~bit;
    applyPedal();
  }

  private boolean isPedalDown() {
    return (pedals[0] | pedals[1] | pedals[2] | pedals[3]) != 0;
  }

  /// A source has gone, with its keys and its pedal.
  void sourceGone(int source) {
    setPedal(source, false);
    if (instrument != null) {
      instrument.releaseSource(source);
    }
  }

  /// Keys and pedals up.
  void releaseAll() {
    Arrays.fill(pedals, 0);
    allNotesOff();
    applyPedal();
  }

  void allNotesOff() {
    if (instrument != null) {
      instrument.allNotesOff();
    }
  }

  void allSoundOff(long frame) {
    if (instrument != null) {
      instrument.allSoundOff(frame);
    }
  }

  /// What controller 121 resets, by MMA RP-015: not volume, pan, bank, program or macros.
  void resetControllers() {
    Arrays.fill(pedals, 0);
    modulation = 0;
    pressure = 0;
    expression = 127;
    bend = BEND_CENTER;
    rpn = RPN_NULL;
    applyPedal();
    applyVibrato();
    applyLevel();
    applyPitch();
  }

  private void applyPedal() {
    if (instrument != null) {
      instrument.setPedal(isPedalDown());
    }
  }

  private void applyLevel() {
    if (instrument != null) {
      instrument.controls().setLevel(volume, expression);
    }
  }

  private void applyPan() {
    if (instrument != null) {
      // 1 and 0 are hard left, 64 the middle, 127 hard right (MMA RP-036).
      instrument.controls().setPan((Math.max(1, pan) - CENTER) / 63f);
    }
  }

  private void applyPitch() {
    if (instrument != null) {
      double turn = (bend - BEND_CENTER) / (double) BEND_CENTER;
      instrument.controls().setBendCents(turn * bendRangeCents);
      instrument.controls().setTuneCents(tuneCents);
      instrument.refreshPitch();
    }
  }

  private void applyVibrato() {
    if (instrument != null) {
      instrument.controls().setVibrato(Math.max(modulation, pressure) / 127f);
    }
  }
}

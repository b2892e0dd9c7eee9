package modpool.midi.channel;

import modpool.bridge.RenderThread;
import modpool.instrument.Instrument;
import modpool.patch.MacroRoute;
import modpool.patch.ProgramTable;
import modpool.tuning.KeyTuning;

/// One MIDI channel: its controllers, its program, and the instrument that plays them. The state is
/// the channel's, so it outlives any change of instrument.
@RenderThread
final class ChannelState {
  private final Levels levels = new Levels();
  private final PitchBend bend = new PitchBend();
  private final ParameterNumbers parameters = new ParameterNumbers();
  private final BankChoice choice;
  private final Pedal sustain = new Pedal();
  private final int[] macros = new int[MacroRoute.MACROS];

  private final KeyTuning tuning;

  private Instrument instrument;
  private ProgramTable programs;
  private int modulation;
  private int pressure;
  private double tuneCents;

  /// @param tuning what its keys are tuned to
  ChannelState(boolean drums, KeyTuning tuning) {
    this.tuning = tuning;
    choice = new BankChoice(drums);
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
    instrument.setPatch(choice.patch(programs));
    instrument.controls().setTuning(tuning);
    if (!sameInstrument) {
      applyLevel();
      applyPitch();
      applyVibrato();
      for (int macro = 0; macro < macros.length; macro++) {
        instrument.controls().setMacro(macro, macros[macro] / 127f);
      }
      instrument.setPedal(sustain.isDown());
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
    return instrument == null || tuning.isSilent(key)
        ? Instrument.NOTHING_STOLEN
        : instrument.noteOn(frame, source, key, velocity);
  }

  /// Some keys were tuned anew: what sounds on them follows.
  void retune(int first, int step) {
    if (instrument != null) {
      instrument.retune(first, step);
    }
  }

  void noteOff(int source, int key) {
    if (instrument != null) {
      instrument.noteOff(source, key);
    }
  }

  /// @return false when the program has no patch of its own and another stands in
  boolean setProgram(int number) {
    choice.setProgram(number, programs);
    if (instrument == null) {
      return true;
    }
    instrument.setPatch(choice.patch(programs));
    return choice.isExact(programs);
  }

  int bank() {
    return choice.bank(programs);
  }

  void selectBank(int number) {
    choice.setBank(number);
  }

  void setPressure(int value) {
    pressure = value;
    applyVibrato();
  }

  void setBend(int value) {
    bend.set(value);
    applyPitch();
  }

  void control(long frame, int source, int controller, int value) {
    switch (controller) {
      case 0 -> choice.setMsb(value);
      case 32 -> choice.setLsb(value);
      case 1 -> {
        modulation = value;
        applyVibrato();
      }
      case 6 -> parameterSet(parameters.enterCoarse(value));
      case 38 -> parameterSet(parameters.enterFine(value));
      case 7 -> {
        levels.setVolume(value);
        applyLevel();
      }
      case 11 -> {
        levels.setExpression(value);
        applyLevel();
      }
      case 10 -> {
        levels.setPan(value);
        applyLevel();
      }
      case 16, 17, 18, 19 -> setMacro(controller - 16, value);
      case 64 -> setPedal(source, value >= 64);
      case 91 -> {
        levels.setReverb(value);
        applyLevel();
      }
      case 93 -> {
        levels.setChorus(value);
        applyLevel();
      }
      case 98, 99 -> parameters.deselect(); // a non-registered parameter: none of ours
      case 100 -> parameters.selectLow(value);
      case 101 -> parameters.selectHigh(value);
      case 120 -> allSoundOff(frame);
      case 121 -> resetControllers();
      case 123, 124, 125, 126, 127 -> allNotesOff(); // the mode messages imply it
      default -> {}
    }
  }

  private void parameterSet(int number) {
    if (number == ParameterNumbers.BEND_RANGE) {
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
    sustain.set(source, down);
    applyPedal();
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
    sustain.release();
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
    sustain.release();
    modulation = 0;
    pressure = 0;
    levels.rest();
    bend.rest();
    parameters.deselect();
    applyPedal();
    applyVibrato();
    applyLevel();
    applyPitch();
  }

  private void applyPedal() {
    if (instrument != null) {
      instrument.setPedal(sustain.isDown());
    }
  }

  private void applyLevel() {
    if (instrument != null) {
      levels.apply(instrument.controls());
    }
  }

  private void applyPitch() {
    if (instrument != null) {
      instrument.controls().setBendCents(bend.cents(parameters.bendRangeCents()));
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

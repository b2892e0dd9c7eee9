package modpool.midi.channel;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;

/// Which patch a channel has chosen: bank select counts from the next program change on.
@RenderThread
final class BankChoice {
  private static final int NONE = -1;
  private static final int XG_DRUMS = 127;
  private static final int XG_EFFECTS_KIT = 126;
  private static final int GM2_DRUMS = 120;

  private final boolean drumsAtFirst;
  private boolean drums;
  private BankSelect style = BankSelect.ANY;
  private int msb = NONE;
  private int lsb = NONE;
  private int picked = NONE; // a bank by its number, whatever the style
  private int startBank;
  private int startProgram;
  private int program;
  private int playedBank; // what bank select was when the program was chosen
  private boolean playsKit;

  BankChoice(boolean drums) {
    drumsAtFirst = drums;
    this.drums = drums;
    playsKit = drums;
  }

  void setStyle(BankSelect next) {
    style = next;
  }

  /// Makes the channel one of drums, or of melodies.
  void setDrums(boolean on, ProgramTable programs) {
    drums = on;
    setProgram(program, programs);
  }

  void setMsb(int value) {
    msb = value;
    picked = NONE;
  }

  void setLsb(int value) {
    lsb = value;
    picked = NONE;
  }

  /// @param number 0-16383
  void setBank(int number) {
    picked = number;
  }

  /// What a reset goes back to.
  void setStart(int bank, int number) {
    startBank = bank;
    startProgram = number;
  }

  /// As at the start.
  void reset(ProgramTable programs) {
    drums = drumsAtFirst;
    msb = NONE;
    lsb = NONE;
    picked = startBank;
    setProgram(startProgram, programs);
    picked = NONE;
  }

  void setProgram(int number, ProgramTable programs) {
    program = number;
    playedBank = bank(programs);
    playsKit = isKit();
  }

  private boolean isKit() {
    if (msb == NONE || picked != NONE) {
      return drums;
    }
    return switch (style) {
      case XG -> msb == XG_DRUMS || msb == XG_EFFECTS_KIT;
      case GM2 -> msb == GM2_DRUMS;
      case ANY, GS, MMA -> drums;
    };
  }

  /// The number of the chosen bank, 0-16383.
  int bank(ProgramTable programs) {
    if (picked != NONE) {
      return picked;
    }
    int high = Math.max(0, msb);
    int low = Math.max(0, lsb);
    return switch (style) {
      case ANY -> anyBank(high, low, programs);
      case GS -> high;
      case XG -> isKit() ? 0 : high == 0 ? low : high << 7 | low;
      case MMA -> high << 7 | low;
      case GM2 -> isKit() ? 0 : low;
    };
  }

  /// Senders that use one half only, either half, are understood too.
  private static int anyBank(int high, int low, ProgramTable programs) {
    int both = high << 7 | low;
    boolean isHighOnly = programs != null && !programs.hasBank(both) && programs.hasBank(high);
    return isHighOnly ? high : both;
  }

  /// Hands what is chosen to an imprint, or takes it from there.
  void pass(Imprint state) {
    drums = state.pass("drums", drums);
    program = state.pass("program", 0, Bank.PROGRAMS - 1, program);
    playedBank = state.pass("bank", 0, ProgramTable.BANKS - 1, playedBank);
    playsKit = state.pass("kit", playsKit);
    msb = state.pass("bankMsb", NONE, 127, msb);
    lsb = state.pass("bankLsb", NONE, 127, lsb);
    picked = state.pass("bankPicked", NONE, ProgramTable.BANKS - 1, picked);
    startProgram = state.pass("startProgram", 0, Bank.PROGRAMS - 1, startProgram);
    startBank = state.pass("startBank", 0, ProgramTable.BANKS - 1, startBank);
  }

  boolean playsKit() {
    return playsKit;
  }

  /// The bank that was chosen with the program.
  int playedBank() {
    return playedBank;
  }

  int program() {
    return program;
  }

  Patch patch(ProgramTable programs) {
    return playsKit ? programs.kit(playedBank, program) : programs.program(playedBank, program);
  }

  /// False when the program has no patch of its own and another stands in.
  boolean isExact(ProgramTable programs) {
    return programs.isExact(playedBank, program, playsKit);
  }
}

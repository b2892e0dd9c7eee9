package modpool.midi.channel;

import modpool.bridge.RenderThread;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;

/// Which patch a channel has chosen: bank select counts from the next program change on.
@RenderThread
final class BankChoice {
  private final boolean drums;
  private int bankMsb;
  private int bankLsb;
  private int program;
  private int playedBank; // what bank select was when the program was chosen

  BankChoice(boolean drums) {
    this.drums = drums;
  }

  void setMsb(int value) {
    bankMsb = value;
  }

  void setLsb(int value) {
    bankLsb = value;
  }

  /// @param number 0-16383
  void setBank(int number) {
    bankMsb = number >> 7;
    bankLsb = number & 0x7F;
  }

  /// Bank select is 14 bits; senders that use one half only, either half, are understood too.
  int bank(ProgramTable programs) {
    int both = bankMsb << 7 | bankLsb;
    boolean isMsbOnly = programs != null && !programs.hasBank(both) && programs.hasBank(bankMsb);
    return isMsbOnly ? bankMsb : both;
  }

  void setProgram(int number, ProgramTable programs) {
    program = number;
    playedBank = bank(programs);
  }

  Patch patch(ProgramTable programs) {
    return drums ? programs.kit(playedBank, program) : programs.program(playedBank, program);
  }

  /// False when the program has no patch of its own and another stands in.
  boolean isExact(ProgramTable programs) {
    return programs.isExact(playedBank, program, drums);
  }
}

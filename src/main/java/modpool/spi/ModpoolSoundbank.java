package modpool.spi;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.Instrument;
import javax.sound.midi.Patch;
import javax.sound.midi.Soundbank;
import javax.sound.midi.SoundbankResource;
import modpool.patch.Bank;

/// A bank as `javax.sound.midi` knows it: programs in bank 0, drum kits in General MIDI 2's bank
/// for them. Immutable.
final class ModpoolSoundbank implements Soundbank {
  private final Bank bank;
  private final List<ModpoolInstrument> instruments = new ArrayList<>();

  ModpoolSoundbank(Bank bank) {
    this.bank = bank;
    for (int number = 0; number < Bank.PROGRAMS; number++) {
      if (bank.program(number) != null) {
        instruments.add(new ModpoolInstrument(this, 0, number, bank.program(number)));
      }
    }
    for (int number = 0; number < Bank.PROGRAMS; number++) {
      if (bank.kit(number) != null) {
        instruments.add(
            new ModpoolInstrument(this, ModpoolInstrument.KITS, number, bank.kit(number)));
      }
    }
  }

  Bank bank() {
    return bank;
  }

  @Override
  public String getName() {
    return bank.name();
  }

  @Override
  public String getVersion() {
    return "";
  }

  @Override
  public String getVendor() {
    return "modpool";
  }

  @Override
  public String getDescription() {
    return instruments.size() + " presets";
  }

  /// None: samples are the presets' own.
  @Override
  public SoundbankResource[] getResources() {
    return new SoundbankResource[0];
  }

  @Override
  public Instrument[] getInstruments() {
    return instruments.toArray(Instrument[]::new);
  }

  @Override
  public Instrument getInstrument(Patch patch) {
    for (ModpoolInstrument instrument : instruments) {
      if (isSame(instrument.getPatch(), patch)) {
        return instrument;
      }
    }
    return null;
  }

  static boolean isSame(Patch one, Patch other) {
    return one.getBank() == other.getBank() && one.getProgram() == other.getProgram();
  }
}

package modpool.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sound.midi.Instrument;
import javax.sound.midi.Patch;
import modpool.patch.Bank;
import modpool.patch.ProgramTable;

/// Which presets are loaded, each at its bank and program. What is not loaded is as without it: the
/// factory bank's.
final class LoadedSounds {
  private static final Comparator<Patch> BY_NUMBERS =
      Comparator.comparingInt(Patch::getBank).thenComparingInt(Patch::getProgram);

  private final Bank factory;
  private final Map<Patch, ModpoolInstrument> loaded = new TreeMap<>(BY_NUMBERS);

  LoadedSounds(Bank factory) {
    this.factory = factory;
  }

  /// Puts presets where they were in their soundbanks.
  ///
  /// @throws IllegalArgumentException when one is not a preset of modpool's, or in a bank beyond
  ///   127
  void load(Collection<? extends Instrument> instruments) {
    List<ModpoolInstrument> checked = new ArrayList<>();
    for (Instrument instrument : instruments) {
      checked.add(checked(instrument));
    }
    checked.forEach(instrument -> loaded.put(instrument.getPatch(), instrument));
  }

  private static ModpoolInstrument checked(Instrument instrument) {
    if (!(instrument instanceof ModpoolInstrument own)) {
      throw new IllegalArgumentException("not a preset of modpool's: " + instrument);
    }
    if (!own.isKit() && own.getPatch().getBank() >= Bank.PROGRAMS) {
      throw new IllegalArgumentException("no such bank: " + own.getPatch().getBank());
    }
    return own;
  }

  void unload(Instrument instrument) {
    loaded.values().remove(instrument);
  }

  /// Plays one preset in place of another.
  ///
  /// @return false when the one to be replaced is not loaded
  boolean remap(Instrument from, Instrument to) {
    ModpoolInstrument next = checked(to);
    if (!loaded.containsValue(from)) {
      return false;
    }
    loaded.put(from.getPatch(), next);
    return true;
  }

  Instrument[] instruments() {
    return loaded.values().toArray(Instrument[]::new);
  }

  /// What channels choose from now.
  ProgramTable table() {
    int banks = 1;
    for (Patch place : loaded.keySet()) {
      banks =
          place.getBank() == ModpoolInstrument.KITS ? banks : Math.max(banks, place.getBank() + 1);
    }
    List<Bank> all = new ArrayList<>();
    for (int number = 0; number < banks; number++) {
      all.add(bank(number));
    }
    return new ProgramTable(all, factory);
  }

  private Bank bank(int number) {
    modpool.patch.Patch[] programs = new modpool.patch.Patch[Bank.PROGRAMS];
    modpool.patch.Patch[] kits = new modpool.patch.Patch[Bank.PROGRAMS];
    boolean empty = true;
    for (Map.Entry<Patch, ModpoolInstrument> entry : loaded.entrySet()) {
      Patch place = entry.getKey();
      if (place.getBank() == number) {
        programs[place.getProgram()] = entry.getValue().patch();
        empty = false;
      } else if (place.getBank() == ModpoolInstrument.KITS) {
        kits[place.getProgram()] = entry.getValue().patch();
        empty = false;
      }
    }
    return empty ? factory : new Bank("loaded", programs, kits);
  }
}

package modpool.patch;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which patch a bank and program number mean: every answer worked out beforehand, so that a
/// program change on the render thread only looks it up.
///
/// A bank has its own numbers. What it lacks comes from the nearest number of its General MIDI
/// family of eight, then from the fallback bank's same number or family, then from whatever there
/// is. Channel 10 chooses among kits in the same way. A bank that is not there is the lowest.
public final class ProgramTable {
  /// Bank numbers are 14 bits.
  public static final int BANKS = 1 << 14;

  /// What the numbers of a bank mean.
  private static final class Row {
    final Patch[] programs = new Patch[Bank.PROGRAMS];
    final Patch[] kits = new Patch[Bank.PROGRAMS];
    final boolean[] exactProgram = new boolean[Bank.PROGRAMS];
    final boolean[] exactKit = new boolean[Bank.PROGRAMS];

    Row(Bank bank, Bank fallback) {
      for (int number = 0; number < Bank.PROGRAMS; number++) {
        exactProgram[number] = bank.program(number) != null;
        exactKit[number] = bank.kit(number) != null;
        programs[number] = firstOf(bank.nearestProgram(number), fallback.nearestProgram(number));
        kits[number] = firstOf(bank.nearestKit(number), fallback.nearestKit(number));
      }
      fillFromAny(programs);
      fillFromAny(kits);
    }

    private static Patch firstOf(Patch own, Patch other) {
      return own != null ? own : other;
    }

    private static void fillFromAny(Patch[] row) {
      Patch any = firstOf(Bank.firstIn(row), Patch.SILENT);
      for (int i = 0; i < row.length; i++) {
        row[i] = firstOf(row[i], any);
      }
    }
  }

  private final SortedMap<Integer, Bank> banks;
  private final int[] numbers; // of the banks, ascending
  private final Row[] rows; // each bank's

  /// @param banks bank 0, 1, 2...; at least one
  /// @param fallback asked for what a bank lacks; may be one of `banks`
  public ProgramTable(List<Bank> banks, Bank fallback) {
    this(numbered(banks), fallback);
  }

  /// @param banks by their numbers, 0-16383; at least one
  /// @param fallback asked for what a bank lacks; may be one of `banks`
  public ProgramTable(SortedMap<Integer, Bank> banks, Bank fallback) {
    this.banks = new TreeMap<>(banks);
    numbers = new int[banks.size()];
    rows = new Row[numbers.length];
    int row = 0;
    for (var entry : this.banks.entrySet()) {
      numbers[row] = entry.getKey();
      rows[row++] = new Row(entry.getValue(), fallback);
    }
  }

  private static SortedMap<Integer, Bank> numbered(List<Bank> banks) {
    SortedMap<Integer, Bank> numbered = new TreeMap<>();
    banks.forEach(bank -> numbered.put(numbered.size(), bank));
    return numbered;
  }

  /// The banks by their numbers. For control.
  public SortedMap<Integer, Bank> banks() {
    return new TreeMap<>(banks);
  }

  /// True when there is a bank of this number, 0-16383.
  public boolean hasBank(int bank) {
    return Arrays.binarySearch(numbers, bank) >= 0;
  }

  /// The patch of a program.
  public Patch program(int bank, int number) {
    return row(bank).programs[number];
  }

  /// The drum kit of a number.
  public Patch kit(int bank, int number) {
    return row(bank).kits[number];
  }

  /// True when the bank has this very program (or kit), not a stand-in.
  public boolean isExact(int bank, int number, boolean kit) {
    return hasBank(bank) && (kit ? row(bank).exactKit : row(bank).exactProgram)[number];
  }

  private Row row(int bank) {
    return rows[Math.max(0, Arrays.binarySearch(numbers, bank))];
  }
}

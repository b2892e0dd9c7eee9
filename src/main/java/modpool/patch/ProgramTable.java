package modpool.patch;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Which patch a bank and program number mean: every answer worked out beforehand, so that a
/// program change on the render thread is an array read.
///
/// A bank that was named wins with its own numbers. What it lacks comes from the nearest number of
/// its General MIDI family of eight, then from the fallback bank's same number or family, then from
/// whatever there is. Channel 10 chooses among kits in the same way.
public final class ProgramTable {
  /// Bank numbers are 14 bits.
  public static final int BANKS = 1 << 14;

  private final List<Bank> banks;
  private final Patch[][] programs;
  private final Patch[][] kits;
  private final boolean[][] exactProgram;
  private final boolean[][] exactKit;

  /// @param banks bank 0, 1, 2...; at least one
  /// @param fallback asked for what a bank lacks; may be one of `banks`
  public ProgramTable(List<Bank> banks, Bank fallback) {
    this.banks = List.copyOf(banks);
    int count = banks.size();
    programs = new Patch[count][Bank.PROGRAMS];
    kits = new Patch[count][Bank.PROGRAMS];
    exactProgram = new boolean[count][Bank.PROGRAMS];
    exactKit = new boolean[count][Bank.PROGRAMS];
    for (int b = 0; b < count; b++) {
      Bank bank = banks.get(b);
      for (int number = 0; number < Bank.PROGRAMS; number++) {
        exactProgram[b][number] = bank.program(number) != null;
        exactKit[b][number] = bank.kit(number) != null;
        programs[b][number] = firstOf(bank.nearestProgram(number), fallback.nearestProgram(number));
        kits[b][number] = firstOf(bank.nearestKit(number), fallback.nearestKit(number));
      }
      fillFromAny(programs[b]);
      fillFromAny(kits[b]);
    }
  }

  private static Patch firstOf(Patch own, Patch other) {
    return own != null ? own : other;
  }

  private static void fillFromAny(Patch[] row) {
    Patch any = Stream.of(row).filter(Objects::nonNull).findFirst().orElse(Patch.SILENT);
    for (int i = 0; i < row.length; i++) {
      row[i] = firstOf(row[i], any);
    }
  }

  /// The banks, by number.
  public List<Bank> banks() {
    return banks;
  }

  /// How many banks there are.
  public int bankCount() {
    return programs.length;
  }

  /// The patch of a program; of bank 0 when there is no such bank.
  public Patch program(int bank, int number) {
    return programs[known(bank)][number];
  }

  /// The drum kit of a number.
  public Patch kit(int bank, int number) {
    return kits[known(bank)][number];
  }

  /// True when the bank has this very program (or kit), not a stand-in.
  public boolean isExact(int bank, int number, boolean kit) {
    return bank < programs.length && (kit ? exactKit : exactProgram)[bank][number];
  }

  private int known(int bank) {
    return bank < programs.length ? bank : 0;
  }
}

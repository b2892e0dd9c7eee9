package modpool.bank;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.patch.Bank;
import modpool.patch.Patch;

/// What a file that serves as a bank holds.
///
/// @param kind what kind of file it is, for people
/// @param banks by their numbers; at least one, and the first is what the file is when it serves as
///   one bank
/// @param licence what it says of its licence, may be empty
/// @param unmapped what it asks for that is not played, a line each
public record BankFile(
    String kind, SortedMap<Integer, Bank> banks, String licence, List<String> unmapped) {

  static BankFile of(String kind, Bank bank, List<String> unmapped) {
    SortedMap<Integer, Bank> banks = new TreeMap<>();
    banks.put(0, bank);
    return new BankFile(kind, banks, "", unmapped);
  }

  static BankFile of(String kind, String name, Patch patch, List<String> unmapped) {
    return of(kind, new Bank(name, new Patch[] {patch}, new Patch[0]), unmapped);
  }

  /// The first bank: the one that plays.
  public Bank bank() {
    return banks.get(banks.firstKey());
  }
}

package modpool.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import org.junit.jupiter.api.Test;

/// What the program menu finds.
class ProgramChoicesTest {
  private static final Bank OWN = bank("Own", 3, 40);
  private static final Bank FACTORY = bank("Factory", 0, 41);

  private static Bank bank(String name, int... programs) {
    Patch[] patches = new Patch[Bank.PROGRAMS];
    for (int program : programs) {
      patches[program] = Patch.SILENT;
    }
    Patch[] kits = new Patch[Bank.PROGRAMS];
    kits[programs[0]] = Patch.SILENT;
    return new Bank(name, patches, kits);
  }

  private static ProgramTable table() {
    TreeMap<Integer, Bank> banks = new TreeMap<>();
    banks.put(0, FACTORY);
    banks.put(107, FACTORY);
    banks.put(108, OWN);
    return new ProgramTable(banks, FACTORY);
  }

  private static List<String> found(boolean kits, String search) {
    return new ProgramChoices(table(), kits)
        .matching(search).stream().map(Object::toString).toList();
  }

  private static String program(String number) {
    return number + "  " + Patch.SILENT.name();
  }

  @Test
  void a_bank_with_two_numbers_is_listed_under_the_first() {
    assertEquals(
        List.of(
            "Bank 0  Factory",
            program("0:000"),
            program("0:041"),
            "Bank 108  Own",
            program("108:003"),
            program("108:040")),
        found(false, ""));
  }

  @Test
  void a_number_finds_that_program_in_every_bank() {
    assertEquals(List.of("Bank 108  Own", program("108:040")), found(false, " 40 "));
  }

  @Test
  void each_word_must_be_part_of_the_name() {
    String part = Patch.SILENT.name().substring(1, 3);
    assertEquals(6, found(false, part.toUpperCase(java.util.Locale.ROOT)).size());
    assertEquals(List.of(), found(false, part + " nothing-like-it"));
  }

  @Test
  void a_channel_of_drums_is_shown_kits() {
    assertEquals(
        List.of("Bank 0  Factory", program("0:000"), "Bank 108  Own", program("108:003")),
        found(true, ""));
  }
}

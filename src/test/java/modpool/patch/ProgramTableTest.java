package modpool.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgramTableTest {
  private static final Bank FACTORY =
      new Bank(
          "factory",
          patches(Map.of(0, "piano", 3, "honky", 48, "strings")),
          patches(Map.of(0, "kit")));
  private static final Bank MINE = new Bank("mine", patches(Map.of(5, "bell")), new Patch[0]);

  @Test
  void each_bank_has_its_own_numbers() {
    ProgramTable table = table(Map.of(0, FACTORY, 108, MINE));

    assertEquals("bell", table.program(108, 5).name());
    assertTrue(table.isExact(108, 5, false));
    assertTrue(table.hasBank(108));
    assertFalse(table.hasBank(1));
  }

  @Test
  void a_missing_program_is_the_nearest_of_its_family_in_the_bank_then_in_the_fallback() {
    ProgramTable table = table(Map.of(0, FACTORY, 108, MINE));

    assertEquals("honky", table.program(0, 2).name());
    assertEquals("bell", table.program(108, 7).name(), "its own family goes first");
    assertEquals("strings", table.program(108, 50).name(), "then the fallback's");
    assertEquals("piano", table.program(0, 100).name(), "then whatever there is");
    assertEquals("kit", table.kit(108, 40).name());
    assertFalse(table.isExact(108, 7, false));
    assertFalse(table.isExact(108, 0, true));
  }

  @Test
  void a_missing_bank_is_the_lowest() {
    ProgramTable table = table(Map.of(0, FACTORY, 108, MINE));

    assertEquals("piano", table.program(16_383, 0).name());
    assertFalse(table.isExact(16_383, 0, false));
  }

  @Test
  void another_bank_moves_no_number() {
    ProgramTable before = table(Map.of(0, FACTORY, 108, MINE));
    Bank other = new Bank("other", patches(Map.of(0, "x", 5, "y", 48, "z")), new Patch[0]);
    ProgramTable after = table(Map.of(0, FACTORY, 1, other, 108, MINE, 109, other));

    for (int bank : new int[] {0, 108}) {
      for (int number = 0; number < Bank.PROGRAMS; number++) {
        assertEquals(before.program(bank, number), after.program(bank, number));
        assertEquals(before.kit(bank, number), after.kit(bank, number));
      }
    }
  }

  private static ProgramTable table(Map<Integer, Bank> banks) {
    SortedMap<Integer, Bank> sorted = new TreeMap<>(banks);
    return new ProgramTable(sorted, FACTORY);
  }

  private static Patch[] patches(Map<Integer, String> names) {
    Patch[] patches = new Patch[Bank.PROGRAMS];
    names.forEach((number, name) -> patches[number] = new Patch(name, List.of()));
    return patches;
  }
}

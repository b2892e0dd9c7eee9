package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modpool.bank.BankFiles;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Zone;
import modpool.testing.Measure;
import modpool.testing.Player;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every preset of the factory bank, over its keys: it sounds, it stays in bounds, it ends.
class PresetsTest {
  private static final int LOWEST = 28; // of a melodic preset: the double bass's E
  private static final int HIGHEST = 100;
  private static final double HEARD = 0.01; // -40 dB
  private static final double SANE = 2.0; // alone and at full velocity; the mix has 12 dB headroom
  private static final int MOST_SECONDS = 10;

  private static Bank bank;

  @BeforeAll
  static void readBank() throws IOException {
    bank = BankFiles.factory();
  }

  @Test
  void all_who_ask_have_the_same_bank() throws IOException {
    assertSame(bank, BankFiles.factory());
  }

  @TestFactory
  Stream<DynamicTest> every_program_sounds_and_falls_silent() {
    return programs()
        .mapToObj(
            n ->
                DynamicTest.dynamicTest(
                    n + " " + bank.program(n),
                    () -> {
                      for (int key = LOWEST; key <= HIGHEST; key += 9) {
                        assertPlays(bank.program(n), key);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_key_of_every_kit_sounds_and_falls_silent() {
    return IntStream.range(0, Bank.PROGRAMS)
        .filter(n -> bank.kit(n) != null)
        .mapToObj(
            n ->
                DynamicTest.dynamicTest(
                    n + " " + bank.kit(n),
                    () -> {
                      for (Zone zone : bank.kit(n).zones()) {
                        for (int key = zone.lowKey(); key <= zone.highKey(); key++) {
                          assertPlays(bank.kit(n), key);
                        }
                      }
                    }));
  }

  @Test
  void each_family_has_a_preset_and_there_are_two_kits() {
    TreeMap<Integer, Integer> families = new TreeMap<>();
    programs().forEach(n -> families.merge(n / 8, 1, Integer::sum));
    assertEquals(16, families.size(), families.toString());
    assertTrue(programs().count() >= 32);
    assertTrue(IntStream.range(0, Bank.PROGRAMS).filter(n -> bank.kit(n) != null).count() >= 2);
  }

  private static IntStream programs() {
    return IntStream.range(0, Bank.PROGRAMS).filter(n -> bank.program(n) != null);
  }

  private static void assertPlays(Patch patch, int key) {
    String what = patch + ", key " + key;
    Zone zone = patch.zoneFor(key);
    assertTrue(zone != null, what + " has no zone");
    Player player = Player.of(patch);
    double slowest = zone.sound().amplitude().delayMs() + zone.sound().amplitude().attackMs();
    double peak = assertSane(player.keyDown(key).playMs(slowest + 400), what);
    assertTrue(peak > HEARD, what + " peaks at " + Measure.dB(peak) + " dB");

    player.keyUp(key);
    double releaseMs = zone.sound().amplitude().releaseMs();
    int limit = zone.sound().oneShot() ? MOST_SECONDS * 1000 : (int) (2 * releaseMs) + 200;
    for (int ms = 0; ms < Math.min(limit, MOST_SECONDS * 1000); ms += 50) {
      if (player.instrument().isSilent()) {
        return;
      }
      assertSane(player.playMs(50), what);
    }
    assertTrue(player.instrument().isSilent(), what + " sounds " + limit + " ms after key-up");
  }

  private static double assertSane(float[] wave, String what) {
    double peak = 0;
    for (float value : wave) {
      assertTrue(Float.isFinite(value), what);
      peak = Math.max(peak, Math.abs(value));
    }
    assertTrue(peak < SANE, what + " peaks at " + Measure.dB(peak) + " dB");
    return peak;
  }
}

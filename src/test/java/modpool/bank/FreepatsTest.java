package modpool.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.testing.Measure;
import modpool.testing.Player;
import org.junit.jupiter.api.Test;

/// The Gravis patches that Debian ships as freepats. Skipped where they are not installed.
class FreepatsTest {
  private static final Path PATCHES = Path.of("/usr/share/midi/freepats");
  private static final Path CONFIG = Path.of("/etc/timidity/freepats.cfg");
  private static final int RATE = Player.RATE;

  @Test
  void each_patch_sounds_and_what_is_tonal_is_in_tune() throws IOException {
    assumeTrue(Files.isDirectory(PATCHES), "Debian's freepats is not installed");

    int patches = 0;
    int zones = 0;
    int tonal = 0;
    double worst = 0;
    for (Path file : files()) {
      BankFile read = BankFiles.open(file);
      Patch patch = read.bank().program(0);
      assertTrue(Measure.peak(Player.of(patch).keyDown(60).play(RATE)) > 0.01, file.toString());
      double off = file.toString().contains("Tone_") ? centsOff(patch, 60) : Double.NaN;
      patches++;
      zones += patch.zones().size();
      if (!Double.isNaN(off)) {
        tonal++;
        worst = Math.abs(off) > Math.abs(worst) ? off : worst;
      }
      for (String line : read.unmapped()) {
        System.out.println("freepats: " + patch.name() + ", not mapped: " + line);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "freepats: %d patches, %d zones, %d tonal at key 60, the worst %+.1f cents off%n",
        patches,
        zones,
        tonal,
        worst);
    assertTrue(patches >= 128 && tonal >= 60, patches + " patches, " + tonal + " tonal");
  }

  @Test
  void the_configuration_is_a_general_midi_bank() throws IOException {
    assumeTrue(
        Files.isDirectory(PATCHES) && Files.exists(CONFIG), "Debian's freepats is not installed");

    BankFile read = BankFiles.open(CONFIG);
    Bank bank = read.bank();
    Patch kit = bank.kit(0);

    int zones = bank.patches().stream().mapToInt(patch -> patch.zones().size()).sum();
    System.out.printf(
        "freepats.cfg: %d presets, %d zones, not mapped: %s%n",
        bank.patches().size(), zones, read.unmapped());
    assertEquals(List.of(), read.unmapped());
    assertTrue(bank.program(0) != null && bank.program(125) != null);
    for (int key = 35; key <= 81; key++) {
      assertTrue(Measure.peak(Player.of(kit).keyDown(key).play(RATE)) > 0.01, "drum " + key);
    }
    for (int program : new int[] {16, 56, 60, 68, 70, 71, 73, 75, 80}) { // steady tones
      assertEquals(0, centsOff(bank.program(program), 60), 20, bank.program(program).name());
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(PATCHES)) {
      return all.filter(file -> file.toString().endsWith(".pat")).sorted().toList();
    }
  }

  /// How far a key sounds from its pitch, NaN where what sounds has no period near it.
  private static double centsOff(Patch patch, int key) {
    double wanted = RATE / (440 * Math.pow(2, (key - 69) / 12.0));
    Player player = Player.of(patch).keyDown(key);
    player.play(RATE / 8);
    float[] heard = player.play(RATE / 4);
    int best = 0;
    for (int lag = (int) (wanted * 0.965); lag <= wanted * 1.035; lag++) { // 60 cents
      best = best == 0 || likeness(heard, lag) > likeness(heard, best) ? lag : best;
    }
    double at = likeness(heard, best);
    if (at < 0.9) {
      return Double.NaN;
    }
    double before = likeness(heard, best - 1);
    double after = likeness(heard, best + 1);
    double exact = best + (before - after) / 2 / (before - 2 * at + after);
    return Measure.cents(wanted, exact);
  }

  /// How alike a wave is to itself later, 1 for the same.
  private static double likeness(float[] wave, int lag) {
    double product = 0;
    double one = 0;
    double other = 0;
    for (int i = lag; i < wave.length; i++) {
      product += (double) wave[i] * wave[i - lag];
      one += (double) wave[i] * wave[i];
      other += (double) wave[i - lag] * wave[i - lag];
    }
    return product / Math.sqrt(one * other);
  }
}

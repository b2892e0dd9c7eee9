package modpool.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.testing.Measure;
import modpool.testing.Player;
import org.junit.jupiter.api.Test;

/// A General MIDI SoundFont as Debian ships it. Skipped where it is not installed.
class DebianSoundsTest {
  private static final Path FONT = Path.of("/usr/share/sounds/sf2/TimGM6mb.sf2");

  @Test
  void a_general_midi_sound_font_is_whole_and_in_tune() throws IOException {
    assumeTrue(Files.exists(FONT), "Debian's timgm6mb-soundfont is not installed");

    BankFile font = BankFiles.open(FONT);
    Bank bank = font.bank();

    assertEquals(136, bank.patches().size());
    assertEquals(2052, bank.patches().stream().mapToInt(p -> p.zones().size()).sum());
    assertTrue(font.unmapped().size() <= 10, () -> "each once: " + font.unmapped());
    for (int program : new int[] {16, 56, 68, 73, 80}) { // steady tones
      for (int key : new int[] {60, 69}) {
        assertInTune(bank.program(program), key);
      }
    }
  }

  /// Within what such samples themselves are off.
  private static void assertInTune(Patch patch, int key) {
    double hz = 440 * Math.pow(2, (key - 69) / 12.0);
    Player player = Player.of(patch).keyDown(key);
    player.play(12_000);
    float[] heard = player.play(48_000);
    double off = Measure.cents(Measure.frequency(heard, 48_000, hz), hz);
    assertEquals(0, off, 12, patch.name() + " at key " + key);
  }
}

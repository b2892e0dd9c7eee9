package modpool.patch.gravis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import modpool.io.file.BadFileException;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Sample.Loop;
import modpool.testing.Measure;
import modpool.testing.Player;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigBanksTest {
  @TempDir Path top;

  private Path folder;
  private final Set<Path> reads = new TreeSet<>();

  @BeforeEach
  void patches_beside_the_configuration() throws IOException {
    folder = Files.createDirectories(top.resolve("etc"));
    Files.createDirectories(folder.resolve("Tones"));
    Files.createDirectories(top.resolve("far"));
    Files.write(folder.resolve("Tones/003_Soft_Sine.pat"), sine());
    Files.write(top.resolve("far/drum.pat"), sine());
    Files.write(folder.resolve("broken.pat"), java.util.Arrays.copyOf(sine(), 300));
  }

  @Test
  void banks_are_programs_and_drum_sets_are_kits() throws IOException {
    ConfigBanks.Read read =
        read(
            """
            dir ../far # the drums
            drumset 0
             35  drum keep=loop # the ending may be left out
             36  drum.pat note=60 amp=50 keep=loop
            bank 0
             3\tTones/003_Soft_Sine.pat amp=100 pan=left
            bank 8
             3\t"Tones/003_Soft_Sine.pat" note=69 pan=50
            """);
    Bank bank = read.banks().get(0);
    Patch kit = bank.kit(0);

    assertEquals(List.of(), read.unmapped());
    assertEquals(Set.of(0, 8), read.banks().keySet());
    assertEquals("Soft Sine", bank.program(3).name());
    assertPitch(240, bank.program(3), 48);
    assertPitch(480 * Math.pow(2, 9 / 12.0), read.banks().get(8).program(3), 48);
    assertEquals(-1, bank.program(3).zones().getFirst().sound().pan());
    assertEquals(0.5, read.banks().get(8).program(3).zones().getFirst().sound().pan());
    assertNull(kit.zoneFor(34));
    assertPitch(480 * Math.pow(2, -25 / 12.0), kit, 35);
    assertPitch(480, kit, 36);
    assertEquals(0.5, kit.zoneFor(36).sound().gain(), 1e-9);
    assertSame(kit.zoneFor(35).sample(), kit.zoneFor(36).sample(), "read once");
    assertEquals(
        Set.of(folder.resolve("Tones/003_Soft_Sine.pat"), top.resolve("far/drum.pat")), reads);
  }

  @Test
  void a_line_without_amp_is_as_loud_as_it_can_be() throws IOException {
    float[] soft = Waves.sine(10, 1000);
    for (int i = 0; i < soft.length; i++) {
      soft[i] *= 0.25f;
    }
    byte[] pat = new PatBytes().add(new PatBytes.Wave(1, soft)).bytes();
    Files.write(folder.resolve("soft.pat"), pat);

    Bank bank = read("bank 0\n0 soft\n1 soft amp=100").banks().get(0);

    assertEquals(12.04, Measure.dB(bank.program(0).zones().getFirst().sound().gain()), 0.01);
    assertEquals(1, bank.program(1).zones().getFirst().sound().gain());
  }

  @Test
  void drums_play_to_their_ends_unless_they_are_to_be_kept() throws IOException {
    Patch kit =
        read("""
        drumset 0
        dir ../far
        40 drum
        41 drum keep=loop keep=env
        bank 0
        0 drum
        1 drum strip=loop strip=tail
        #extension altassign 4 5
        drumset 0
        altassign 40 41
        """)
            .banks()
            .get(0)
            .kit(0);

    assertEquals(Loop.NONE, kit.zoneFor(40).sample().loop());
    assertTrue(kit.zoneFor(40).sound().oneShot());
    assertEquals(Loop.FORWARD, kit.zoneFor(41).sample().loop());
    assertEquals(1, kit.zoneFor(40).trigger().chokes());
    assertEquals(1, kit.zoneFor(41).trigger().chokedBy());
  }

  @Test
  void what_is_not_known_is_told_once_and_the_rest_is_played() throws IOException {
    ConfigBanks.Read read =
        read(
            """
            progbase 1
            bank 0
            0 Tones/003_Soft_Sine rate=1:2 rate=3 amp=loud keep=all shiny
            1 gone.pat
            2 broken.pat
            3 %font "x.sf2" 0 3
            300 Tones/003_Soft_Sine
            4
            """);

    assertEquals(1, read.banks().get(0).patches().size());
    assertEquals(
        List.of(
            "directive progbase",
            "option rate= (2 times)",
            "option amp=loud",
            "option keep=all",
            "option shiny",
            "instead of a file: %font",
            "number beyond 127: 300",
            "number without a file",
            "patch that is not there: gone.pat",
            "patch broken.pat that is cut short or damaged: wave 0 of layer 0 needs 96 bytes at"
                + " 239, of which 61 are there"),
        read.unmapped());
  }

  @Test
  void only_what_lies_below_its_own_folder_is_sourced() throws IOException {
    Files.writeString(folder.resolve("Tones/more.cfg"), "bank 0\n7 Tones/003_Soft_Sine");
    Files.writeString(top.resolve("outside.cfg"), "bank 0\n7 Tones/003_Soft_Sine");
    Files.writeString(folder.resolve("again.cfg"), "source again.cfg");

    assertNotNull(read("source Tones/more.cfg").banks().get(0).program(7));
    assertNotNull(read("source " + folder.resolve("Tones/more.cfg")).banks().get(0).program(7));
    assertTrue(
        refusal("source ../outside.cfg")
            .endsWith("sources '../outside.cfg', which is not in its folder"));
    assertTrue(refusal("source again.cfg").endsWith("16 deep; it sources itself"));
    assertTrue(refusal("bank 0\n0 ../far/drum.pat").contains("not there: ../far/drum.pat"));
  }

  @Test
  void what_can_be_no_configuration_is_refused_in_a_line() {
    assertTrue(refusal("hello").endsWith("names no patch that can be played: directive hello"));
    assertTrue(refusal("0 x.pat").endsWith("has the number 0 before any 'bank' or 'drumset'"));
    assertTrue(refusal("bank x").contains("has a 'bank' without a number"));
  }

  @Test
  void a_word_may_be_as_long_as_the_file() throws IOException {
    String endless = "x".repeat(200_000);

    assertEquals(
        List.of("option x", "patch that is not there: " + "x".repeat(77) + "..."),
        read("bank 0\n1 %s\n0 Tones/003_Soft_Sine x\n".formatted(endless)).unmapped());
    assertTrue(refusal("bank 0\n0 x\"" + endless).contains("not there: x\"xx"));
  }

  @Test
  void sources_that_multiply_are_bounded_even_without_a_word_in_them() throws IOException {
    Files.writeString(folder.resolve("blank.cfg"), "\n".repeat(1 << 20));

    assertTrue(
        refusal("source blank.cfg\n".repeat(20))
            .endsWith("has, with what it sources, more than 16 MB of text"));
  }

  @Test
  void patches_of_many_waves_on_many_lines_are_bounded() throws IOException {
    PatBytes pat = new PatBytes();
    for (int wave = 0; wave < 4 * 128; wave++) {
      double hz = 440 * Math.pow(2, (wave % 128 - 69) / 12.0);
      int milliHz = (int) Math.round(1000 * hz);
      pat = wave > 0 && wave % 128 == 0 ? pat.layer() : pat;
      pat.add(new PatBytes.Wave(0, 0.5f).pitch(milliHz, milliHz, 261_626));
    }
    Files.write(folder.resolve("many.pat"), pat.bytes());
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append("bank %d\n%d many\n".formatted(i / 128, i % 128));
    }

    assertEquals(512, read("bank 0\n0 many").banks().get(0).program(0).zones().size());
    assertTrue(
        refusal(lines.toString())
            .endsWith("has more than 100000 zones in all its patches together"));
  }

  @Test
  void a_damaged_patch_is_told_by_its_name_alone_wherever_it_lies() throws IOException {
    folder = Files.createDirectories(top.resolve("a\\Eb"));
    Files.write(folder.resolve("broken.pat"), java.util.Arrays.copyOf(sine(), 300));
    Files.write(folder.resolve("whole.pat"), sine());

    assertEquals(
        List.of(
            "patch broken.pat that is cut short or damaged: wave 0 of layer 0 needs 96 bytes at"
                + " 239, of which 61 are there"),
        read("bank 0\n0 whole\n1 broken.pat").unmapped());
  }

  @Test
  void any_text_is_read_or_refused_in_a_line() throws IOException {
    String whole =
        """
        dir ../far
        source none.cfg
        drumset 3
        40 drum amp=100 note=60 pan=left keep=loop strip=env
        altassign 40 41 42
        bank 4
        7 "Tones/003_Soft_Sine.pat" amp=30 pan=-60 #comment
        """;
    String marks = "\"#=%\n\t -0123456789abcdeknpst./\0";
    Random random = new Random(3);
    int read = 0;
    for (int i = 0; i < 2000; i++) {
      StringBuilder damaged = new StringBuilder(whole.replace("none.cfg", i % 2 == 0 ? "" : "x"));
      for (int n = random.nextInt(6); n >= 0; n--) {
        damaged.setCharAt(
            random.nextInt(damaged.length()), marks.charAt(random.nextInt(marks.length())));
      }
      try {
        read(damaged.toString());
        read++;
      } catch (BadFileException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
    assertTrue(read > 200, "most damage leaves something: " + read);
  }

  private static void assertPitch(double hz, Patch patch, int key) {
    float[] heard = Player.of(patch).keyDown(key).play(48_000);
    assertEquals(0, Measure.cents(Measure.frequency(heard, 48_000, hz), hz), 1, "key " + key);
  }

  private String refusal(String text) {
    String message = assertThrows(BadFileException.class, () -> read(text)).getMessage();
    assertEquals(1, message.lines().count());
    return message;
  }

  private ConfigBanks.Read read(String text) throws IOException {
    Path file = folder.resolve("x.cfg");
    return ConfigBanks.read(file, text.getBytes(StandardCharsets.UTF_8), reads::add);
  }

  /// A sine of 480 Hz at key 60 that loops.
  private static byte[] sine() {
    int modes = PatBytes.BITS_16 | PatBytes.LOOP | PatBytes.SUSTAIN | PatBytes.ENVELOPE;
    float[] wave = Waves.sine(10, 1000);
    return new PatBytes()
        .add(new PatBytes.Wave(modes, wave).rateHz(48_000).loop(0, 1000, 0))
        .bytes();
  }
}

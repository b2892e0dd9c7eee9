package modpool.bank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import modpool.io.file.BadFileException;
import modpool.io.file.OutputException;
import modpool.patch.Bank;
import modpool.patch.BankReader;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;
import modpool.testing.Samples;
import modpool.testing.TestSound;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnBankTest {
  @TempDir private Path folder;
  private Path file;
  private OwnBank own;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("new").resolve("bank.json");
    own = new OwnBank(file);
  }

  private static Patch patch(String name) {
    Sample sample = Waves.loop(Loop.FORWARD, 20, 80, 22_050, Waves.sine(3, 100));
    return new Patch(name, List.of(Zone.of(sample, 60, new TestSound().gain(0.25).sound())));
  }

  private Bank read() throws IOException {
    return BankReader.read(file);
  }

  /// Every file, with what is in it.
  private TreeMap<String, List<Byte>> files() throws IOException {
    TreeMap<String, List<Byte>> files = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        List<Byte> bytes = new java.util.ArrayList<>();
        for (byte b : Files.readAllBytes(path)) {
          bytes.add(b);
        }
        files.put(folder.relativize(path).toString(), bytes);
      }
    }
    return files;
  }

  @Test
  void a_bank_is_made_for_the_first_patch_with_all_of_its_waveform() throws Exception {
    own.save(patch("Bell"), false, 9, false);
    assertEquals(
        List.of("new/bank.json", "new/bell/bell.json", "new/bell/samples/000-loop.wav"),
        List.copyOf(files().keySet()));
    Sample sample = read().program(9).zones().getFirst().sample();
    assertEquals(80, sample.loopEnd());
    assertArrayEquals(Waves.sine(3, 100), sample.whole(0), "also what lies behind the loop");
  }

  @Test
  void numbers_keep_their_presets() throws Exception {
    own.save(patch("Bell"), false, 9, false);
    own.save(patch("Horn"), false, 3, false);
    own.save(patch("Drums"), true, 9, false);
    assertEquals("Bell", read().program(9).name());
    assertEquals("Horn", read().program(3).name());
    assertEquals("Drums", read().kit(9).name());
    assertNull(read().program(0));
  }

  @Test
  void a_taken_number_is_refused_and_nothing_is_written() throws Exception {
    own.save(patch("Bell"), false, 9, false);
    var before = files();
    OutputException e =
        assertThrows(OutputException.class, () -> own.save(patch("Horn"), false, 9, false));
    assertTrue(e.getMessage().contains("bell/bell.json is there"), e.getMessage());
    assertEquals(before, files());
  }

  @Test
  void a_preset_that_is_saved_again_takes_its_own_place() throws Exception {
    own.save(patch("Bell"), false, 9, false);
    own.save(patch("Bell"), false, 10, false);
    assertEquals(5, files().size(), "a folder each");
    var before = files().keySet();
    own.save(patch("Bell"), false, 9, true);
    own.save(patch("Bell"), false, 10, true);
    assertEquals(before, files().keySet());
  }

  @Test
  void what_somebody_put_beside_a_preset_stays() throws Exception {
    own.save(patch("Bell"), false, 9, false);
    Path note = file.resolveSibling("bell").resolve("note.txt");
    Files.writeString(note, "mine");
    own.save(patch("Bell"), false, 9, true);
    assertEquals("mine", Files.readString(note));
    assertEquals("Bell", read().program(9).name());
  }

  @Test
  void presets_that_were_written_by_hand_stay_when_their_number_is_given_away() throws Exception {
    own.save(patch("Bell"), false, 9, false);
    Path folder = file.getParent();
    Files.move(folder.resolve("bell"), folder.resolve("by hand"));
    Files.writeString(
        file,
        "{\"name\": \"x\", \"programs\": {\"9\": \"by hand/bell.json\", \"1\": \"by"
            + " hand/bell.json\"}}");
    own.save(patch("Bell"), false, 9, true);
    assertTrue(Files.exists(folder.resolve("by hand").resolve("bell.json")));
    assertEquals("Bell", read().program(1).name());
    assertEquals("x", read().name());
  }

  @Test
  void a_damaged_bank_is_not_written_to() throws Exception {
    own.save(patch("Bell"), false, 9, false);
    Files.writeString(file, "{\"name\": \"x\", \"programs\": {\"9\": \"gone.json\"}}");
    var before = files();
    assertThrows(BadFileException.class, () -> own.save(patch("Horn"), false, 1, false));
    assertEquals(before, files());
  }

  @Test
  void where_no_folder_can_be_it_is_said() throws IOException {
    Files.writeString(folder.resolve("new"), "a file");
    OutputException e =
        assertThrows(OutputException.class, () -> own.save(patch("Bell"), false, 1, false));
    assertTrue(e.getMessage().startsWith("cannot make the folder"), e.getMessage());
  }

  @Test
  void zones_keep_their_keys_velocities_and_turns() throws Exception {
    Sample sample = Samples.oneShot("hit", 44_100, Waves.sine(1, 50));
    List<Trigger> triggers =
        List.of(
            Trigger.keys(0, 59).velocities(1, 63),
            Trigger.keys(0, 59).velocities(64, 127).inTurn(0, 2),
            Trigger.keys(0, 59).velocities(64, 127).inTurn(1, 2),
            Trigger.keys(60, 127).inLayer(2).choking(3, 4));
    own.save(
        new Patch(
            "Hits",
            triggers.stream().map(t -> new Zone(t, sample, 60, 1.5, 7, Sound.PLAIN)).toList()),
        true,
        0,
        false);
    assertEquals(triggers, read().kit(0).zones().stream().map(Zone::trigger).toList());
    assertEquals(7, read().kit(0).zones().getFirst().startFrame());
  }
}

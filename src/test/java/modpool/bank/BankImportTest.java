package modpool.bank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.io.file.OutputException;
import modpool.patch.Bank;
import modpool.patch.BankReader;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;
import modpool.patch.foreign.SoundDraft;
import modpool.testing.Measure;
import modpool.testing.Player;
import modpool.testing.Samples;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankImportTest {
  @TempDir Path folder;

  @Test
  void a_patch_is_read_back_as_it_was_written() throws Exception {
    Sound sound =
        new SoundDraft()
            .gainDb(-6)
            .pan(0.25)
            .velocityTracking(0.5)
            .amplitude(new Envelope(1, 20, 3, 400, 0.5, 600))
            .modulation(new Envelope(0, 5, 0, 100, 0, 50), 10, 2400)
            .lfo1(new Lfo(Lfo.Shape.TRIANGLE, 6, 100, 50, 20, 0, 0))
            .lfo2(new Lfo(Lfo.Shape.SINE, 3, 0, 0, 0, 500, 2))
            .filter(new Filter(900, 3, 50, 1200))
            .toSound();
    Zone zone =
        new Zone(
            Trigger.keys(10, 70).velocities(20, 90).inLayer(1).inTurn(1, 3).choking(4, 5),
            Waves.loop(Loop.PING_PONG, 10, 90, 22_050, Waves.sine(3, 100)),
            62,
            12.5,
            7,
            sound);
    Zone plain = Zone.of(Samples.oneShot("bell", 8000, 0, 0.5f), 60, Sound.PLAIN);

    write(new Patch("Odd", List.of(zone, plain)), "odd");
    Patch read = BankReader.read(folder.resolve("bank")).program(3);

    Zone one = read.zones().getFirst();
    assertEquals("Odd", read.name());
    assertEquals(zone.trigger(), one.trigger());
    assertEquals(62, one.rootKey());
    assertEquals(12.5, one.tuneCents());
    assertEquals(7, one.startFrame());
    assertEquals(Loop.PING_PONG, one.sample().loop());
    assertArrayEquals(zone.sample().recorded(0), one.sample().recorded(0));
    assertEquals(-6, Measure.dB(one.sound().gain()), 1e-5);
    assertEquals(sound.withGain(1), one.sound().withGain(1));
    assertEquals(Sound.PLAIN, read.zones().get(1).sound());
    assertEquals(Loop.NONE, read.zones().get(1).sample().loop());
  }

  @Test
  void tuning_beyond_an_octave_and_a_rate_with_a_fraction_keep_their_pitch() throws Exception {
    for (double track : new double[] {100, 0}) {
      Sound sound = new SoundDraft().keyTrackCents(track).toSound();
      Sample sine = Samples.looped("sine", 3546895 / 428.0, Waves.sine(10, 1000));
      Patch patch = new Patch("p", List.of(new Zone(0, 127, sine, 60, 2530, 0, sound)));
      String name = "track" + (int) track;

      write(patch, name);
      Bank bank = BankReader.read(folder.resolve("bank"));
      Patch read = bank.program(track == 100 ? 3 : 4);

      double hz = sine.rateHz() / 100 * Math.pow(2, (2530 + 2 * track) / 1200);
      float[] heard = Player.of(read).keyDown(62).play(48_000);
      assertEquals(0, Measure.cents(Measure.frequency(heard, 48_000, hz), hz), 0.02, name);
    }
  }

  @Test
  void a_bank_that_is_there_is_added_to_and_no_number_changes_its_preset() throws Exception {
    write(tone("First"), "first");
    BankImport second = write(tone("Second"), "second");

    Bank bank = BankReader.read(folder.resolve("bank"));
    assertEquals("First", bank.program(3).name());
    assertEquals("Second", bank.program(4).name());
    assertEquals(new BankImport.Row("bank.json", false, 3, 4, "Second"), second.rows().getFirst());
  }

  @Test
  void nothing_is_overwritten_without_force() throws Exception {
    write(tone("First"), "same");
    byte[] before = Files.readAllBytes(folder.resolve("bank/bank.json"));

    OutputException e = assertThrows(OutputException.class, () -> write(tone("Other"), "same"));
    assertTrue(e.getMessage().contains("--force replaces it"), e.getMessage());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("bank/bank.json")));

    importing(tone("Other"), "same", true).write();
    Bank bank = BankReader.read(folder.resolve("bank"));
    assertEquals("Other", bank.program(3).name());
    assertEquals(1, bank.patches().size());
    assertOnly("bank.json", "same");
  }

  @Test
  void what_a_killed_import_left_is_in_nobodys_way() throws Exception {
    write(tone("First"), "same");
    Files.createDirectory(folder.resolve("bank/.modpool-same.old"));
    Files.writeString(folder.resolve("bank/.modpool-same.old/000-first.json"), "half");

    importing(tone("Other"), "same", true).write();

    assertEquals("Other", BankReader.read(folder.resolve("bank")).program(3).name());
    assertOnly("bank.json", "same");
  }

  @Test
  void when_one_of_several_bank_files_cannot_be_written_all_stays_as_it_was() throws Exception {
    write(tone("First"), "first");
    byte[] before = Files.readAllBytes(folder.resolve("bank/bank.json"));
    link("bank-8.json", "gone/bank-8.json"); // there is no such folder

    assertThrows(OutputException.class, () -> twoBanks("both", false).write());

    assertArrayEquals(before, Files.readAllBytes(folder.resolve("bank/bank.json")));
    assertEquals("First", BankReader.read(folder.resolve("bank")).program(3).name());
    assertOnly("bank-8.json", "bank.json", "first");
  }

  @Test
  void when_one_of_several_bank_files_cannot_take_its_place_all_is_put_back() throws Exception {
    write(tone("First"), "same");
    byte[] before = Files.readAllBytes(folder.resolve("bank/bank.json"));
    link("bank-8.json", "same/bank-8.json"); // its draft leaves with the folder that is replaced

    assertThrows(OutputException.class, () -> twoBanks("same", true).write());

    assertArrayEquals(before, Files.readAllBytes(folder.resolve("bank/bank.json")));
    assertEquals("First", BankReader.read(folder.resolve("bank")).program(3).name());
    assertOnly("bank-8.json", "bank.json", "same");
    String[] files = folder.resolve("bank/same").toFile().list();
    Arrays.sort(files);
    assertArrayEquals(new String[] {"000-first.json", "samples"}, files);
  }

  private void link(String name, String to) throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve("bank").resolve(name), Path.of(to));
    } catch (UnsupportedOperationException | FileSystemException e) {
      assumeTrue(false, "no symbolic links here: " + e.getMessage());
    }
  }

  private BankImport twoBanks(String name, boolean force) {
    SortedMap<Integer, Bank> banks = new TreeMap<>();
    for (int number : new int[] {0, 8}) {
      banks.put(number, new Bank("b", new Patch[] {tone("t" + number)}, new Patch[0]));
    }
    BankFile file = new BankFile("test", banks, "", List.of());
    return new BankImport(file, folder.resolve("bank"), name, force);
  }

  @Test
  void a_folder_with_other_things_is_left_alone() throws Exception {
    Files.createDirectory(folder.resolve("bank"));
    Files.writeString(folder.resolve("bank/diary.txt"), "private");

    OutputException e = assertThrows(OutputException.class, () -> write(tone("First"), "x"));
    assertTrue(e.getMessage().contains("it holds other files and no bank.json"), e.getMessage());
    assertOnly("diary.txt");
  }

  @Test
  void a_full_bank_takes_nothing_and_keeps_what_it_has() throws Exception {
    Patch[] all = new Patch[Bank.PROGRAMS];
    Arrays.setAll(all, i -> tone("p" + i));
    BankFile full = BankFile.of("test", new Bank("full", all, new Patch[0]), List.of());
    new BankImport(full, folder.resolve("bank"), "full", false).write();

    OutputException e = assertThrows(OutputException.class, () -> write(tone("One"), "one"));

    assertTrue(e.getMessage().contains("all 128 numbers are taken"), e.getMessage());
    assertOnly("bank.json", "full");
  }

  @Test
  void exported_samples_come_back_with_their_loops_at_their_pitch() throws Exception {
    Sample sine = Samples.looped("Sine", 24_000, Waves.sine(10, 500));
    Patch patch = new Patch("p", List.of(new Zone(0, 127, sine, 48, 20, 0, Sound.PLAIN)));
    Bank bank = new Bank("b", new Patch[] {patch}, new Patch[] {patch});
    for (SampleExport.Format format : SampleExport.Format.values()) {
      Path into = folder.resolve(format.name());
      SampleExport export = new SampleExport(bank, format);
      export.write(into, false);

      Patch read = BankFiles.read(into.resolve(export.files().getFirst())).program(0);

      assertEquals(1, export.files().size(), "a sample of two presets is one file");
      double hz = 480 * Math.pow(2, (12 * 100 + 20) / 1200.0);
      float[] heard = Player.of(read).keyDown(60).play(48_000);
      assertEquals(0, Measure.cents(Measure.frequency(heard, 48_000, hz), hz), 0.05, "" + format);
      assertThrows(OutputException.class, () -> export.write(into, false));
    }
  }

  private BankImport write(Patch patch, String name) throws IOException, OutputException {
    BankImport importing = importing(patch, name, false);
    importing.write();
    return importing;
  }

  private BankImport importing(Patch patch, String name, boolean force) {
    Patch[] programs = {null, null, null, patch};
    Bank bank = new Bank("Test", programs, new Patch[0]);
    return new BankImport(
        BankFile.of("test", bank, List.of()), folder.resolve("bank"), name, force);
  }

  private static Patch tone(String name) {
    return new Patch(
        name, List.of(Zone.of(Samples.looped("sine", 8000, Waves.sine(1, 64)), 60, Sound.PLAIN)));
  }

  private void assertOnly(String... names) throws IOException {
    try (var files = Files.list(folder.resolve("bank"))) {
      assertEquals(List.of(names), files.map(f -> f.getFileName().toString()).sorted().toList());
    }
    try (var files = Files.list(folder)) {
      assertFalse(files.anyMatch(f -> f.getFileName().toString().startsWith(".modpool")));
    }
  }
}

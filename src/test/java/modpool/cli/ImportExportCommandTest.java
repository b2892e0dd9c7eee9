package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import modpool.bank.BankFiles;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.patch.Bank;
import modpool.patch.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `import` and `export` as they are typed.
class ImportExportCommandTest {
  @TempDir private Path folder;
  private Path module;
  private Path bank;
  private Path samples;

  @BeforeEach
  void writeModule() throws IOException {
    module = folder.resolve("two.mod");
    bank = folder.resolve("bank");
    samples = folder.resolve("samples");
    byte[] song =
        SongText.song("two")
            .sample(new ModuleSample("low", 0, 64, 0, 64, SongText.square(64)))
            .sample(new ModuleSample("high", 0, 20, 0, 32, SongText.square(32)))
            .pattern("C-2 01 | E-2 02")
            .mod();
    Files.write(module, song);
  }

  private static void assertDone(CommandLineRun run, String firstLine) {
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    assertEquals(firstLine, run.out().lines().findFirst().orElse(""));
  }

  /// One line, and nothing in the folder is another.
  private void assertRefused(
      CommandLineRun run, int exitCode, Map<String, String> before, String... words)
      throws IOException {
    assertEquals(exitCode, run.exitCode(), run.err());
    assertEquals("", run.out());
    for (String word : words) {
      assertTrue(run.err().contains(word), word + " in " + run.err());
    }
    if (exitCode == ExitCode.BAD_FILE) {
      assertEquals(1, run.errorLines(), run.err());
      assertTrue(run.err().startsWith("modpool: "), run.err());
    }
    assertEquals(before, everything());
  }

  /// All files and folders with what is in them; those out of sight too.
  private Map<String, String> everything() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        contents.put(
            folder.relativize(path).toString(),
            Files.isDirectory(path)
                ? "folder"
                : HexFormat.of().formatHex(Files.readAllBytes(path)));
      }
    }
    return contents;
  }

  private CommandLineRun importing(Object... more) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("import", module, "--into", bank), Stream.of(more)).toArray());
  }

  private CommandLineRun exporting(Object... more) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("export", module, "--into", samples), Stream.of(more)).toArray());
  }

  @Test
  void an_import_counts_what_it_wrote() throws IOException {
    CommandLineRun run = importing();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.out()
            .lines()
            .findFirst()
            .orElse("")
            .endsWith("2 presets, 2 zones, 2 samples into " + bank),
        run.out());
    Bank read = BankFiles.read(bank);
    assertEquals("low", read.program(0).name());
    assertEquals("high", read.program(1).name());
    try (Stream<Path> files = Files.list(bank.resolve("two/samples"))) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void what_is_imported_twice_needs_force_or_another_name() throws IOException {
    importing();
    Map<String, String> once = everything();
    assertRefused(importing(), ExitCode.BAD_FILE, once, "two", "--force", "--name");
    assertEquals(0, importing("--force").exitCode());
    assertEquals(once, everything(), "the same in the same place");

    CommandLineRun beside = importing("--name", "again");
    assertEquals(0, beside.exitCode(), beside.err());
    assertTrue(beside.out().contains("program 0 was taken: 'low' is 2"), beside.out());
    assertTrue(beside.out().contains("program 1 was taken: 'high' is 3"), beside.out());
    assertEquals("low", BankFiles.read(bank).program(0).name());
    assertEquals("low", BankFiles.read(bank).program(2).name());
  }

  @Test
  void a_folder_of_other_things_is_written_to_by_force_only() throws IOException {
    Files.createDirectory(bank);
    Files.writeString(bank.resolve("diary.txt"), "private");
    assertRefused(importing(), ExitCode.BAD_FILE, everything(), "holds other files", "--force");
    assertEquals(0, importing("--force").exitCode());
    assertEquals("private", Files.readString(bank.resolve("diary.txt")));
    assertEquals("high", BankFiles.read(bank).program(1).name());
  }

  @Test
  void a_file_that_is_none_leaves_no_bank() throws IOException {
    Files.writeString(module, "not a module");
    assertRefused(importing(), ExitCode.BAD_FILE, everything(), module.toString());
    Files.delete(module);
    assertRefused(importing(), ExitCode.BAD_FILE, everything(), module.toString());
  }

  @Test
  void a_bank_is_not_written_over_a_file_or_into_no_folder() throws IOException {
    Files.writeString(bank, "a file");
    assertRefused(importing(), ExitCode.BAD_FILE, everything(), "it is a file");
    bank = folder.resolve("no/such");
    assertRefused(importing(), ExitCode.BAD_FILE, everything(), "create it first");
  }

  @Test
  void options_that_contradict_are_wrong_usage() throws IOException {
    Map<String, String> before = everything();
    assertRefused(importing("--loop", "0:8"), ExitCode.BAD_USAGE, before, "--rate");
    assertRefused(
        importing("--rate", "8000", "--loop", "all"), ExitCode.BAD_USAGE, before, "START:LENGTH");
    assertRefused(exporting("--format", "mp3"), ExitCode.BAD_USAGE, before, "8svx or wav", "mp3");
    assertRefused(CommandLineRun.of("import", module), ExitCode.BAD_USAGE, before, "--into");
    assertRefused(CommandLineRun.of("export", module), ExitCode.BAD_USAGE, before, "--into");
  }

  @Test
  void an_export_counts_its_files_and_needs_force_to_replace_them() throws IOException {
    assertDone(exporting(), "2 samples into " + samples);
    Map<String, String> once = everything();
    assertTrue(once.containsKey("samples/000-low.wav"), once.keySet().toString());
    assertTrue(once.containsKey("samples/001-high.wav"), once.keySet().toString());
    assertRefused(exporting(), ExitCode.BAD_FILE, once, samples.toString(), "--force");

    Files.writeString(samples.resolve("000-low.wav"), "old");
    Files.writeString(samples.resolve("notes.txt"), "mine");
    assertDone(exporting("--force"), "2 samples into " + samples);
    assertEquals("mine", Files.readString(samples.resolve("notes.txt")));
    Files.delete(samples.resolve("notes.txt"));
    assertEquals(once, everything());
  }

  @Test
  void an_export_of_nothing_or_onto_a_file_leaves_all_as_it_was() throws IOException {
    Files.writeString(samples, "a file");
    assertRefused(exporting(), ExitCode.BAD_FILE, everything(), "it is a file");
    assertRefused(exporting("--force"), ExitCode.BAD_FILE, everything(), "it is a file");
    Files.delete(samples);
    module = folder.resolve("none.mod");
    assertRefused(exporting(), ExitCode.BAD_FILE, everything(), "none.mod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wav", "8svx"})
  void samples_come_back_through_files_of_other_programs(String format) throws IOException {
    Bank before = BankFiles.read(module);
    assertDone(exporting("--format", format), "2 samples into " + samples);
    for (String name : List.of("low", "high")) {
      int number = name.equals("low") ? 0 : 1;
      Path file = samples.resolve("00" + number + "-" + name + "." + format);
      assertEquals(0, CommandLineRun.of("import", file, "--into", bank, "--name", name).exitCode());
      Bank after = BankFiles.read(bank);
      Sample was = before.program(number).zones().getFirst().sample();
      Sample is = after.program(number).zones().getFirst().sample();
      assertEquals(was.loop(), is.loop());
      assertArrayEquals(was.recorded(0), is.recorded(0));
      assertEquals(
          before.program(number).zones().getFirst().centsAt(60) + cents(was.rateHz()),
          after.program(number).zones().getFirst().centsAt(60) + cents(is.rateHz()),
          0.1,
          "its pitch");
    }
  }

  private static double cents(double rateHz) {
    return 1200 * Math.log(rateHz) / Math.log(2);
  }
}

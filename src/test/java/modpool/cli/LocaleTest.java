package modpool.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import modpool.Modpool;
import modpool.Settings;
import modpool.testing.Program;
import modpool.worklet.PoolStats.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the locale has digits of its own, names and numbers are the same as anywhere.
class LocaleTest {
  private static final Path DEMO = Path.of("presets/songs/demo.mod");
  private static final Locale PERSIAN = Locale.forLanguageTag("fa-IR");

  @TempDir private Path folder;

  /// What has to be true whoever the user is.
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void inPersian(Work work) throws IOException {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, PERSIAN);
    try {
      assertEquals("\u06F7", String.format("%d", 7), "digits of its own");
      work.run();
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  private static void assertPlain(Path folder) throws IOException {
    List<String> names = names(folder);
    assertTrue(names.size() > 4, names::toString);
    assertTrue(
        names.stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode),
        names::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"presets", "pool presets/songs/demo.mod"})
  void what_the_program_says_has_plain_digits(String command) throws Exception {
    String[] words = command.split(" ");
    ProcessBuilder builder = Program.java(Main.class.getName(), words);
    builder.command().addAll(1, List.of("-Duser.language=fa", "-Duser.country=IR"));
    String plain = CommandLineRun.of((Object[]) words).out();
    try (Program program = new Program(builder, folder.resolve("err.txt"))) {
      for (String line : plain.lines().toList()) {
        assertEquals(line, program.line());
      }
      assertEquals(0, program.exitCode(), program.errors());
    }
  }

  @Test
  void the_pool_s_ids_have_plain_digits_in_the_library_too() throws IOException {
    inPersian(
        () -> {
          JsonNode pool =
              new ObjectMapper().readTree(CommandLineRun.of("pool", DEMO, "--json").out());
          assertEquals("01", pool.at("/allocations/0/instrumentId").asText());
          try (Modpool modpool = Modpool.open(new Settings().channels(1))) {
            List<Row> rows = modpool.control().poolStats().allocations();
            assertEquals("ch01", rows.getFirst().instrumentId());
          }
        });
  }

  @Test
  void files_of_stems_have_plain_digits() throws IOException {
    inPersian(
        () -> {
          for (String song : List.of("demo.mod", "demo.mid")) {
            Path stems = folder.resolve("stems of " + song);
            Path input = DEMO.resolveSibling(song);
            Path out = folder.resolve("out.wav");
            String[] cut = {"--seconds", "1"};
            CommandLineRun run =
                CommandLineRun.of("render", input, "-o", out, "--stems", stems, cut[0], cut[1]);
            assertEquals(0, run.exitCode(), run.err());
            assertPlain(stems);
          }
        });
  }

  @Test
  void files_of_banks_have_plain_digits() throws IOException {
    inPersian(
        () -> {
          Path bank = folder.resolve("bank");
          Path samples = folder.resolve("samples");
          CommandLineRun.of("import", DEMO, "--into", bank);
          CommandLineRun.of("export", DEMO, "--into", samples, "--format", "wav");
          assertPlain(bank);
          assertPlain(samples);
        });
  }
}

package modpool.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import modpool.io.file.BadFileException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Reads a folder of real, odd and hostile modules that is not part of this tree: their licences
/// differ. `-Dmodpool.corpus=DIR` says where it is.
class CorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("modpool.corpus", "../shared/corpus"));

  @BeforeAll
  static void the_corpus_is_there() {
    assumeTrue(
        Files.isReadable(CORPUS.resolve("MANIFEST.tsv")),
        "no corpus at " + CORPUS + "; set -Dmodpool.corpus");
  }

  @TestFactory
  Stream<DynamicTest> real_modules_are_what_the_manifest_says() throws IOException {
    return rows()
        .filter(row -> row.get("format").equals("mod"))
        .map(row -> DynamicTest.dynamicTest(row.get("file"), () -> checkAgainst(row)));
  }

  private static void checkAgainst(Map<String, String> row) throws IOException {
    Module module = ModReader.read(CORPUS.resolve(row.get("file")));

    assertEquals(Integer.parseInt(row.get("channels")), module.channels(), "channels");
    assertEquals(Integer.parseInt(row.get("orders")), module.orders().size(), "orders");
    assertEquals(31, module.samples().size());
    assertEquals(
        Integer.parseInt(row.get("instr_used")),
        module.usedSamples().size(),
        () -> "used: " + module.usedSamples());
    assertEquals(List.of(), module.warnings());
  }

  @TestFactory
  Stream<DynamicTest> hostile_files_are_read_or_refused() throws IOException {
    return rows()
        .map(row -> row.get("file"))
        .filter(file -> file.startsWith("corrupt/"))
        .map(file -> DynamicTest.dynamicTest(file, () -> readOrRefuse(CORPUS.resolve(file))));
  }

  private static void readOrRefuse(Path file) {
    try {
      Module module = ModReader.read(file);
      module.usedSamples();
    } catch (BadFileException e) {
      assertFalse(e.getMessage().isBlank());
    }
  }

  private static Stream<Map<String, String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(CORPUS.resolve("MANIFEST.tsv"));
    List<String> columns = List.of(lines.getFirst().split("\t"));
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                Map.of(
                    "file", cells[columns.indexOf("file")],
                    "format", cells[columns.indexOf("format")],
                    "channels", cells[columns.indexOf("channels")],
                    "orders", cells[columns.indexOf("orders")],
                    "instr_used", cells[columns.indexOf("instr_used")]));
  }
}

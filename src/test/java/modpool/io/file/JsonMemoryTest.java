package modpool.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonMemoryTest {
  private final List<String> said = new ArrayList<>();

  @TempDir private Path folder;
  private Path file;
  private JsonMemory memory;

  @BeforeEach
  void name() {
    file = folder.resolve("it.json");
    memory = new JsonMemory(file, "it is as it was at first");
  }

  @Test
  void what_cannot_be_understood_is_set_aside_and_what_lies_there_is_kept() throws IOException {
    Files.writeString(file, "first");
    assertTrue(memory.read(said::add).isEmpty());
    Files.writeString(file, "[2]");
    assertTrue(memory.read(said::add).isEmpty());

    assertFalse(Files.exists(file));
    assertEquals("first", Files.readString(folder.resolve("it.json.broken")));
    assertEquals("[2]", Files.readString(folder.resolve("it.json.broken2")));
    assertEquals(2, said.size());
    assertTrue(said.getLast().contains("it is now it.json.broken2"), said::toString);
  }

  @Test
  void what_cannot_be_read_stays_where_it_is() throws IOException {
    Files.createDirectory(file); // nobody may read it as a file, not even root
    assertTrue(memory.read(said::add).isEmpty());

    assertTrue(Files.isDirectory(file));
    assertEquals(1, said.size());
    assertTrue(said.getFirst().contains("it.json cannot be read ("), said::toString);
    assertTrue(said.getFirst().endsWith("so it is as it was at first"), said::toString);
  }

  @Test
  void without_a_file_nothing_is_remembered() throws OutputException {
    JsonMemory none = new JsonMemory(null, "");
    none.write(none.read(said::add).put("a", 1));
    assertTrue(none.read(said::add).isEmpty());
    assertEquals(List.of(), said);
  }
}

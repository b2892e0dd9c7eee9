package modpool.io.javasound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import modpool.io.file.OutputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferMemoryTest {
  @TempDir Path folder;

  @Test
  void each_device_and_rate_has_its_own() throws OutputException {
    Path file = folder.resolve("new/folder/javasound.json");
    BufferMemory memory = new BufferMemory(file);
    assertEquals(OptionalInt.empty(), recall(memory, "A", 48_000));
    memory.keep("A", 48_000, 384, BufferMemoryTest::none);
    memory.keep("B", 48_000, 512, BufferMemoryTest::none);
    memory.keep("A", 44_100, 256, BufferMemoryTest::none);
    memory.keep("A", 48_000, 576, BufferMemoryTest::none);

    BufferMemory later = new BufferMemory(file);
    assertEquals(OptionalInt.of(576), recall(later, "A", 48_000));
    assertEquals(OptionalInt.of(512), recall(later, "B", 48_000));
    assertEquals(OptionalInt.of(256), recall(later, "A", 44_100));
  }

  @Test
  void what_else_is_in_the_file_stays() throws Exception {
    Path file = Files.writeString(folder.resolve("javasound.json"), "{\"other\": [1, 2]}");
    new BufferMemory(file).keep("A", 48_000, 384, BufferMemoryTest::none);
    assertTrue(Files.readString(file).contains("\"other\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-64", "1e9", "99999999", "\"384\"", "384.5", "null", "{}"})
  void no_number_of_frames_is_none(String value) throws Exception {
    Path file = folder.resolve("javasound.json");
    Files.writeString(file, "{\"bufferFrames\": {\"A, 48000 Hz\": " + value + "}}");
    assertEquals(OptionalInt.empty(), recall(new BufferMemory(file), "A", 48_000));
    assertTrue(Files.exists(file), "the file itself can be understood");
  }

  @Test
  void nothing_is_remembered_nowhere() throws OutputException {
    BufferMemory memory = new BufferMemory(null);
    memory.keep("A", 48_000, 384, BufferMemoryTest::none);
    assertEquals(OptionalInt.empty(), recall(memory, "A", 48_000));
    assertFalse(Files.exists(folder.resolve("javasound.json")));
  }

  private static OptionalInt recall(BufferMemory memory, String device, int rate) {
    return memory.recall(device, rate, BufferMemoryTest::none);
  }

  private static void none(String said) {
    fail(said);
  }
}

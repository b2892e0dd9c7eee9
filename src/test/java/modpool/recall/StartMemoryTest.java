package modpool.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.dsp.Interpolation;
import modpool.io.file.JsonMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the next start has, from one start to the next.
class StartMemoryTest {
  @TempDir private Path folder;
  private Path file;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("config").resolve("start.json");
  }

  private StartMemory memory() {
    return new StartMemory(new JsonMemory(file, "modpool starts as it did at first"));
  }

  private StartSettings read() {
    return memory().read(said::add);
  }

  @Test
  void what_is_chosen_comes_back_and_usual_forgets_it() throws IOException {
    StartMemory memory = memory();
    memory.remember("audio javasound:Fast Track [plughw:1,0]", said::add);
    memory.remember("block 128", said::add);
    memory.remember("interpolation sinc", said::add);
    memory.remember("limiter off", said::add);
    StartSettings wanted =
        new StartSettings(
            "javasound:Fast Track [plughw:1,0]", 128, Interpolation.SINC, Boolean.FALSE);
    assertEquals(wanted, memory.settings());
    assertEquals(wanted, read());
    assertEquals("Fast Track [plughw:1,0]", read().device());

    for (String name : List.of("audio", "block", "interpolation", "limiter")) {
      memory.remember(name + " usual", said::add);
    }
    assertEquals(StartSettings.USUAL, read());
    assertEquals(List.of(), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "audio",
        "audio wav:song.wav",
        "audio javasound:",
        "block",
        "block 0",
        "block 8193",
        "block 1e2",
        "interpolation best",
        "limiter perhaps",
        "volume 7"
      })
  void what_is_not_understood_changes_nothing(String line) {
    assertThrows(IllegalArgumentException.class, () -> memory().remember(line, said::add));
    assertFalse(Files.exists(file));
  }

  @Test
  void a_broken_file_is_set_aside_and_said() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"block\": 128");
    assertEquals(StartSettings.USUAL, read());
    assertEquals(1, said.size());
    assertTrue(said.getFirst().contains("start.json.broken"), said::getFirst);
    assertTrue(Files.exists(file.resolveSibling("start.json.broken")));
    assertFalse(Files.exists(file));
  }

  @Test
  void what_a_file_says_without_sense_is_as_if_it_were_not_there() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{\"block\": 99999, \"audio\": [1], \"limiter\": \"maybe\", \"interpolation\": \"sinc\","
            + " \"later\": 1}");
    assertEquals(new StartSettings(null, null, Interpolation.SINC, null), read());
    memory().remember("block 32", said::add);
    assertTrue(Files.readString(file).contains("later"), "what another version keeps there stays");
  }
}

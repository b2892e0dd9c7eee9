package modpool.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.JsonMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is bound, and how it is remembered.
class BindingsTest {
  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  private static Binding binding(int controller, int channel, String control) {
    return new Binding(controller, channel, ControlName.parse(control));
  }

  private BindingMemory memory() {
    Path file = folder.resolve("modpool").resolve("controllers.json");
    return new BindingMemory(new JsonMemory(file, "no controller is learned"));
  }

  @ParameterizedTest
  @EnumSource
  void every_control_has_a_name_that_leads_back_to_it(Knob knob) {
    ControlName last = new ControlName(knob, knob.place.most);
    assertEquals(last, ControlName.parse(last.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "volume", "ch.volume", "ch0.volume", "ch17.pan", "ch1.tempo", "track33.mute",
        "track1.volume", "ch1volume", "song", "song.stop", "CH1.volume", "ch1.volume ", "ch001.pan"
      })
  void there_is_no_other_control(String text) {
    assertThrows(IllegalArgumentException.class, () -> ControlName.parse(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6, 32, 38, 64, 65, 66, 67, 68, 69, 96, 101, 120, 123, 127, 128})
  void controllers_with_a_meaning_of_their_own_cannot_be_had(int controller) {
    assertThrows(IllegalArgumentException.class, () -> binding(controller, 1, "ch1.volume"));
  }

  @Test
  void a_controller_has_one_control_and_a_control_one_controller() {
    Bindings bindings =
        Bindings.NONE
            .with(binding(21, 1, "ch1.volume"))
            .with(binding(22, 1, "ch2.volume"))
            .with(binding(21, 1, "song.tempo")) // another control
            .with(binding(23, 5, "ch2.volume")); // another controller
    assertEquals(
        List.of(binding(21, 1, "song.tempo"), binding(23, 5, "ch2.volume")), bindings.list());
    assertNull(bindings.controlOf(22, 1));
    assertNull(bindings.controlOf(23, 1), "of another channel");
    assertEquals(
        List.of(),
        bindings
            .without(ControlName.parse("song.tempo"))
            .without(ControlName.parse("ch2.volume"))
            .list());
  }

  @Test
  void no_more_than_256_are_kept() {
    Bindings bindings = Bindings.NONE;
    List<ControlName> all = new ArrayList<>();
    for (Knob knob : Knob.values()) {
      for (int number = Math.min(1, knob.place.most); number <= knob.place.most; number++) {
        all.add(new ControlName(knob, number));
      }
    }
    for (int i = 0; i < Math.min(256, all.size()); i++) {
      bindings = bindings.with(new Binding(102 + i % 16, 1 + i / 16, all.get(i)));
    }
    assertTrue(bindings.list().size() <= 256);
  }

  @Test
  void what_was_bound_comes_back_from_the_file() {
    Bindings bindings =
        Bindings.NONE.with(binding(21, 16, "ch10.macro4")).with(binding(1, 1, "panic"));
    memory().write(bindings, said::add);
    assertEquals(bindings.list(), memory().read(said::add).list());
    memory().write(Bindings.NONE, said::add);
    assertEquals(List.of(), memory().read(said::add).list());
    assertEquals(List.of(), said);
  }

  @Test
  void a_broken_file_is_set_aside_and_said() throws IOException {
    Path file = Files.createDirectories(folder.resolve("modpool")).resolve("controllers.json");
    Files.writeString(file, "{\"bindings\": [{");
    assertEquals(List.of(), memory().read(said::add).list());
    assertEquals(1, said.size());
    assertTrue(said.getFirst().contains("controllers.json.broken"), said::getFirst);
    assertTrue(Files.exists(file.resolveSibling("controllers.json.broken")));
  }

  @Test
  void a_pedal_that_an_older_version_learned_is_left_out_and_said() throws IOException {
    Path file = Files.createDirectories(folder.resolve("modpool")).resolve("controllers.json");
    Files.writeString(
        file,
        """
        {"bindings": [{"controller": 64, "channel": 1, "control": "song.play"},
          {"controller": 66, "channel": 1, "control": "panic"},
          {"controller": 23, "channel": 2, "control": "ch3.pan"}]}
        """);
    assertEquals(List.of(binding(23, 2, "ch3.pan")), memory().read(said::add).list());
    assertEquals(1, said.size());
    String line = said.getFirst();
    assertTrue(line.startsWith(file + ": left out: controller 64 has a meaning of its own"), line);
  }

  @Test
  void an_entry_without_sense_is_left_out() throws IOException {
    Path file = Files.createDirectories(folder.resolve("modpool")).resolve("controllers.json");
    Files.writeString(
        file,
        """
        {"bindings": [7, {"controller": 21, "channel": 99, "control": "ch1.pan"},
          {"controller": 0, "channel": 1, "control": "ch1.pan"},
          {"controller": 22, "channel": 1, "control": "ch1.wah"}, {},
          {"controller": 23, "channel": 2, "control": "ch3.pan"}]}
        """);
    assertEquals(List.of(binding(23, 2, "ch3.pan")), memory().read(said::add).list());
  }
}

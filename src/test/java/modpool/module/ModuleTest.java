package modpool.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleTest {
  @Test
  void used_samples_are_those_that_played_patterns_name() {
    Module song =
        SongText.song("x")
            .sample("one", 64)
            .sample("two", 64)
            .sample("three", 64)
            .sample(ModuleSample.EMPTY)
            .pattern("C-2 03 | C-2 01 | C-2 04 | C-2 31")
            .pattern("C-2 02")
            .orders(0, 0)
            .module();

    assertEquals(List.of(1, 3, 4), song.usedSamples(), "2 is not reached, 31 is not there");
  }

  @Test
  void a_number_without_a_sample_is_an_empty_one() {
    Module song = SongText.song("x").sample("one", 64).pattern("").module();

    assertTrue(song.sample(0).isEmpty());
    assertTrue(song.sample(2).isEmpty());
    assertEquals("one", song.sample(1).name());
  }

  @Test
  void an_order_needs_its_pattern() {
    SongText song = SongText.song("x").pattern("").orders(1);

    assertThrows(IllegalArgumentException.class, song::module);
  }
}

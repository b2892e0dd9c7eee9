package modpool.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of chords.
class ChordNameTest {
  private static String name(String keys) {
    return ChordName.of(Stream.of(keys.strip().split("\\s+")).map(Integer::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "60 64 67, C",
    "57 60 64, Am",
    "64 67 72, C/E",
    "55 60 64, C/G",
    "60 64 67 70, C7",
    "60 64 67 71, Cmaj7",
    "62 65 69 72, Dm7",
    "60 63 67 71, Cm(maj7)",
    "60 64 67 69, C6",
    "57 60 64 67, Am7",
    "60 63 66, Cdim",
    "60 63 66 69, Cdim7",
    "59 62 65 69, Bm7♭5",
    "60 64 68, Caug",
    "64 68 72, Eaug",
    "60 65 67, Csus4",
    "60 62 67, Csus2",
    "60 65 67 70, C7sus4",
    "60 64 67 74, Cadd9",
    "60 64 67 70 74, C9",
    "60 64 67 71 74, Cmaj9",
    "60 63 67 70 74, Cm9",
    "64 68 71 74 79, E7♯9",
    "60 64 70, C7",
    "60 67 72, C5",
    "61 65 68, C♯",
    "48 60 64 67 72 76 84, C",
    "50 60 64 67, Cadd9/D"
  })
  void chords_are_named_by_their_lowest_key_where_that_is_a_root(String keys, String chord) {
    assertEquals(chord, name(keys));
  }

  @Test
  void a_key_and_an_interval_have_names_too() {
    assertEquals("", ChordName.of(List.of()));
    assertEquals("C4", name("60"));
    assertEquals("C4–G4  fifth", name("60 67"));
    assertEquals("C4–C5  octave", name("60 72"));
    assertEquals("E4–C5  minor sixth", name("64 72"));
  }

  @Test
  void what_makes_no_chord_is_spelt() {
    assertEquals("C C♯ D", name("60 61 62"));
    assertEquals("C C♯ D", name("60 61 62 72"));
  }

  @Property
  void the_name_moves_with_the_keys(
      @ForAll @IntRange(min = 0, max = 40) int by, @ForAll @IntRange(min = 0, max = 6) int which) {
    int[][] shapes = {
      {0, 4, 7}, {0, 3, 7}, {0, 4, 7, 10}, {0, 3, 6, 10}, {0, 2, 7}, {0, 4, 7, 11, 14}, {0, 5, 7}
    };
    List<Integer> low = new ArrayList<>();
    List<Integer> high = new ArrayList<>();
    for (int interval : shapes[which]) {
      low.add(36 + interval);
      high.add(36 + by + interval);
    }
    String suffix = ChordName.of(low).substring(1);
    assertEquals(modpool.ui.look.KeyName.ofClass(36 + by) + suffix, ChordName.of(high));
  }
}

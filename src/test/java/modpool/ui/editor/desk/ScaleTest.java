package modpool.ui.editor.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleTest {
  static Stream<Scale> scales() {
    return Stream.of(
        Scale.even(-48, 12),
        Scale.ratio(20, 20_000),
        Scale.both(9_600),
        Scale.up(5_000).within(0, 60_000));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void a_value_lies_where_it_is_read(Scale scale) {
    for (int step = 0; step <= 50; step++) {
      double place = step / 50.0;
      assertEquals(place, scale.place(scale.at(place)), 0.006, scale + " at " + place);
    }
    assertEquals(scale.low(), scale.at(0));
    assertEquals(scale.high(), scale.at(1));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void what_lies_beyond_an_end_is_shown_at_the_end(Scale scale) {
    assertEquals(0, scale.place(scale.low() - 1e6), 1e-12);
    assertEquals(1, scale.place(scale.high() + 1e6), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("scales")
  void to_the_right_there_is_more(Scale scale) {
    for (int step = 0; step < 1_000; step++) {
      assertTrue(scale.at(step / 1_000.0) <= scale.at((step + 1) / 1_000.0));
    }
  }
}

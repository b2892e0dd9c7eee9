package modpool.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a knob that stands elsewhere may move its control.
class TakeoverTest {
  private final Takeover takeover = new Takeover();
  private long now = 10_000;
  private int control;

  /// Moves the knob, and the control if it follows.
  private int move(int value) {
    now += 20;
    if (takeover.move(value, value, control, now)) {
      control = value;
    }
    return control;
  }

  @ParameterizedTest
  @CsvSource({
    "100, '0 50 99', '100 100 99'", // close enough to take over
    "100, '0 50 110 120 90', '100 100 110 120 90'", // crosses from below
    "40, '127 90 41 20', '40 40 41 20'", // comes close from above
    "40, '127 90 30 20', '40 40 30 20'", // crosses from above
    "64, '64 65 80 0', '64 65 80 0'", // stands there from the beginning
    "64, '66 80', '66 80'", // nearly there from the beginning
    "64, '70 80 90 67', '64 64 64 64'", // never comes there
    "0, '127 64 0 10', '0 0 0 10'", // the lower end
    "127, '0 126 3', '127 126 3'", // the upper end
    "50, '10 10 10 90', '50 50 50 90'", // stands still, then jumps over it
  })
  void a_control_follows_once_the_knob_has_come_to_it(int start, String knob, String follows) {
    control = start;
    StringBuilder seen = new StringBuilder();
    for (String value : knob.split(" ")) {
      seen.append(move(Integer.parseInt(value))).append(' ');
    }
    assertEquals(follows, seen.toString().strip());
  }

  @Test
  void a_control_that_somebody_else_moves_lets_the_knob_go_until_it_comes_again() {
    control = 60;
    move(60);
    assertEquals(70, move(70));
    now += 1_000;
    control = 20; // by hand
    assertEquals(20, move(71));
    assertEquals(20, move(40));
    assertEquals(19, move(19));
    assertEquals(30, move(30));
  }

  @Test
  void a_control_that_stands_beside_where_the_knob_sent_it_goes_on_following() {
    now += 20;
    assertEquals(true, takeover.move(64, 64, 64, now));
    assertEquals(true, takeover.move(11, 20, 64, now + 20), "the control has coarser steps");
    assertEquals(true, takeover.move(5, 6, 20, now + 1_000));
    assertEquals(false, takeover.move(2, 3, 20, now + 2_000), "it was put back to 20");
  }

  @Test
  void a_control_that_has_not_yet_heard_of_the_last_move_goes_on_following() {
    now += 20;
    assertEquals(true, takeover.move(60, 60, 60, now));
    assertEquals(true, takeover.move(70, 70, 60, now + 10), "it stands at 60 still");
    assertEquals(true, takeover.move(80, 80, 60, now + 20), "and still");
    assertEquals(false, takeover.move(90, 90, 60, now + 1_000), "it was put back to 60");
  }
}

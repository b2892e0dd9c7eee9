package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import modpool.module.Module;
import modpool.module.SongText;
import org.junit.jupiter.api.Test;

class SongTimesTest {
  private static final double TICK_SECONDS = 0.02; // at 125 BPM, to the timer's rounding

  @Test
  void a_row_is_as_late_as_the_ticks_before_it_take() {
    Module song =
        SongText.song("x").pattern("--- -- F03\n--- -- D00").pattern("").orders(0, 1).module();
    SongTimes times = new SongTimes(song, SongTiming.CIA);

    assertEquals(0, times.secondsAt(0, 0));
    assertEquals(3 * TICK_SECONDS, times.secondsAt(0, 1), 1e-3);
    assertEquals(6 * TICK_SECONDS, times.secondsAt(1, 0), 1e-3);
    assertEquals((6 + 64 * 3) * TICK_SECONDS, times.lengthSeconds(), 1e-2);
    assertEquals(SongLength.seconds(song, SongTiming.CIA, 1), times.lengthSeconds());
  }

  @Test
  void a_row_that_is_never_played_is_at_the_beginning() {
    Module song = SongText.song("x").pattern("--- -- B00").module();

    assertEquals(0, new SongTimes(song, SongTiming.CIA).secondsAt(0, 5));
  }
}

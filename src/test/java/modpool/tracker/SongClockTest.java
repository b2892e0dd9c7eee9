package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.tracker.clock.SongClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When ticks fall: exact fractions of a second, whatever the rate.
class SongClockTest {
  /// What a timer tick counts in, a fifth of the colour clock.
  private static final int CIA_HZ = 709_379;

  private static final int TEN_MINUTES = 600;

  @ParameterizedTest
  @CsvSource({"32, 55421", "33, 53741", "125, 14188", "126, 14075", "255, 6955"})
  void a_tick_of_the_timer_lasts_whole_periods_of_its_clock(int tempo, int periods) {
    assertEquals(
        5 * periods, SongTiming.CIA.tickClocks(tempo), "colour clocks, five to a timer period");
  }

  @Test
  void a_tick_of_the_screen_lasts_a_pal_frame_at_any_tempo() {
    assertEquals(71_051, SongTiming.VBLANK.tickClocks(125));
    assertEquals(71_051, SongTiming.VBLANK.tickClocks(200));
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 44_100, 48_000, 96_000, 192_000})
  void ten_minutes_of_ticks_do_not_drift_by_a_frame(int rate) {
    for (int tempo = 32; tempo <= 255; tempo++) {
      // A tick is (1773447 / tempo + 1) / 709379 seconds.
      assertNoDrift(
          rate,
          SongTiming.CIA.tickClocks(tempo),
          BigInteger.valueOf(1_773_447 / tempo + 1),
          CIA_HZ);
    }
    // A PAL frame: 313 lines of 227 colour clocks.
    assertNoDrift(
        rate, SongTiming.VBLANK.tickClocks(125), BigInteger.valueOf(313 * 227), 3_546_895);
  }

  private static void assertNoDrift(int rate, int clocks, BigInteger tick, int tickHz) {
    SongClock clock = new SongClock(rate);
    long frames = 0;
    long ticks = 0;
    for (; ticks * clocks < (long) TEN_MINUTES * SongClock.COLOUR_CLOCK_HZ; ticks++) {
      frames += clock.advance(clocks);
    }
    BigInteger exact =
        BigInteger.valueOf(ticks)
            .multiply(tick)
            .multiply(BigInteger.valueOf(rate))
            .divide(BigInteger.valueOf(tickHz));
    assertEquals(exact.longValueExact(), frames, "ticks of " + clocks + " clocks");
  }

  @ParameterizedTest
  @ValueSource(ints = {44_100, 48_000, 96_000})
  void every_tick_of_a_song_begins_in_its_own_frame(int rate) {
    Module song = Played.samples(SongText.song("x")).pattern("--- -- F7B\n--- -- FFF").module();
    Replayer replayer = new Replayer(song, SongTiming.CIA, rate, 20, Silence.INSTANCE);
    long frame = 0;
    for (int frames = replayer.tick(); frames != Replayer.OVER; frames = replayer.tick()) {
      assertEquals(replayer.elapsedClocks() * rate / SongClock.COLOUR_CLOCK_HZ, frame);
      frame += frames;
    }
  }

  @Test
  void a_song_s_length_does_not_depend_on_the_rate() {
    Module song =
        Played.samples(SongText.song("x")).pattern("--- -- F7B\n--- -- EE2\n--- -- F05").module();
    long length = SongLength.colourClocks(song, SongTiming.CIA);
    for (int rate : new int[] {11_025, 44_100, 48_000, 96_000}) {
      Replayer replayer = new Replayer(song, SongTiming.CIA, rate, 1, Silence.INSTANCE);
      long frames = 0;
      for (int more = replayer.tick(); more != Replayer.OVER; more = replayer.tick()) {
        frames += more;
      }
      assertEquals(length, replayer.elapsedClocks());
      assertEquals(length * rate / SongClock.COLOUR_CLOCK_HZ, frames);
    }
  }

  @Test
  void a_tempo_takes_effect_a_tick_late() {
    Module song = Played.samples(SongText.song("x")).pattern("--- -- F20").module();
    Replayer replayer = new Replayer(song, SongTiming.CIA, 48_000, 1, Silence.INSTANCE);

    assertEquals(960, replayer.tick());
    assertEquals(125, replayer.tempo());
    assertEquals(3750, replayer.tick());
    assertEquals(32, replayer.tempo());
  }

  @Test
  void by_the_screen_all_parameters_are_speeds() {
    Module song = Played.samples(SongText.song("x")).pattern("--- -- F20\n--- -- F00").module();

    assertEquals(33L * 71_051, SongLength.colourClocks(song, SongTiming.VBLANK));
  }
}

package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import modpool.module.SongText;
import org.junit.jupiter.api.Test;

/// Where a song goes: speed, jumps, breaks, loops and delays, and where it ends.
class FlowTest {
  private static SongText song() {
    return Played.samples(SongText.song("test"));
  }

  @Test
  void a_row_has_six_ticks_until_told_otherwise() {
    Played song = Played.pattern("--- -- ---\n--- -- F03\n--- -- ---");

    assertEquals(6 + 63 * 3, song.ticks());
  }

  @Test
  void speed_0_ends_the_song_after_a_tick() {
    assertEquals(6 + 1, Played.pattern("C-2 01\n--- -- F00").ticks());
  }

  @Test
  void a_break_goes_to_a_row_of_the_next_order_in_decimal() {
    Played song = Played.song(song().pattern("--- -- D12").pattern("").orders(0, 1));

    assertEquals("0:0 1:12 1:13", song.rows(3));
  }

  @Test
  void a_break_beyond_row_63_goes_to_the_first() {
    Played song = Played.song(song().pattern("--- -- D64").pattern("").orders(0, 1));

    assertEquals("0:0 1:0 1:1", song.rows(3));
  }

  @Test
  void the_digits_of_a_break_may_exceed_9() {
    Played song = Played.song(song().pattern("--- -- D0F").pattern("").orders(0, 1));

    assertEquals("0:0 1:15 1:16", song.rows(3));
  }

  @Test
  void a_jump_goes_to_an_order() {
    Played song = Played.song(song().pattern("--- -- B02").pattern("").orders(0, 1, 1));

    assertEquals("0:0 2:0 2:1", song.rows(3));
  }

  @Test
  void a_jump_with_a_break_after_it_goes_to_the_break_s_row() {
    Played song =
        Played.song(song().pattern("--- -- B02 | --- -- D10").pattern("").orders(0, 1, 1));

    assertEquals("0:0 2:10 2:11", song.rows(3));
  }

  @Test
  void a_jump_after_a_break_cancels_its_row() {
    Played song =
        Played.song(song().pattern("--- -- D10 | --- -- B02").pattern("").orders(0, 1, 1));

    assertEquals("0:0 2:0 2:1", song.rows(3));
  }

  @Test
  void a_jump_beyond_the_last_order_goes_to_the_first() {
    Played song = Played.song(song().pattern("").pattern("--- -- B50").orders(1, 0));

    assertEquals("0:0", song.rows(9), "which ends the song");
  }

  @Test
  void a_loop_repeats_rows_as_often_as_it_says() {
    Played song = Played.pattern("---\n--- -- E60\n---\n--- -- E62\n--- -- B00");

    assertEquals("0:0 0:1 0:2 0:3 0:1 0:2 0:3 0:1 0:2 0:3 0:4", song.rows(20));
  }

  @Test
  void a_loop_without_a_beginning_goes_to_the_pattern_s_first_row() {
    assertEquals("0:0 0:1 0:0 0:1 0:2", Played.pattern("---\n--- -- E61\n--- -- B00").rows(20));
  }

  @Test
  void each_track_has_a_loop_of_its_own() {
    Played song =
        Played.pattern(
            """
            --- -- E60
            --- -- --- | --- -- E60
            --- -- --- | --- -- E61
            --- -- E61
            --- -- B00
            """);

    assertEquals("0:0 0:1 0:2 0:1 0:2 0:3 0:0 0:1 0:2 0:1 0:2 0:3 0:4", song.rows(20));
  }

  @Test
  void a_loop_s_beginning_is_kept_into_the_next_pattern() {
    Played song =
        Played.song(
            song()
                .pattern("---\n---\n--- -- E60\n--- -- D00")
                .pattern("---\n--- -- E61\n--- -- F00")
                .orders(0, 1));

    assertEquals("0:0 0:1 0:2 0:3 1:0 1:1 1:2", song.rows(20), "on from row 1 to row 2");
  }

  @Test
  void loops_that_keep_each_other_going_end_the_song() {
    assertEquals("0:0 0:1 0:0 0:1 0:2", Played.pattern("---\n--- -- E61\n--- -- E61").rows(7));
  }

  @Test
  void a_delay_repeats_a_row_s_ticks_without_its_notes() {
    Played song = Played.pattern("C-2 01 EE2\n--- -- B00");

    assertEquals("0:0 0:0 0:0 0:1", song.rows(9));
    assertEquals("0@0", song.starts());
  }

  @Test
  void a_delayed_row_s_fine_effects_come_again() {
    Played song = Played.pattern("C-2 02 EA1 | --- -- EE2\n--- -- B00");

    assertEquals("33 33 33 33 33 33 34 34 34 34 34 34 35 35", song.volumes(0, 14));
  }

  @Test
  void of_two_delays_in_a_row_the_last_counts() {
    assertEquals("0:0 0:0 0:1", Played.pattern("--- -- EE3 | --- -- EE1\n--- -- B00").rows(9));
  }

  @Test
  void a_break_in_a_delayed_row_skips_a_row() {
    Played song = Played.song(song().pattern("--- -- EE1 | --- -- D05").pattern("").orders(0, 1));

    assertEquals("0:0 0:0 1:6 1:7", song.rows(4));
  }

  @Test
  void a_song_that_jumps_back_ends_where_it_repeats_itself() {
    Played song = Played.song(song().pattern("").pattern("--- -- B01").orders(0, 1));

    assertEquals(65 * 6, song.ticks());
  }

  @Test
  void leaving_a_loop_by_a_jump_does_not_end_the_song_early() {
    Played song =
        Played.song(
            song()
                .pattern("--- -- E60\n--- -- --- | --- -- D00\n--- -- E61\n--- -- B02")
                .pattern("--- -- B00 | --- -- D02")
                .pattern("--- -- F00")
                .orders(0, 1, 2));

    assertEquals("0:0 0:1 1:0 0:2 0:0 0:1 1:0 0:2 0:3 2:0", song.rows(20));
  }

  @Test
  void a_loop_that_was_left_does_not_keep_the_song_from_ending() {
    Played song =
        Played.song(song().pattern("--- -- E60\n--- -- E61 | --- -- D00").pattern("").orders(0, 1));

    assertEquals((2 + 64) * 6, song.ticks());
  }
}

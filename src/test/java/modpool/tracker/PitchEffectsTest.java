package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Effects on the pitch, with what is peculiar to ProTracker in each. Rows have six ticks.
class PitchEffectsTest {
  @Test
  void arpeggio_plays_three_notes_in_turn() {
    Played song = Played.pattern("C-2 01 037");

    assertEquals("428 360 285 428 360 285", song.periods(0, 6));
  }

  @Test
  void arpeggio_takes_its_notes_from_the_table_of_the_finetune() {
    Played song = Played.pattern("C-2 03 037");

    assertEquals("431 363 288 431 363 288", song.periods(0, 6));
  }

  @Test
  void arpeggio_beyond_the_table_falls_silent_and_then_into_the_next_finetune() {
    Played song = Played.pattern("B-3 01 012");

    assertEquals("113 0 850 113 0 850", song.periods(0, 6));
  }

  @Test
  void an_arpeggio_s_last_note_begins_the_next_row_if_its_effect_is_not_about_pitch() {
    Played song = Played.pattern("C-2 01 037\n--- -- C20\n--- -- ---");

    assertEquals("285 428 428 428 428 428", song.periods(1, 6));
    assertEquals("428 428 428 428 428 428", song.periods(2, 6));
  }

  @Test
  void an_arpeggio_s_last_note_stays_in_the_ticks_without_effect() {
    Played song = Played.pattern("C-2 01 F05\n--- -- 037\n--- -- A01");

    assertEquals("428 360 285 428 360 428 428 428 428 428", song.periods(1, 10));
  }

  @Test
  void slides_move_in_all_ticks_but_the_first() {
    Played song = Played.pattern("C-2 01 102\n--- -- 203\n--- -- ---");

    assertEquals("428 426 424 422 420 418", song.periods(0, 6));
    assertEquals("418 421 424 427 430 433", song.periods(1, 6));
  }

  @Test
  void slides_end_at_protracker_s_highest_and_lowest_notes() {
    Played song = Played.pattern("B-3 01 101\n--- -- ---\nC-1 01 201");

    assertEquals("113 113 113 113 113 113", song.periods(0, 6));
    assertEquals("856 856 856 856 856 856", song.periods(2, 6));
  }

  @Test
  void a_slide_below_zero_wraps_round_instead_of_ending() {
    Played song = Played.pattern("B-3 01 1FF");

    // 113 - 255 is 65394; without its sign 3954, which is not below 113
    assertEquals("113 3954 3699 3444 3189 2934", song.periods(0, 6));
  }

  @Test
  void fine_slides_move_in_the_first_tick() {
    Played song = Played.pattern("C-2 01 E13\n--- -- E2F");

    assertEquals("425 425 425 425 425 425", song.periods(0, 6));
    assertEquals("440 440 440 440 440 440", song.periods(1, 6));
  }

  @Test
  void tone_portamento_goes_to_its_note_and_no_further() {
    Played song = Played.pattern("C-2 01 F03\nD-2 -- 314\n--- -- 300\n--- -- ---");

    assertEquals("428 408 388", song.periods(1, 3));
    assertEquals("388 381 381", song.periods(2, 3), "381 is D-2");
  }

  @Test
  void tone_portamento_goes_down_as_well() {
    Played song = Played.pattern("C-2 01 F03\nB-1 -- 310");

    assertEquals("428 444 453", song.periods(1, 3));
  }

  @Test
  void tone_portamento_does_not_start_the_sample() {
    Played song = Played.pattern("C-2 01\nD-2 01 301");

    assertEquals("0@0", song.starts());
  }

  @Test
  void with_glissando_the_portamento_steps_by_semitones() {
    Played song = Played.pattern("C-2 01 E31\nE-2 -- 308");

    assertEquals("428 404 404 404 381 381", song.periods(1, 6));
  }

  @Test
  void negative_finetunes_aim_a_semitone_lower_in_their_table() {
    Played song = Played.pattern("C-2 03 F03\nD-2 -- 3FF");

    assertEquals("431 384 384", song.periods(1, 3), "431 is C-2 at -1, 384 D-2");
  }

  @Test
  void vibrato_swings_around_the_period() {
    Played song = Played.pattern("C-2 01 48F");

    // 15 / 128 of 0, 180, 255, 180, 0 at an eighth of the wave per tick, the first tick being still
    assertEquals("428 428 449 457 449 428", song.periods(0, 6));
  }

  @Test
  void vibrato_remembers_speed_and_depth_apart() {
    Played song = Played.pattern("C-2 01 48F\nC-2 -- 400\nC-2 -- 401\nC-2 -- 440");

    assertEquals("428 428 449 457 449 428", song.periods(1, 6));
    assertEquals("428 428 429 429 429 428", song.periods(2, 6));
    assertEquals("428 428 428 429 429 429", song.periods(3, 6));
  }

  @Test
  void vibrato_can_be_a_ramp_or_a_square() {
    Played song = Played.pattern("C-2 01 E41\nC-2 -- 48F\n--- -- E42\nC-2 -- 48F");

    assertEquals("428 428 435 443 450 399", song.periods(1, 6));
    assertEquals("428 457 457 457 457 399", song.periods(3, 6));
  }

  @Test
  void a_note_begins_the_wave_anew_unless_it_is_told_not_to() {
    Played song = Played.pattern("C-2 01 E44\nC-2 -- 44F\nC-2 -- 400\n--- -- E40\nC-2 -- 400");

    assertEquals("428 428 439 449 455 457", song.periods(1, 6));
    assertEquals("428 455 449 439 428 417", song.periods(2, 6));
    assertEquals("428 428 439 449 455 457", song.periods(4, 6));
  }

  @Test
  void volume_slides_go_on_with_portamento_and_vibrato() {
    Played slide = Played.pattern("C-2 01 F03\nD-2 -- 304\n--- -- 502");
    Played vibrato = Played.pattern("C-2 01 48F\n--- -- 601");

    assertEquals("420 416 412", slide.periods(2, 3));
    assertEquals("64 62 60", slide.volumes(2, 3));
    assertEquals("407 399 407 428 449", vibrato.periods(1, 6).substring(4));
    assertEquals("64 63 62 61 60 59", vibrato.volumes(1, 6));
  }

  @Test
  void finetune_can_be_set_for_a_note() {
    Played song = Played.pattern("C-2 01 E5F\nC-2 --\nC-2 01");

    assertEquals("431", song.periods(0, 1));
    assertEquals("431", song.periods(1, 1), "it stays");
    assertEquals("428", song.periods(2, 1), "until a sample number brings its own");
  }

  @Test
  void a_period_that_is_no_note_is_rounded_to_a_note_below_it() {
    assertEquals("428", Played.pattern("=440 01").periods(0, 1));
  }
}

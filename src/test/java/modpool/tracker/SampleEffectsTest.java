package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import org.junit.jupiter.api.Test;

/// When a sample starts, from where, and what follows it. Rows have six ticks.
class SampleEffectsTest {
  private static List<String> calls(SongText song) {
    return TrackCalls.of(song.module(), 64 * 6).stream()
        .filter(call -> !call.contains("volume") && !call.contains("period"))
        .toList();
  }

  private static SongText song() {
    return SongText.song("test")
        .sample(new ModuleSample("whole first", 0, 64, 0, 64, SongText.square(256)))
        .sample(new ModuleSample("loop behind", 0, 64, 128, 64, SongText.square(256)))
        .sample("once", 256);
  }

  @Test
  void a_sample_whose_loop_begins_at_0_plays_as_a_whole_first() {
    assertEquals(List.of("0: trigger 1 0-256"), calls(song().pattern("C-2 01")));
  }

  @Test
  void a_sample_whose_loop_begins_later_plays_to_its_loop_s_end() {
    assertEquals(List.of("0: trigger 2 0-192"), calls(song().pattern("C-2 02")));
  }

  @Test
  void a_note_without_a_number_plays_the_track_s_sample() {
    assertEquals(
        List.of("0: trigger 2 0-192", "6: trigger 2 0-192"), calls(song().pattern("C-2 02\nD-2")));
  }

  @Test
  void a_note_on_a_track_without_a_sample_is_silence() {
    assertEquals(List.of("0: trigger 0 0-0"), calls(song().pattern("C-2")));
  }

  @Test
  void a_number_without_a_note_swaps_the_sample_at_the_end_of_its_loop() {
    assertEquals(
        List.of("0: trigger 1 0-256", "6: swap 2", "18: trigger 2 0-192"),
        calls(song().pattern("C-2 01\n--- 02\n--- 02\nC-2")));
  }

  @Test
  void a_number_beside_tone_portamento_swaps_as_well() {
    assertEquals(
        List.of("0: trigger 1 0-256", "6: swap 2"), calls(song().pattern("C-2 01\nD-2 02 301")));
  }

  @Test
  void a_number_that_no_sample_has_is_ignored() {
    assertEquals(List.of("0: trigger 1 0-256"), calls(song().pattern("C-2 01\n--- 40")));
  }

  @Test
  void an_offset_starts_within_the_sample_and_is_remembered() {
    Played song = Played.pattern("C-2 01 902\nC-2 01 900\nC-2 01");

    assertEquals("0@512 6@512 12@0", song.starts());
  }

  @Test
  void an_offset_counts_twice_for_the_next_note_without_a_number() {
    Played song = Played.pattern("C-2 01 902\nC-2\nC-2 -- 901");

    assertEquals("0@512 6@1024 12@1280", song.starts());
  }

  @Test
  void an_offset_past_the_end_leaves_two_frames_and_the_loop() {
    assertEquals(List.of("0: trigger 2 0-2"), calls(song().pattern("C-2 02 901")));
  }

  @Test
  void a_retrigger_starts_the_sample_every_few_ticks() {
    Played song = Played.pattern("C-2 01 E92\n--- -- E93\n--- -- E90");

    assertEquals("0@0 2@0 4@0 6@0 9@0", song.starts());
  }

  @Test
  void a_delayed_note_starts_at_its_tick_with_its_volume_set_before() {
    Played song = Played.pattern("C-2 01\nD-2 02 ED3");

    assertEquals("0@0 9@0", song.starts());
    assertEquals("32 32 32 32 32 32", song.volumes(1, 6));
    assertEquals("428 428 428 381 381 381", song.periods(1, 6));
  }

  @Test
  void a_note_delayed_beyond_its_row_is_never_heard() {
    assertEquals("0@0", Played.pattern("C-2 01\nD-2 01 ED6").starts());
  }

  @Test
  void a_delay_without_a_note_starts_nothing() {
    assertEquals("0@0", Played.pattern("C-2 01\n--- 01 ED3").starts());
  }

  @Test
  void the_inverted_loop_goes_through_the_loop_from_its_second_frame() {
    SongText song =
        SongText.song("test")
            .sample(new ModuleSample("s", 0, 64, 8, 4, SongText.square(64)))
            .pattern("C-2 01 EFF\n--- -- EF0");

    // a step of 128 is due in every tick
    assertEquals(
        List.of(
            "0: invert 1 9",
            "0: trigger 1 0-12",
            "1: invert 1 10",
            "2: invert 1 11",
            "3: invert 1 8",
            "4: invert 1 9",
            "5: invert 1 10"),
        calls(song));
  }

  @Test
  void the_filter_is_switched_for_all() {
    assertEquals(
        List.of("0: filter true", "6: filter false"),
        calls(song().pattern("--- -- E00\n--- -- E01")));
  }

  @Test
  void effects_8_and_e8_do_nothing() {
    Module song = song().pattern("--- -- 880 | --- -- E8F").module();

    assertEquals(List.of(), TrackCalls.of(song, 12));
  }

  @Test
  void nothing_is_told_twice() {
    Module song = song().pattern("C-2 01\n--- -- ---\n--- 01\n--- -- C20").module();

    assertEquals(List.of("0: trigger 1 0-256", "18: volume 32"), TrackCalls.of(song, 60));
  }
}

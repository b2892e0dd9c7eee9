package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Effects on the volume. Rows have six ticks.
class VolumeEffectsTest {
  @Test
  void a_sample_number_sets_its_sample_s_volume() {
    Played song = Played.pattern("C-2 02\n--- -- C10\nC-2 --\n--- 02");

    assertEquals("32", song.volumes(0, 1));
    assertEquals("16", song.volumes(2, 1), "a note alone leaves the volume");
    assertEquals("32", song.volumes(3, 1));
  }

  @Test
  void a_volume_above_64_is_64() {
    assertEquals("64", Played.pattern("C-2 02 C7F").volumes(0, 1));
  }

  @Test
  void slides_move_in_all_ticks_but_the_first_within_0_and_64() {
    Played song = Played.pattern("C-2 01 A04\n--- -- AF0\n--- -- A0F\n--- -- ---");

    assertEquals("64 60 56 52 48 44", song.volumes(0, 6));
    assertEquals("44 59 64 64 64 64", song.volumes(1, 6));
    assertEquals("64 49 34 19 4 0", song.volumes(2, 6));
  }

  @Test
  void a_slide_both_ways_goes_up() {
    assertEquals("32 34 36", Played.pattern("C-2 02 A2F").volumes(0, 3));
  }

  @Test
  void fine_slides_move_in_the_first_tick() {
    Played song = Played.pattern("C-2 02 EA3\n--- -- EBF");

    assertEquals("35 35 35 35 35 35", song.volumes(0, 6));
    assertEquals("20 20 20 20 20 20", song.volumes(1, 6));
  }

  @Test
  void a_cut_silences_from_its_tick_on() {
    Played song = Played.pattern("C-2 01 EC2\n--- -- ---\nC-2 01 EC0\nC-2 01 EC6");

    assertEquals("64 64 0 0 0 0 0", song.volumes(0, 7));
    assertEquals("0", song.volumes(2, 1));
    assertEquals("64 64 64 64 64 64", song.volumes(3, 6), "there is no tick 6");
  }

  @Test
  void tremolo_swings_around_the_volume_and_leaves_it_in_the_end() {
    Played song = Played.pattern("C-2 02 784\n--- -- ---");

    assertEquals("32 32 43 47 43 32", song.volumes(0, 6));
    assertEquals("32 32 32 32 32 32", song.volumes(1, 6));
  }

  @Test
  void tremolo_stays_within_0_and_64() {
    Played song = Played.pattern("C-2 02 78F\n--- -- 700");

    assertEquals("32 32 64 64 64 32", song.volumes(0, 6));
    assertEquals("32 0 0 0 32 64", song.volumes(1, 6));
  }

  @Test
  void a_tremolo_s_ramp_looks_at_the_vibrato_for_its_direction() {
    Played still = Played.pattern("C-2 02 E71\n--- -- 784");
    Played swung = Played.pattern("C-2 02 481\n--- -- E71\n--- -- 784");

    assertEquals("32 32 36 40 44 32", still.volumes(1, 6), "not 17 at the end");
    assertEquals("32 47 43 39 35 17", swung.volumes(2, 6), "the vibrato is in its second half");
  }
}

package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import modpool.module.ModReader;
import modpool.module.SongText;
import org.junit.jupiter.api.Test;

/// Which of the two clocks suits a song.
class SongTimingTest {
  private static SongText song() {
    return Played.samples(SongText.song("x"));
  }

  @Test
  void protracker_s_songs_go_by_the_timer() {
    assertEquals(SongTiming.CIA, SongTiming.of(song().pattern("--- -- F80").module()));
  }

  @Test
  void a_song_that_its_tempos_would_make_endless_goes_by_the_screen() {
    String rows = "--- -- F20\n";
    Integer[] orders = new Integer[100];
    Arrays.fill(orders, 0);

    assertEquals(SongTiming.CIA, SongTiming.of(song().pattern(rows).module()));
    assertEquals(
        SongTiming.VBLANK,
        SongTiming.of(song().pattern("--- -- F20\n--- -- F03").orders(orders).module()));
  }

  @Test
  void a_speed_beside_a_tempo_needs_the_timer() {
    Integer[] orders = new Integer[100];
    Arrays.fill(orders, 0);
    SongText song = song().pattern("--- -- F20 | --- -- F03").orders(orders);

    assertEquals(SongTiming.CIA, SongTiming.of(song.module()));
  }

  @Test
  void older_trackers_know_the_screen_only() throws IOException {
    byte[] song = song().tag("N.T.", 4).pattern("C-2 01").mod();

    assertEquals(SongTiming.VBLANK, SongTiming.of(ModReader.read("x", song)));
  }

  @Test
  void who_asks_for_one_gets_it() {
    assertEquals(SongTiming.VBLANK, SongTiming.VBLANK.resolve(song().pattern("C-2 01").module()));
  }
}

package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.tracker.clock.SongPlace;
import org.junit.jupiter.api.Test;

/// A song entered at one of its orders goes on as if it had been played up to there.
class SeekTest {
  private static final int RATE = 48_000;

  private static SongText song() {
    return Played.samples(SongText.song("x"))
        .pattern(
            """
            C-2 01 F05 | C-3 03 48F | C-1 02 784
            --- -- 102 | --- -- 400 | --- -- 7F0
            E-2 -- 301 | --- -- E41 | --- -- E72
            --- -- 902 | --- -- F8C | --- -- E60
            --- -- E3F | --- 01 --- | --- -- E62
            --- -- D10
            """)
        .pattern("--- -- 300 | C-2 -- 400 | --- -- 700\nC-2 01 900 | --- -- F91")
        .orders(0, 1, 0, 1, 1);
  }

  /// Everything that a replayer makes known in a tick, and what it tells of a track.
  private static List<String> ticks(Replayer replayer, int count) {
    List<String> ticks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int frames = replayer.tick();
      ticks.add(
          "%d:%d.%d speed %d tempo %d clocks %d at %d, %b"
              .formatted(
                  replayer.order(),
                  replayer.row(),
                  replayer.rowTick(),
                  replayer.speed(),
                  replayer.tempo(),
                  replayer.tickClocks(),
                  replayer.elapsedClocks(),
                  frames == Replayer.OVER));
    }
    return ticks;
  }

  @Test
  void place_and_time_are_those_of_playing_there() {
    Module song = song().module();
    for (int order = 0; order < 5; order++) {
      Replayer played = new Replayer(song, SongTiming.CIA, RATE, 2, Silence.INSTANCE);
      Replayer sought =
          Replayer.at(SongPlace.ofOrder(order), song, SongTiming.CIA, RATE, 2, Silence.INSTANCE);
      skipTo(order, played);

      assertEquals(ticks(played, 2500), ticks(sought, 2500));
    }
  }

  private static void skipTo(int order, Replayer replayer) {
    // A replayer in step with this one, a tick ahead, tells when the order begins.
    Replayer ahead = new Replayer(song().module(), SongTiming.CIA, RATE, 2, Silence.INSTANCE);
    ahead.tick();
    while (ahead.order() < order) {
      ahead.tick();
      replayer.tick();
    }
  }

  @Test
  void what_the_tracks_do_is_what_they_do_when_played() {
    Module song = song().module();
    List<String> played = TrackCalls.of(song, 2000);
    List<String> sought = TrackCalls.from(2, song, 1000);
    int begins = Integer.parseInt(played.get(played.size() - 1).split(":")[0]);
    assertTrue(begins > 1000, "the song goes on for long enough");
    int offset = offsetOf(2, song);

    List<String> expected =
        played.stream()
            .filter(call -> tick(call) > offset && tick(call) < offset + 1000)
            .map(call -> tick(call) - offset + call.substring(call.indexOf(':')))
            .toList();
    assertEquals(expected, sought.stream().filter(call -> tick(call) > 0).toList());
  }

  private static int tick(String call) {
    return Integer.parseInt(call.substring(0, call.indexOf(':')));
  }

  private static int offsetOf(int order, Module song) {
    Replayer replayer = new Replayer(song, SongTiming.CIA, RATE, 1, Silence.INSTANCE);
    int ticks = -1;
    do {
      replayer.tick();
      ticks++;
    } while (replayer.order() < order);
    return ticks;
  }

  @Test
  void a_note_that_began_before_sounds_on_from_where_it_would_be() {
    Module song =
        SongText.song("x")
            .sample(new ModuleSample("long", 0, 64, 0, 0, SongText.square(60_000)))
            .pattern("C-2 01 C20\n--- -- D00")
            .pattern("")
            .orders(0, 1)
            .module();

    // Twelve ticks of 70940 colour clocks, a frame every 428
    assertEquals(
        "0: trigger 1 " + 12 * 70_940 / 428 + "-60000", TrackCalls.from(1, song, 5).getFirst());
  }

  @Test
  void a_note_that_is_over_stays_so() {
    Module song =
        SongText.song("x")
            .sample("short", 64)
            .pattern("C-2 01 C20\n--- -- D00")
            .pattern("")
            .orders(0, 1)
            .module();

    assertEquals(
        List.of("0: period 428", "0: volume 32", "0: swap 1"), TrackCalls.from(1, song, 5));
  }

  @Test
  void an_order_that_is_never_played_begins_afresh() {
    Module song =
        Played.samples(SongText.song("x"))
            .pattern("C-2 01 B00")
            .pattern("C-3 02")
            .orders(0, 1)
            .module();
    Replayer replayer =
        Replayer.at(SongPlace.ofOrder(1), song, SongTiming.CIA, RATE, 1, Silence.INSTANCE);
    replayer.tick();

    assertEquals(1, replayer.order());
    assertEquals(0, replayer.elapsedClocks());
  }

  @Test
  void an_order_beyond_the_last_is_the_last() {
    Replayer replayer =
        Replayer.at(
            SongPlace.ofOrder(99), song().module(), SongTiming.CIA, RATE, 1, Silence.INSTANCE);
    replayer.tick();

    assertEquals(4, replayer.order());
  }

  @Test
  void passes_are_counted_and_then_it_is_over() {
    Module song = Played.samples(SongText.song("x")).pattern("C-2 01 F01").module();
    Replayer replayer = new Replayer(song, SongTiming.CIA, RATE, 3, Silence.INSTANCE);
    int ticks = 0;
    while (replayer.tick() != Replayer.OVER) {
      ticks++;
      assertEquals((ticks - 1) / 64 + 1, replayer.pass());
    }

    assertEquals(3 * 64, ticks);
    assertTrue(replayer.isOver());
    assertEquals(Replayer.OVER, replayer.tick());
  }

  @Test
  void a_track_that_has_played_no_note_is_silent_after_a_seek_too() {
    Module song =
        SongText.song("x")
            .sample(new ModuleSample("looped", 0, 64, 0, 32, SongText.square(32)))
            .pattern("--- 01 ---\n--- -- D00")
            .pattern("")
            .orders(0, 1)
            .module();

    assertEquals(
        List.of(),
        TrackCalls.from(1, song, 20).stream().filter(call -> call.contains("trigger")).toList());
  }
}

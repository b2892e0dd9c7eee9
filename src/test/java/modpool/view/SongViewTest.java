package modpool.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import modpool.bridge.Meters;
import modpool.bridge.StealReason;
import modpool.module.Module;
import modpool.module.SongText;
import modpool.tracker.clock.SongPosition;
import modpool.view.ViewLine.Look;
import modpool.worklet.PoolStats;
import org.junit.jupiter.api.Test;

/// What is seen of a song at a moment.
class SongViewTest {
  private static final Module SONG =
      SongText.song("harbour")
          .sample("lead", 64)
          .pattern("C-2 01")
          .pattern(
              """
              C-2 01 C40 | --- -- --- | F#3 02 | --- 31 F06
              --- -- A0F | B-3 01 000 | --- -- --- | --- -- ---
              """)
          .orders(0, 1, 0)
          .module();

  private static final PoolStats POOL =
      new PoolStats(
          2,
          32,
          12,
          20,
          List.of(
              new PoolStats.Row("01", 0, "0-3", 0),
              new PoolStats.Row("31", 0, "4-7", 0),
              new PoolStats.Row("ch10", 1, "12-15", 0)));

  private static final Scene.Load LOAD = new Scene.Load(0.034, 3, 7, 0.5, 2, 5.3, 0, null);

  private static Scene scene(Module module, int order, int row, String message) {
    return new Scene(
        module.title(),
        module,
        SongPosition.pack(order, row, 6, 125),
        "playing",
        7.9,
        83,
        100,
        module.channels(),
        Set.of(2),
        Set.of(3),
        LOAD,
        POOL,
        message);
  }

  private static String text(List<ViewLine> lines) {
    return lines.stream().map(ViewLine::text).collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void a_song_shows_its_rows_around_the_one_that_plays() {
    List<ViewLine> lines = SongView.lines(scene(SONG, 1, 1, ""), 78, 13);

    assertEquals(
        """
         harbour                                                 playing  0:07 / 1:23
         order 01 of 03   pattern 01   row 01   speed 6   tempo 125

            | 1          | 2 mute     | 3 solo     | 4

         00 | C-2 01 C40 | ... .. ... | F#3 02 ... | ... 31 F06
        >01 | ... .. A0F | B-3 01 ... | ... .. ... | ... .. ...
         02 | ... .. ... | ... .. ... | ... .. ... | ... .. ...
         03 | ... .. ... | ... .. ... | ... .. ... | ... .. ...

         pool  0 1111VVVV|........   1 ........|....jjjj
         load  3 %   voices 3 (most 7)   peak -6.0 dB   xruns 2   latency 5.3 ms
         space pause  left/right order  1-9 0 mute  s+digit solo  r restart  q quit
        """,
        text(lines));
    assertEquals(Look.CURRENT, lines.get(6).look());
  }

  @Test
  void a_message_has_a_line_of_its_own() {
    List<ViewLine> lines = SongView.lines(scene(SONG, 0, 0, "the song has 3 orders"), 78, 20);

    assertEquals(20, lines.size());
    assertEquals(" the song has 3 orders", lines.get(18).text());
  }

  @Test
  void a_stolen_voice_is_told_with_its_reason() {
    Scene.Load load =
        new Scene.Load(0, 3, 7, 0.5, 0, 5, 12, new Meters.Steal(2, StealReason.PEDAL));
    Scene scene =
        new Scene("a.mid", null, 0, "playing", 1, 2, 100, 16, Set.of(), Set.of(), load, POOL, "");
    List<ViewLine> lines = SongView.lines(scene, 80, 24);

    assertEquals(
        " stolen 12   the last on channel 3: the oldest that only the pedal held",
        lines.get(lines.size() - 2).text());
  }

  @Test
  void many_tracks_lose_their_effects_and_then_their_samples() {
    Module eight = SongText.song("8").tag("8CHN", 8).pattern("C-2 01 C40 | D-2 02").module();
    Module many = SongText.song("16").tag("16CH", 16).pattern("C-2 01 C40 | D-2 02").module();

    assertEquals(
        ">00 | C-2 01 | D-2 02 | ... .. | ... .. | ... .. | ... .. | ... .. | ... ..",
        current(SongView.lines(scene(eight, 0, 0, ""), 80, 24)));
    assertEquals(
        ">00 C-2 D-2 ... ... ... ... ... ... ... ... ... ... ... ... ... ...",
        current(SongView.lines(scene(many, 0, 0, ""), 80, 24)));
    assertTrue(
        text(SongView.lines(scene(many, 0, 0, ""), 80, 24)).contains("    1   2m  3s  4   5"));
  }

  private static String current(List<ViewLine> lines) {
    return lines.stream()
        .filter(line -> line.look() == Look.CURRENT)
        .map(ViewLine::text)
        .collect(Collectors.joining());
  }

  @Test
  void no_line_is_longer_and_no_view_higher_than_the_terminal() {
    for (int width : IntStream.of(1, 10, 40, 200).toArray()) {
      for (int height : IntStream.of(1, 5, 100).toArray()) {
        List<ViewLine> lines = SongView.lines(scene(SONG, 1, 1, "told"), width, height);
        assertTrue(lines.size() <= height, width + "x" + height);
        assertTrue(lines.stream().allMatch(line -> line.text().length() <= width));
      }
    }
  }

  @Test
  void a_midi_file_shows_its_channels_instead_of_rows() {
    Scene midi =
        new Scene(
            "demo.mid", null, 0, "paused", 61, 83, 100, 16, Set.of(10), Set.of(), LOAD, POOL, "");

    assertEquals(
        """
         demo.mid                                                 paused  1:01 / 1:23

         muted channels    10
         soloed channels   none
        """,
        text(SongView.lines(midi, 78, 24).subList(0, 4)));
  }

  @Test
  void notes_are_named_by_the_nearest_period() {
    assertEquals("C-1", CellText.note(856));
    assertEquals("B-3", CellText.note(113));
    assertEquals("F-2", CellText.note(320));
    assertEquals("C-2", CellText.note(425), "C-2 at another finetune");
    assertEquals("C-0", CellText.note(1712));
    assertEquals("...", CellText.note(0));
    assertEquals("???", CellText.note(4095));
  }
}

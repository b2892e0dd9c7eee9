package modpool.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.io.NullOutput;
import modpool.io.file.BadFileException;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.session.front.ShortLines;
import modpool.session.song.SongDesk;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lines that handle songs, on an instrument that is rendered by hand.
class LiveLinesTest {
  private static final int SECOND = 48_000;
  private static final Path MIDI = Path.of("presets/songs/demo.mid");

  @TempDir private Path folder;
  private Modpool modpool;
  private SongDesk desk;
  private LiveLines lines;

  @BeforeEach
  void open() throws IOException {
    modpool = Modpool.open(new Settings().channels(0));
    desk = new SongDesk(modpool.control(), SongTiming.AUTO, 1, 0, line -> {});
    SessionRack rack =
        new SessionRack(
            modpool.control(),
            new NullOutput(SECOND, 64),
            desk,
            new SessionPorts.Wishes(List.of(), List.of(), false),
            false,
            new TreeMap<>());
    lines = new LiveLines(modpool.control(), desk, rack, () -> {});
  }

  @AfterEach
  void close() {
    modpool.close();
  }

  /// Three orders; tracks 1 and 2 play a looped square at once.
  private Path song() throws IOException {
    byte[] song =
        SongText.song("three")
            .sample(new ModuleSample("square", 0, 64, 0, 64, SongText.square(64)))
            .pattern("C-2 01 | E-2 01")
            .orders(0, 0, 0)
            .mod();
    return Files.write(folder.resolve("three.mod"), song);
  }

  private double rendered(int frames) {
    float[] left = new float[frames];
    float[] right = new float[frames];
    modpool.render(left, right, frames);
    double loudest = 0;
    for (int i = frames / 2; i < frames; i++) {
      loudest = Math.max(loudest, Math.max(Math.abs(left[i]), Math.abs(right[i])));
    }
    for (long notice = modpool.control().notices().take();
        notice != 0;
        notice = modpool.control().notices().take()) {
      if (Notices.kind(notice) == Notices.END_OF_SONG) {
        desk.ended(Notices.detail(notice));
      }
    }
    return loudest;
  }

  @Test
  void all_channels_can_be_turned_down() throws IOException {
    lines.act("master 80");
    rendered(64);
    assertEquals(80 << 7 | 80, modpool.control().board().channels().master());
    for (String line : List.of("master", "master 128", "master loud")) {
      assertThrows(IllegalArgumentException.class, () -> lines.act(line), line);
    }
  }

  @Test
  void a_line_that_is_no_command_is_told_all_that_are() {
    String few = refusal("what");
    assertTrue(few.contains("; known: program CH [B:]P, bank PATH, voices"), few);
    assertTrue(
        few.endsWith("tempo PERCENT, mute T and solo T, save FILE, stats, panic, quit"), few);

    lines.add(LiveLines.MAP, _ -> {});
    assertTrue(refusal("what").endsWith(", quit, map CC CH CONTROL"));
  }

  @Test
  void a_line_that_is_no_command_is_refused_without_all_of_it() {
    String unknown = refusal("what " + "is ".repeat(1_000));
    assertTrue(unknown.startsWith("unknown line 'what is is"), unknown);
    assertTrue(unknown.length() < 500, unknown);

    String tooLong = refusal("panic" + " ".repeat(ShortLines.MOST));
    assertTrue(tooLong.startsWith("a line of more than 8192 characters is left out: panic"));
    assertTrue(tooLong.length() < 200, tooLong);
  }

  private String refusal(String line) {
    return assertThrows(IllegalArgumentException.class, () -> lines.act(line)).getMessage();
  }

  @Test
  void a_loaded_song_stands_until_it_is_played() throws IOException {
    lines.act("song " + song());
    assertEquals(0, rendered(SECOND));
    assertEquals("paused", desk.state());

    lines.act("play");
    assertTrue(rendered(SECOND) > 0.01);
    assertEquals("playing", desk.state());
  }

  @Test
  void a_song_that_is_stopped_goes_on_from_there() throws IOException {
    lines.act("song " + song());
    lines.act("play");
    rendered(SECOND);
    long before = desk.position();
    lines.act("stop");
    assertEquals(0, rendered(SECOND));
    lines.act("play");
    rendered(SECOND / 100);
    assertEquals(SongPosition.row(before), SongPosition.row(desk.position()));
  }

  @Test
  void seeking_goes_to_an_order_or_some_orders_on() throws IOException {
    lines.act("song " + song());
    lines.act("play");
    lines.act("seek 2");
    rendered(SECOND);
    assertEquals(2, SongPosition.order(desk.position()));
    lines.act("seek -1");
    rendered(SECOND);
    assertEquals(1, SongPosition.order(desk.position()));
    lines.act("seek +9");
    rendered(SECOND);
    assertEquals(2, SongPosition.order(desk.position()));
    assertThrows(IllegalArgumentException.class, () -> lines.act("seek 3"));
  }

  @Test
  void the_tempo_is_a_percentage_until_another_song_is_loaded() throws IOException {
    assertThrows(IllegalArgumentException.class, () -> lines.act("tempo 50"), "no song yet");
    Path song = song();
    lines.act("song " + song);
    double length = desk.lengthSeconds();
    lines.act("tempo 200");
    assertEquals(length / 2, desk.lengthSeconds(), 1e-9);
    lines.act("play");
    rendered(SECOND); // 16 rows and a part of one
    assertEquals(16, SongPosition.row(desk.position()));
    assertEquals(250, SongPosition.tempo(desk.position()));
    for (String wrong : List.of("tempo", "tempo 24", "tempo 401", "tempo fast", "tempo 1e2")) {
      assertThrows(IllegalArgumentException.class, () -> lines.act(wrong), wrong);
    }
    assertEquals(200, desk.tempo());
    lines.act("song " + song);
    assertEquals(100, desk.tempo());
    rendered(SECOND);
    assertEquals(125, SongPosition.tempo(desk.position()));
  }

  @Test
  void a_song_that_stands_is_shown_and_plays_where_it_was_sought() throws IOException {
    lines.act("song " + song());
    lines.act("seek 1");
    assertEquals(0, rendered(SECOND));
    assertEquals(1, SongPosition.order(desk.position()));
    lines.act("play");
    rendered(SECOND);
    assertEquals(1, SongPosition.order(desk.position()));
  }

  @Test
  void a_scale_is_a_file_or_off() throws IOException {
    assertTrue(lines.act("scale off"));
    assertThrows(BadFileException.class, () -> lines.act("scale none.scl"));
    assertThrows(IllegalArgumentException.class, () -> lines.act("scale"));
  }

  @Test
  void mute_and_solo_are_switches() throws IOException {
    lines.act("song " + song());
    lines.act("play");
    lines.act("mute 1");
    lines.act("mute 2");
    assertEquals(0, rendered(SECOND));
    lines.act("mute 1");
    assertTrue(rendered(SECOND) > 0.01);
    lines.act("solo 3");
    assertEquals(0, rendered(SECOND));
    lines.act("solo 1");
    assertTrue(rendered(SECOND) > 0.01);
    assertEquals(Set.of(2), desk.muted());
    assertEquals(Set.of(1, 3), desk.soloed());
    assertThrows(IllegalArgumentException.class, () -> lines.act("mute 5"));
  }

  @Test
  void another_song_takes_over_at_once_with_all_tracks_heard() throws IOException {
    Path song = song();
    lines.act("song " + song);
    lines.act("play");
    lines.act("mute 1");
    lines.act("solo 3");
    assertEquals(0, rendered(SECOND));
    lines.act("song " + song);
    assertTrue(rendered(SECOND) > 0.01);
    assertEquals(Set.of(), desk.soloed());
  }

  @Test
  void a_shorter_song_that_takes_over_is_at_its_beginning_before_it_has_ticked()
      throws IOException {
    lines.act("song " + song());
    lines.act("play");
    lines.act("seek 2");
    rendered(SECOND);
    lines.act("tempo 200");
    byte[] one = SongText.song("one").pattern("C-2 01 F05").mod();
    lines.act("song " + Files.write(folder.resolve("one.mod"), one));

    assertEquals(SongPosition.pack(0, 0, 6, 125), desk.position());
    assertEquals(0, desk.describe().get("order").asInt());
    assertEquals(0, desk.seconds());
    rendered(SECOND / 100);
    assertEquals(SongPosition.pack(0, 0, 5, 125), desk.position());
  }

  @Test
  void a_song_is_where_it_was_sought_before_it_has_ticked() throws IOException {
    lines.act("song " + song());
    lines.act("play");
    rendered(SECOND);
    lines.act("tempo 200");
    lines.act("seek 2");
    assertEquals(SongPosition.pack(2, 0, 6, 250), desk.position());
    desk.locate(6 * 70); // ticks: row 70
    assertEquals(SongPosition.pack(1, 6, 6, 250), desk.position());
  }

  @Test
  void a_song_that_stands_unplayed_is_where_it_was_at_another_rate() throws IOException {
    lines.act("song " + song());
    lines.act("seek 2");
    modpool.control().configure(44_100, 64);
    assertEquals(2, SongPosition.order(desk.position()));
    lines.act("play");
    rendered(SECOND / 100);
    assertEquals(2, SongPosition.order(desk.position()));
  }

  @Test
  void a_song_that_is_over_plays_again_from_its_beginning() throws IOException {
    lines.act("song " + song());
    lines.act("play");
    rendered(24 * SECOND);
    assertTrue(desk.isOver());
    lines.act("play");
    assertFalse(desk.isOver());
    assertTrue(rendered(SECOND) > 0.01);
    assertEquals(0, SongPosition.order(desk.position()));
  }

  @Test
  void a_song_that_is_played_behind_its_end_is_over() throws IOException {
    lines.act("song " + song());
    desk.locate(6 * 64 * 3 + 6); // ticks: three orders and a row
    rendered(SECOND);
    assertEquals("paused", desk.state());
    lines.act("play");
    assertEquals(0, rendered(SECOND));
    assertEquals("over", desk.state());
    lines.act("play");
    assertTrue(rendered(SECOND) > 0.01);
    assertEquals("playing", desk.state());
  }

  @Test
  void the_end_of_a_song_that_was_sought_since_is_not_the_end() throws IOException {
    lines.act("song " + song());
    lines.act("play");
    int last = modpool.control().songs().generation();
    lines.act("seek 0");
    desk.ended(last);
    assertFalse(desk.isOver());
  }

  @Test
  void a_midi_file_is_a_song_too() throws IOException {
    lines.act("song " + MIDI);
    assertEquals(0, rendered(2 * SECOND));
    lines.act("play");
    assertTrue(rendered(2 * SECOND) > 0.001);
    lines.act("stop");
    rendered(20 * SECOND);
    assertEquals(0, modpool.control().meters().get(Meter.VOICES), "all keys and pedals went up");
    assertEquals(2.0, desk.seconds(), 1e-9);
    lines.act("play");
    assertTrue(rendered(2 * SECOND) > 0.001);
    assertEquals(4.0, desk.seconds(), 0.01);
    lines.act("restart");
    rendered(SECOND);
    assertEquals(1.0, desk.seconds(), 0.01);
    rendered(90 * SECOND);
    assertTrue(desk.isOver());
  }

  @Test
  void a_midi_file_stops_at_another_rate_and_then_plays_as_fast_as_before() throws IOException {
    lines.act("song " + MIDI);
    double length = desk.lengthSeconds();
    lines.act("play");
    rendered(SECOND);
    modpool.control().configure(24_000, 64);
    desk.look();
    assertEquals("paused", desk.state());
    assertEquals(0, desk.seconds());
    assertEquals(length, desk.lengthSeconds());

    lines.act("play");
    assertTrue(rendered(24_000) > 0.001);
    assertEquals(1.0, desk.seconds(), 0.01);
    rendered((int) (24_000 * length));
    assertTrue(desk.isOver());
  }

  @Test
  void without_a_song_the_lines_say_how_to_load_one() {
    for (String line : new String[] {"play", "stop", "pause", "restart", "seek 0", "mute 1"}) {
      Exception said = assertThrows(IllegalArgumentException.class, () -> lines.act(line));
      assertTrue(said.getMessage().contains("song FILE"), said.getMessage());
    }
  }

  @Test
  void a_file_that_is_no_song_leaves_the_song_playing() throws IOException {
    lines.act("song " + song());
    lines.act("play");
    Path noSong = Files.write(folder.resolve("no.mod"), new byte[10]);
    assertThrows(IOException.class, () -> lines.act("song " + noSong));
    assertTrue(rendered(SECOND) > 0.01);
  }
}

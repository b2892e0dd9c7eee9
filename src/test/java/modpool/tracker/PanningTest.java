package modpool.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import modpool.Modpool;
import modpool.Settings;
import modpool.Settings.Instruments;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.Measure;
import modpool.testing.Performance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Effect 8xx, which trackers for more than four tracks have and ProTracker has not.
class PanningTest {
  private static final int ROW = 5_760; // frames of six ticks at 125 beats a minute

  private static Module song(String tag, int tracks, String... patterns) throws IOException {
    SongText song =
        SongText.song("x")
            .tag(tag, tracks)
            .sample(new ModuleSample("looped", 0, 64, 0, 32, SongText.square(32)));
    Integer[] orders = new Integer[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      song.pattern(patterns[i]);
      orders[i] = i;
    }
    return ModReader.read("x.mod", song.orders(orders).mod()); // which knows the tracker by its tag
  }

  private static List<String> pannings(List<String> calls) {
    return calls.stream().filter(call -> call.contains("panning")).toList();
  }

  @Test
  void a_track_is_told_its_place_once_before_its_note() throws IOException {
    Module song = song("6CHN", 6, "C-2 01 8FF\n--- -- 8FF\n--- -- 800");

    List<String> calls = TrackCalls.of(song, 18);
    assertEquals("0: panning 255", calls.getFirst());
    assertEquals(List.of("0: panning 255", "12: panning 0"), pannings(calls));
  }

  @Test
  void protracker_knows_no_such_effect() throws IOException {
    assertEquals(List.of(), pannings(TrackCalls.of(song("M.K.", 4, "C-2 01 8FF"), 6)));
  }

  @Test
  void a_place_that_was_taken_before_is_kept_after_a_seek() throws IOException {
    Module song = song("6CHN", 6, "C-2 01 820\n--- -- D00", "");

    assertEquals("0: panning 32", TrackCalls.from(1, song, 3).getFirst());
  }

  @ParameterizedTest
  @EnumSource(Instruments.class)
  void what_sounds_and_what_comes_is_heard_there(Instruments instruments) throws IOException {
    Module song = song("6CHN", 6, "C-2 01 ---\n--- -- 8FF\nC-2 01 ---\n--- -- 880\n--- -- 800");
    Settings settings = new Settings().channels(0).separation(100).instruments(instruments);
    try (Modpool modpool = Modpool.open(settings.rate(48_000))) {
      modpool.control().songs().open(song, SongTiming.CIA, 1);
      float[][] heard = new Performance().render(modpool, 5 * ROW, 64);

      assertSides(heard, 0, 1, 0); // the first track's own place
      assertSides(heard, 1, 0, 1);
      assertSides(heard, 2, 0, 1);
      assertSides(heard, 3, 1, 1);
      assertSides(heard, 4, 1, 0);
    }
  }

  private static void assertSides(float[][] heard, int row, int left, int right) {
    double leftDb = level(heard[0], row);
    double rightDb = level(heard[1], row);
    String sides = "row %d: %.1f and %.1f dB".formatted(row, leftDb, rightDb);
    assertEquals(left > 0, leftDb > -60, sides);
    assertEquals(right > 0, rightDb > -60, sides);
    if (left == right) {
      assertEquals(leftDb, rightDb, 0.1, sides); // 80 lies a little to the right
    }
  }

  private static double level(float[] side, int row) {
    int from = row * ROW + ROW / 2;
    return Measure.dB(Measure.rms(Arrays.copyOfRange(side, from, from + ROW / 4)));
  }
}

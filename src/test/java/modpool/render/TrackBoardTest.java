package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.board.TrackBoard;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.Test;

/// What a window sees of a song's tracks.
class TrackBoardTest {
  private static final int TICK = 960; // frames of a tick at tempo 125

  @Test
  void a_watched_board_shows_sample_period_and_volume_and_counts_notes() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings().channels(0))) {
      modpool.control().board().watch(true);
      TrackBoard board = modpool.control().board().tracks();
      var song =
          SongText.song("two")
              .sample(new ModuleSample("a", 0, 64, 0, 64, SongText.square(64)))
              .sample(new ModuleSample("b", 0, 40, 0, 64, SongText.square(64)))
              .pattern("C-2 01 | C-3 02 C20\nC-2 01 | --- -- ---")
              .module();
      modpool.control().songs().open(song, SongTiming.CIA, 1);
      modpool.render(new float[TICK], new float[TICK], TICK);
      long first = board.track(0);
      assertEquals(1, TrackBoard.sample(first));
      assertEquals(428, TrackBoard.period(first));
      assertEquals(64, TrackBoard.volume(first));
      assertEquals(2, TrackBoard.sample(board.track(1)));
      assertEquals(214, TrackBoard.period(board.track(1)));
      assertEquals(32, TrackBoard.volume(board.track(1)));
      modpool.control().songs().mute(2, true);
      modpool.render(new float[6 * TICK], new float[6 * TICK], 6 * TICK);
      assertEquals(TrackBoard.strikes(first) + 1, TrackBoard.strikes(board.track(0)));
      assertEquals(0, TrackBoard.sample(board.track(1)), "muted");
    }
  }
}

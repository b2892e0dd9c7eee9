package modpool.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.board.VoiceBoard;
import modpool.testing.Performance;
import org.junit.jupiter.api.Test;

/// What a window sees of the voices.
class VoiceBoardTest {
  private static final int RATE = 48_000;

  @Test
  void a_watched_board_shows_keys_levels_and_peaks_of_each_strip() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      VoiceBoard board = modpool.control().board();
      board.watch(true);
      new Performance().keyDown(0, 3, 60, 100).keyDown(0, 3, 67, 50).render(modpool, 4_800, 64);
      int slot = slotOf(modpool, 2);
      assertEquals(List.of(60, 67), List.of(key(board, slot, 0), key(board, slot, 1)));
      assertTrue(VoiceBoard.isHeld(board.voice(slot, 0)));
      assertEquals(VoiceBoard.SILENT, board.voice(slot, 2));
      assertTrue(VoiceBoard.level(board.voice(slot, 0)) > VoiceBoard.level(board.voice(slot, 1)));
      assertTrue(board.takePeak(slot) > 0);
      assertEquals(0, board.takePeak(slot), "since the last look");
      assertEquals(VoiceBoard.SILENT, board.voice(slotOf(modpool, 0), 0));
    }
  }

  private static int slotOf(Modpool modpool, int channel) {
    List<Strip> strips = modpool.control().strips();
    return strips.indexOf(
        strips.stream().filter(s -> s.channel() == channel).findFirst().orElseThrow());
  }

  private static int key(VoiceBoard board, int slot, int voice) {
    return VoiceBoard.key(board.voice(slot, voice));
  }

  @Test
  void watching_changes_no_byte() throws IOException {
    assertArrayEquals(rendered(false)[0], rendered(true)[0]);
  }

  private static float[][] rendered(boolean watched) throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      modpool.control().board().watch(watched);
      modpool.control().board().masterScope().watch(watched);
      modpool.control().board().channelScope().watch(watched);
      modpool.control().board().scopeAt(1);
      return new Performance()
          .keyDown(0, 1, 60, 100)
          .keyDown(1_000, 1, 64, 90)
          .keyDown(2_000, 2, 50, 90)
          .render(modpool, RATE / 2, 64);
    }
  }
}

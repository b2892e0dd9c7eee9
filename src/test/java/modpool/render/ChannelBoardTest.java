package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.board.ChannelBoard;
import modpool.testing.Performance;
import org.junit.jupiter.api.Test;

/// What a window sees of the channels' settings and of the master.
class ChannelBoardTest {
  private static final int VOLUME = 7;
  private static final int PAN = 10;
  private static final int SUSTAIN = 64;

  @Test
  void a_watched_board_shows_what_channels_were_set_to() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      modpool.control().board().watch(true);
      ChannelBoard board = modpool.control().board().channels();
      modpool.program(3, 0, 48);
      modpool.control().desk().controller(3, VOLUME, 33);
      modpool.control().desk().controller(3, PAN, 127);
      modpool.render(new float[64], new float[64], 64);
      long setting = board.setting(2);
      assertEquals(48, ChannelBoard.program(setting));
      assertEquals(0, ChannelBoard.bank(setting));
      assertEquals(33, ChannelBoard.volume(setting));
      assertEquals(127, ChannelBoard.pan(setting));
      assertTrue(ChannelBoard.isKit(board.setting(9)));
      assertEquals(100, ChannelBoard.volume(board.setting(9)));
    }
  }

  @Test
  void it_shows_a_sustain_pedal_until_a_panic() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      modpool.control().board().watch(true);
      ChannelBoard board = modpool.control().board().channels();
      modpool.control().desk().controller(3, SUSTAIN, 127);
      modpool.render(new float[64], new float[64], 64);
      assertTrue(ChannelBoard.isSustained(board.setting(2)));
      assertFalse(ChannelBoard.isSustained(board.setting(3)));
      assertFalse(ChannelBoard.isKit(board.setting(2)));
      modpool.panic();
      modpool.render(new float[64], new float[64], 64);
      assertFalse(ChannelBoard.isSustained(board.setting(2)));
    }
  }

  @Test
  void before_the_first_block_channels_are_shown_at_rest() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      ChannelBoard board = modpool.control().board().channels();
      for (int channel = 0; channel < ChannelBoard.CHANNELS; channel++) {
        assertEquals(100, ChannelBoard.volume(board.setting(channel)));
        assertEquals(64, ChannelBoard.pan(board.setting(channel)));
      }
      assertEquals(16_383, board.master());
    }
  }

  @Test
  void what_a_channel_has_heard_changes_with_each_message() throws IOException {
    try (Modpool modpool = Modpool.open(new Settings())) {
      modpool.control().board().watch(true);
      ChannelBoard board = modpool.control().board().channels();
      modpool.render(new float[64], new float[64], 64);
      int before = board.heard(4);
      modpool.control().desk().controller(5, VOLUME, 100);
      modpool.render(new float[64], new float[64], 64);
      assertNotEquals(before, board.heard(4));
    }
  }

  @Test
  void the_master_shows_its_peaks_since_the_last_look_and_what_the_limiter_took()
      throws IOException {
    try (Modpool modpool = Modpool.open(new Settings().limiter(true).gainDb(24))) {
      modpool.control().board().watch(true);
      Performance loud = new Performance();
      for (int key = 48; key < 52; key++) {
        loud.keyDown(0, 1, key, 127);
      }
      loud.render(modpool, 9_600, 64);
      var master = modpool.control().board().master();
      assertTrue(master.takeLeft() > 0.5);
      assertTrue(master.takeRight() > 0.5);
      assertTrue(master.takeReduction() > 0);
      assertEquals(0, master.takeLeft(), "since the last look");
    }
  }
}

package modpool.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import modpool.Modpool;
import modpool.Settings;
import modpool.bridge.board.ScopeRing;
import modpool.bridge.board.VoiceBoard;
import modpool.testing.Measure;
import org.junit.jupiter.api.Test;

/// Samples that cross to a scope.
class ScopeRingTest {
  private static final int FRAMES = 4_800;

  private static Modpool playing() throws IOException {
    Modpool modpool = Modpool.open(new Settings());
    VoiceBoard board = modpool.control().board();
    board.watch(true);
    board.masterScope().watch(true);
    board.channelScope().watch(true);
    return modpool;
  }

  private static void note(Modpool modpool, int channel) throws Exception {
    modpool.receiver().send(new javax.sound.midi.ShortMessage(0x90, channel, 60, 100), -1);
  }

  @Test
  void the_master_ring_holds_the_output() throws Exception {
    try (Modpool modpool = playing()) {
      note(modpool, 2);
      float[] left = new float[FRAMES];
      float[] right = new float[FRAMES];
      modpool.render(left, right, FRAMES);
      float[] seen = new float[1_000];
      modpool.control().board().masterScope().read(seen);
      float[] wanted = new float[1_000];
      for (int i = 0; i < wanted.length; i++) {
        int at = FRAMES - wanted.length + i;
        wanted[i] = (left[at] + right[at]) * 0.5f;
      }
      assertArrayEquals(wanted, seen);
      assertTrue(Measure.peak(seen) > 0);
    }
  }

  @Test
  void the_channels_ring_holds_that_channel_alone_and_silence_goes_on() throws Exception {
    try (Modpool modpool = playing()) {
      VoiceBoard board = modpool.control().board();
      board.scopeAt(2);
      note(modpool, 5);
      modpool.render(new float[FRAMES], new float[FRAMES], FRAMES);
      float[] seen = new float[ScopeRing.FRAMES];
      board.channelScope().read(seen);
      assertEquals(0, Measure.peak(seen), "channel 6 is not looked at");
      assertEquals(FRAMES, board.channelScope().written());
      note(modpool, 2);
      modpool.render(new float[FRAMES], new float[FRAMES], FRAMES);
      board.channelScope().read(seen);
      assertTrue(Measure.peak(seen) > 0);
      assertEquals(2 * FRAMES, board.channelScope().written());
    }
  }

  @Test
  void nothing_is_written_while_nobody_looks() throws Exception {
    try (Modpool modpool = playing()) {
      VoiceBoard board = modpool.control().board();
      board.masterScope().watch(false);
      board.channelScope().watch(false);
      note(modpool, 0);
      modpool.render(new float[FRAMES], new float[FRAMES], FRAMES);
      assertEquals(0, board.masterScope().written());
      assertEquals(0, board.channelScope().written());
    }
  }
}

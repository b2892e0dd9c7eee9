package modpool.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import modpool.Modpool;
import modpool.Settings;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import org.junit.jupiter.api.Test;

/// System exclusive messages that reach the output's own port.
class PortSysexTest {
  private static final int BLOCK = 256;
  private static final byte[] HALF = {(byte) 0xF0, 0x7F, 0x7F, 4, 1, 0, 64, (byte) 0xF7};
  private static final byte[] NONE = {(byte) 0xF0, 0x7F, 0x7F, 4, 1, 0, 0, (byte) 0xF7};
  private static final byte[] CUT = {(byte) 0xF0, 0x7F, 0x7F, 4, 1, 0, 0};

  /// @return the greatest level a second later, over a third of a second
  private static float level(byte[] message) throws Exception {
    try (Modpool modpool = Modpool.open(new Settings().rate(48_000))) {
      BlockRenderer renderer = modpool.control().liveRenderer();
      PortMidi midi = new PortMidi();
      midi.clear();
      midi.add(0, 0xC0, 80, 0);
      midi.add(0, 0x90, 60, 100);
      float[] left = new float[BLOCK];
      float[] right = new float[BLOCK];
      float level = 0;
      for (int block = 0; block < 250; block++) {
        renderer.render(left, right, BLOCK, midi);
        midi.clear();
        if (block == 10 && message != null) {
          renderer.sysex(message);
        }
        for (int i = 0; block >= 187 && i < BLOCK; i++) {
          level = Math.max(level, Math.abs(left[i]));
        }
      }
      return level;
    }
  }

  @Test
  void master_volume_is_heard() throws Exception {
    float full = level(null);
    assertTrue(full > 0.01, "the note sounds: " + full);
    float half = level(HALF);
    assertTrue(half > 0 && half < full * 0.6, full + " became " + half);
    assertEquals(0, level(NONE), 1e-4);
  }

  @Test
  void a_message_that_is_cut_off_is_passed_over() throws Exception {
    assertEquals(level(null), level(CUT));
  }
}

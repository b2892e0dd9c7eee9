package modpool.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import modpool.Modpool;
import modpool.Settings;
import modpool.io.BlockRenderer;
import modpool.io.PortMidi;
import org.junit.jupiter.api.Test;

/// System exclusive messages that reach the output's own port act at their frame, like all others.
class PortSysexTest {
  private static final int BLOCK = 256;
  private static final byte[] HALF = {(byte) 0xF0, 0x7F, 0x7F, 4, 1, 0, 64, (byte) 0xF7};
  private static final byte[] NONE = {(byte) 0xF0, 0x7F, 0x7F, 4, 1, 0, 0, (byte) 0xF7};
  private static final byte[] CUT = {(byte) 0xF0, 0x7F, 0x7F, 4, 1, 0, 0};

  private static void add(PortMidi midi, byte[] message) {
    int start = midi.addSysex(0, message.length);
    System.arraycopy(message, 0, midi.sysex(), start, message.length);
  }

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
        if (block == 10 && message != null) {
          add(midi, message);
        }
        renderer.render(left, right, BLOCK, midi);
        midi.clear();
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
  void what_follows_a_reset_in_its_block_is_not_undone_by_it() throws Exception {
    byte[] reset = {(byte) 0xF0, 0x7E, 0x7F, 9, 1, (byte) 0xF7};
    float[] plain = songsBeginning(null);
    assertTrue(IntStream.range(0, plain.length).anyMatch(i -> Math.abs(plain[i]) > 0.001));
    assertArrayEquals(plain, songsBeginning(reset));
  }

  /// A program and a note, after a message.
  private static float[] songsBeginning(byte[] message) throws Exception {
    try (Modpool modpool = Modpool.open(new Settings().rate(48_000))) {
      PortMidi midi = new PortMidi();
      midi.clear();
      if (message != null) {
        add(midi, message);
      }
      midi.add(0, 0xC0, 80, 0);
      midi.add(0, 0xB0, 7, 60);
      midi.add(7, 0x90, 60, 100);
      float[] left = new float[8 * BLOCK];
      modpool.control().liveRenderer().render(left, new float[8 * BLOCK], 8 * BLOCK, midi);
      return left;
    }
  }

  @Test
  void what_finds_no_room_is_told_and_the_rest_goes_on() {
    PortMidi midi = new PortMidi();
    midi.clear();
    assertEquals(0, midi.addSysex(1, 30_000));
    assertEquals(-1, midi.addSysex(2, 3_000));
    assertEquals(30_000, midi.addSysex(3, 2_000));
    assertEquals(-1, midi.addSysex(4, Long.MAX_VALUE));
    midi.add(5, 0x90, 60, 1);
    assertEquals(3, midi.size());
    assertEquals(PortMidi.SYSEX, midi.status(1));
    assertEquals(30_000, midi.sysexStart(1));
    assertEquals(2_000, midi.sysexLength(1));
    midi.clear();
    assertEquals(0, midi.addSysex(0, 32_768));
  }

  @Test
  void a_message_that_is_cut_off_is_passed_over() throws Exception {
    assertEquals(level(null), level(CUT));
  }
}

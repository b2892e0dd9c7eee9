package modpool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import modpool.testing.BankFolder;
import modpool.testing.Measure;
import modpool.testing.Performance;
import modpool.testing.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A muted channel plays on unheard, and nothing of it gets out.
class MuteTest {
  private static final int RATE = Performance.RATE;
  private static final int MUTE = 17 * 64 * 4;
  private static final int HEARD = 2 * MUTE;
  private static final int END = 3 * MUTE;
  private static final int FADE = (int) (0.005 * RATE);

  @TempDir private static Path folder;

  @BeforeAll
  static void writeBank() throws IOException {
    new BankFolder(folder)
        .wave("sine", RATE, Waves.sine(100, RATE))
        .wave("other", RATE, Waves.sine(73, RATE))
        .loop("sine", "")
        .loop("other", "")
        .write();
  }

  private static float[] render(Performance performance, Modpool modpool, int block) {
    return performance.render(modpool, END, block)[0];
  }

  private static Modpool open() throws IOException {
    return Modpool.open(new Settings().bank(folder));
  }

  /// From MUTE to HEARD.
  private static Performance muted(Modpool modpool, int channel) {
    return new Performance()
        .at(MUTE, () -> modpool.control().desk().mute(channel, true))
        .at(HEARD, () -> modpool.control().desk().mute(channel, false));
  }

  private static double peak(float[] wave, int from, int to) {
    return Measure.peak(Measure.slice(wave, from, to));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 1088})
  void it_is_the_same_in_blocks_of_any_size(int block) throws IOException {
    float[] expected;
    try (Modpool modpool = open()) {
      expected = render(muted(modpool, 1).keyDown(0, 1, 60, 100), modpool, 64);
    }
    try (Modpool modpool = open()) {
      assertArrayEquals(expected, render(muted(modpool, 1).keyDown(0, 1, 60, 100), modpool, block));
    }
    assertTrue(peak(expected, 0, MUTE) > 0.05);
    assertEquals(0, peak(expected, MUTE + FADE, HEARD));
    assertTrue(peak(expected, HEARD + FADE, END) > 0.05);
  }

  @Test
  void a_program_change_lets_nothing_out() throws IOException {
    try (Modpool modpool = open()) {
      Performance p = muted(modpool, 1).keyDown(0, 1, 60, 100).keyDown(0, 1, 64, 100);
      p.at(MUTE + 2 * FADE, () -> modpool.voices(1, 1)).program(MUTE + 3 * FADE, 1, 1);
      float[] left = render(p.keyDown(MUTE + 4 * FADE, 1, 62, 100), modpool, 16);
      assertEquals(0, peak(left, MUTE + FADE, HEARD));
      assertTrue(peak(left, HEARD + FADE, END) > 0.05);
    }
  }

  @Test
  void an_mpe_zone_is_muted_with_its_lead_and_its_members_only_so() throws IOException {
    Performance notes = new Performance();
    notes.control(0, 1, 101, 0).control(0, 1, 100, 6).control(0, 1, 6, 3);
    notes.keyDown(0, 2, 60, 100).keyDown(0, 3, 67, 100);
    try (Modpool modpool = open()) {
      float[] left = render(muted(modpool, 1).with(notes), modpool, 64);
      assertTrue(peak(left, 0, MUTE) > 0.05);
      assertEquals(0, peak(left, MUTE + FADE, HEARD));
    }
    try (Modpool modpool = open()) {
      float[] left = render(muted(modpool, 2).with(notes), modpool, 64);
      assertTrue(peak(left, MUTE + FADE, HEARD) > 0.05);
    }
  }
}

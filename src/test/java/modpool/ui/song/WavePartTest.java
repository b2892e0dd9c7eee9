package modpool.ui.song;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import modpool.module.ModuleSample;
import org.junit.jupiter.api.Test;

/// The part of a sample that a track reads.
class WavePartTest {
  private static final double CLOCK_HZ = 3_546_895;
  private static final int PERIOD = 428;
  private static final int POINTS = 100;

  private static byte[] ramp(int frames) {
    byte[] ramp = new byte[frames];
    for (int i = 0; i < frames; i++) {
      ramp[i] = (byte) i;
    }
    return ramp;
  }

  private static float[] read(WavePart part, ModuleSample sample, int volume) {
    float[] shown = new float[POINTS];
    part.read(sample, PERIOD, volume, shown);
    return shown;
  }

  @Test
  void a_note_begins_at_the_samples_beginning_and_goes_on_as_fast_as_its_period_says() {
    ModuleSample sample = new ModuleSample("ramp", 0, 64, 0, 0, ramp(128));
    WavePart part = new WavePart();
    part.move(1, PERIOD, 0.03);
    assertEquals(0, read(part, sample, 64)[0], 0);
    part.move(1, PERIOD, 50 * PERIOD / CLOCK_HZ + 1e-9);
    assertEquals(50f / 128, read(part, sample, 64)[0], 1e-6);
    assertEquals(25f / 128, read(part, sample, 32)[0], 1e-6);
    part.move(2, PERIOD, 0.03);
    assertEquals(0, read(part, sample, 64)[0], 0, "a new note begins anew");
  }

  @Test
  void what_is_over_is_silent_and_a_loop_goes_round() {
    ModuleSample once = new ModuleSample("once", 0, 64, 0, 0, ramp(64));
    ModuleSample looped = new ModuleSample("looped", 0, 64, 32, 16, ramp(64));
    WavePart part = new WavePart();
    part.move(1, PERIOD, 0);
    part.move(1, PERIOD, 80 * PERIOD / CLOCK_HZ + 1e-9);
    assertArrayEquals(new float[POINTS], read(part, once, 64));
    // Frame 80 is 32 beyond the loop's end at 48: twice round, at its beginning.
    assertEquals(32f / 128, read(part, looped, 64)[0], 1e-6);
  }
}

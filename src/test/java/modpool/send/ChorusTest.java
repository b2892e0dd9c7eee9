package modpool.send;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import modpool.testing.Measure;
import org.junit.jupiter.api.Test;

class ChorusTest {
  private static final int RATE = 48_000;

  @Test
  void its_copies_of_a_tone_beat() {
    float[][] out = process(sine(1_000, 3 * RATE));

    double least = 1;
    double most = 0;
    for (int at = RATE / 2; at < 3 * RATE; at += 480) { // over more than a swing
      double level = Measure.rms(Measure.slice(out[0], at, at + 480));
      least = Math.min(least, level);
      most = Math.max(most, level);
    }
    assertTrue(most > 0.7 && most < 1.5, "loudest " + most);
    assertTrue(least < most / 3, "softest " + least);
  }

  @Test
  void a_tone_is_spread_by_as_much_as_its_delays_swing() {
    float[] left = Measure.slice(process(sine(1_000, 4 * RATE))[0], RATE, 4 * RATE);

    // 2 pi 0.4 Hz 3.15 ms: 0.8 %, so 8 Hz
    assertTrue(Measure.amplitude(left, RATE, 1_000 + 7) > 0.02);
    assertTrue(Measure.amplitude(left, RATE, 1_000 - 7) > 0.02);
    assertTrue(Measure.amplitude(left, RATE, 1_000 + 20) < 0.001);
    assertTrue(Measure.amplitude(left, RATE, 1_000 - 20) < 0.001);
    assertTrue(Measure.amplitude(left, RATE, 2_000) < 0.0001, "nothing is distorted");
  }

  @Test
  void the_sides_swing_differently() {
    float[][] out = process(sine(700, 2 * RATE));

    assertTrue(Measure.snrDb(out[0], out[1]) < 6);
  }

  @Test
  void noise_comes_out_as_loud() {
    Random random = new Random(6);
    float[] noise = new float[3 * RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat() - 0.5f;
    }
    float[] out = process(noise)[0];

    assertEquals(0, Measure.dB(Measure.rms(out) / Measure.rms(noise)), 1.5);
  }

  @Test
  void blocks_of_any_size_give_the_same_bytes() {
    float[] in = sine(330, 20_000);
    java.util.Arrays.fill(in, 4_000, 15_000, 0);
    float[][] wanted = inBlocks(in, new Random(1), 20_000, 20_000);
    for (int size : new int[] {1, 31, 33, 256}) {
      assertArrayEquals(wanted[0], inBlocks(in, new Random(1), size, size)[0]);
      assertArrayEquals(wanted[1], inBlocks(in, new Random(1), size, size)[1]);
    }
    assertArrayEquals(wanted[0], inBlocks(in, new Random(2), 1, 300)[0]);
  }

  private static float[][] inBlocks(float[] in, Random random, int least, int most) {
    Chorus chorus = new Chorus(RATE);
    float[][] out = new float[2][in.length];
    for (int at = 0; at < in.length; ) {
      int count = Math.min(in.length - at, least + random.nextInt(most - least + 1));
      float[] piece = Measure.slice(in, at, at + count);
      float[] left = new float[count];
      float[] right = new float[count];
      if (Measure.peak(piece) > 0 || !chorus.isSilent()) {
        chorus.process(13 + at, piece, piece, left, right, count);
      }
      System.arraycopy(left, 0, out[0], at, count);
      System.arraycopy(right, 0, out[1], at, count);
      at += count;
    }
    return out;
  }

  @Test
  void it_falls_silent_by_itself() {
    Chorus chorus = new Chorus(RATE);
    assertTrue(chorus.isSilent());
    float[] in = new float[RATE];
    in[7] = 1;
    chorus.process(0, in, in, new float[RATE], new float[RATE], RATE);

    assertTrue(chorus.isSilent());
  }

  private static float[][] process(float[] in) {
    float[][] out = new float[2][in.length];
    new Chorus(RATE).process(0, in, in, out[0], out[1], in.length);
    return out;
  }

  private static float[] sine(double hz, int frames) {
    float[] sine = new float[frames];
    for (int i = 0; i < frames; i++) {
      sine[i] = (float) Math.sin(2 * Math.PI * hz * i / RATE);
    }
    return sine;
  }
}

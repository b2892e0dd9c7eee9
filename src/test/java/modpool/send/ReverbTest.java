package modpool.send;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import modpool.testing.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReverbTest {
  private static final int RATE = 48_000;
  private static final double NORMAL_BEYOND_ONE = 0.3173; // share of a bell curve beyond +-1 sigma

  @ParameterizedTest
  @ValueSource(ints = {8_000, 44_100, 48_000, 96_000, 192_000})
  void it_falls_by_60_dB_in_1_8_seconds(int rate) {
    float[] left = response(rate, 4)[0];

    assertEquals(1.8, decaySeconds(band(left, 500, rate), rate), 0.2, "at 500 Hz");
    double treble = decaySeconds(band(left, Math.min(5_000, rate / 3.0), rate), rate);
    assertTrue(treble > 0.8 && treble < 1.4, "treble falls sooner: " + treble);
  }

  @Test
  void its_echoes_soon_are_as_dense_as_noise() {
    float[] left = response(RATE, 2)[0];

    for (double seconds : new double[] {0.12, 0.2, 0.5, 1}) {
      float[] piece = Measure.slice(left, (int) (seconds * RATE), (int) ((seconds + 0.03) * RATE));
      double sigma = Measure.rms(piece);
      int beyond = 0;
      for (float value : piece) {
        beyond += Math.abs(value) > sigma ? 1 : 0;
      }
      double density = (double) beyond / piece.length / NORMAL_BEYOND_ONE;
      assertEquals(1, density, 0.15, "echo density after " + seconds + " s");
    }
  }

  @Test
  void no_tone_stands_out_of_its_tail() {
    float[] tail = Measure.slice(response(RATE, 2)[0], RATE / 5, RATE / 5 + 65_536);
    double[] spectrum = Measure.spectrum(tail);

    double[] thirds = new double[10]; // 200 Hz to 2 kHz, before treble falls sooner
    for (int i = 0; i < thirds.length; i++) {
      double from = 200 * Math.pow(2, i / 3.0);
      double sum = 0;
      double most = 0;
      int count = 0;
      for (int bin = bin(from); bin < bin(from * Math.cbrt(2)); bin++) {
        double power = spectrum[bin] * spectrum[bin];
        sum += power;
        most = Math.max(most, power);
        count++;
      }
      thirds[i] = 10 * Math.log10(sum / count);
      // The highest of some hundred random powers lies about 10 dB above their mean.
      assertTrue(10 * Math.log10(most * count / sum) < 14, "a tone near " + from + " Hz");
      assertTrue(i == 0 || Math.abs(thirds[i] - thirds[i - 1]) < 4, "uneven near " + from);
    }
  }

  private static int bin(double hz) {
    return (int) Math.round(hz / RATE * 65_536);
  }

  @Test
  void both_sides_ring_and_neither_like_the_other() {
    Reverb reverb = new Reverb(RATE);
    float[] left = new float[RATE];
    left[0] = 1;
    float[][] out = new float[2][RATE];
    reverb.process(0, left, new float[RATE], out[0], out[1], RATE);

    double both = 0;
    for (int i = 0; i < RATE; i++) {
      both += (double) out[0][i] * out[1][i];
    }
    double alike = both / RATE / Measure.rms(out[0]) / Measure.rms(out[1]);
    assertEquals(0, alike, 0.1);
    assertEquals(0, Measure.dB(Measure.rms(out[1]) / Measure.rms(out[0])), 6);
  }

  @Test
  void noise_comes_out_6_dB_lower() {
    float[] noise = noise(4 * RATE);
    float[][] out = new float[2][noise.length];
    new Reverb(RATE).process(0, noise, noise(noise.length), out[0], out[1], noise.length);

    double level = Measure.rms(Measure.slice(out[0], 2 * RATE, 4 * RATE)) / Measure.rms(noise);
    assertEquals(-6, Measure.dB(level), 1.5);
  }

  @Test
  void blocks_of_any_size_give_the_same_bytes() {
    int frames = 30_000;
    float[] noise = noise(frames);
    java.util.Arrays.fill(noise, 7_001, frames, 0);
    noise[20_003] = 0.5f;
    float[][] wanted = inBlocks(noise, new Random(1), 1, frames);
    for (int size : new int[] {1, 31, 33, 256}) {
      float[][] got = inBlocks(noise, new Random(size), size, size);
      assertArrayEquals(wanted[0], got[0]);
      assertArrayEquals(wanted[1], got[1]);
    }
    assertArrayEquals(wanted[0], inBlocks(noise, new Random(3), 1, 300)[0]);
  }

  private static float[][] inBlocks(float[] in, Random random, int least, int most) {
    Reverb reverb = new Reverb(8_000);
    float[][] out = new float[2][in.length];
    for (int at = 0; at < in.length; ) {
      int count = Math.min(in.length - at, least + random.nextInt(most - least + 1));
      float[] piece = Measure.slice(in, at, at + count);
      float[] left = new float[count];
      float[] right = new float[count];
      boolean isFed = Measure.peak(piece) > 0;
      if (isFed || !reverb.isSilent()) { // as it is used: not at all once it is silent
        reverb.process(77 + at, piece, new float[count], left, right, count);
      }
      System.arraycopy(left, 0, out[0], at, count);
      System.arraycopy(right, 0, out[1], at, count);
      at += count;
    }
    return out;
  }

  @Test
  void it_falls_silent_by_itself_and_without_denormals() {
    Reverb reverb = new Reverb(RATE);
    assertTrue(reverb.isSilent());
    float[] in = new float[32];
    in[0] = 1;
    in[1] = 1e-39f;
    long frame = 0;
    float smallest = 1;
    while (frame == 0 || !reverb.isSilent()) {
      float[][] out = new float[2][32];
      reverb.process(frame, in, in, out[0], out[1], 32);
      in = new float[32];
      frame += 32;
      for (float value : out[0]) {
        smallest = value == 0 ? smallest : Math.min(smallest, Math.abs(value));
      }
      assertTrue(frame < 10L * RATE, "it rings on");
    }
    assertTrue(frame > 2 * RATE, "the tail was heard: " + frame);
    assertTrue(smallest >= Float.MIN_NORMAL, "as small as " + smallest);
  }

  @Test
  void what_is_fed_again_rings_as_from_the_start() {
    Reverb reverb = new Reverb(8_000);
    float[][] first = ring(reverb, 0);
    assertTrue(reverb.isSilent());
    assertFalse(Measure.peak(first[0]) == 0);

    assertArrayEquals(first[0], ring(reverb, 64_000)[0]);
  }

  private static float[][] ring(Reverb reverb, long frame) {
    float[] in = new float[64_000];
    in[5] = 1;
    float[][] out = new float[2][in.length];
    reverb.process(frame, in, in, out[0], out[1], in.length);
    return out;
  }

  private static float[][] response(int rate, int seconds) {
    float[] in = new float[seconds * rate];
    in[0] = 1;
    float[][] out = new float[2][in.length];
    new Reverb(rate).process(0, in, in, out[0], out[1], in.length);
    return out;
  }

  /// Schroeder's backward integral between -5 and -35 dB.
  private static double decaySeconds(double[] wave, int rate) {
    double left = 0;
    for (double value : wave) {
      left += value * value;
    }
    double all = left;
    int from = 0;
    int to = 0;
    for (int i = 0; i < wave.length; i++) {
      left -= wave[i] * wave[i];
      from = left > all * Math.pow(10, -0.5) ? i : from;
      to = left > all * Math.pow(10, -3.5) ? i : to;
    }
    return (to - from) * 2.0 / rate;
  }

  /// About an octave around a frequency (R. Bristow-Johnson's band pass).
  private static double[] band(float[] wave, double hz, int rate) {
    double w = 2 * Math.PI * hz / rate;
    double alpha = Math.sin(w) / 2.8;
    double[] out = new double[wave.length];
    for (int i = 2; i < wave.length; i++) {
      out[i] =
          (alpha * (wave[i] - wave[i - 2])
                  + 2 * Math.cos(w) * out[i - 1]
                  - (1 - alpha) * out[i - 2])
              / (1 + alpha);
    }
    return out;
  }

  private static float[] noise(int frames) {
    Random random = new Random(frames + 4);
    float[] noise = new float[frames];
    for (int i = 0; i < frames; i++) {
      noise[i] = random.nextFloat() - 0.5f;
    }
    return noise;
  }
}

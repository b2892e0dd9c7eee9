package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import modpool.dsp.Interpolation;
import modpool.dsp.Pitch;
import modpool.patch.Sample;
import modpool.testing.Measure;
import modpool.testing.Samples;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How well each kernel does, in figures: what it leaves of a sine, and how loud the loudest is of
/// what it adds. These are the figures in the doc comments of [Interpolation].
class InterpolationTest {
  private static final int FRAMES = 1 << 14;
  private static final int LOOP = 1000;

  /// In dB: what is left of a sine of amplitude 1, and the loudest of what was not there.
  private record Heard(double sine, double strangest) {}

  /// @param frequency in cycles per sample frame, a multiple of 1 / [#LOOP]
  /// @param ratio sample frames per output frame
  private static Heard listen(Interpolation kind, double frequency, double ratio) {
    Sample sample = Samples.looped("sine", 48_000, Waves.sine(frequency * LOOP, LOOP, 0.13));
    float[] out = new float[FRAMES];
    long increment = (long) (ratio * Pitch.ONE);
    new SampleReader().read(kind, sample, sample.left(), 12_345L << 20, increment, out, 0, FRAMES);
    double[] spectrum = Measure.spectrum(out);
    double wanted = frequency * ratio;
    double strangest = 0;
    for (int bin = 6; bin < spectrum.length; bin++) {
      if (Math.abs(bin / (double) FRAMES - wanted) > 6.0 / FRAMES) {
        strangest = Math.max(strangest, spectrum[bin]);
      }
    }
    double sine = wanted < 0.5 ? Measure.amplitude(out, 1, wanted) : 0;
    return new Heard(Measure.dB(sine), Measure.dB(strangest));
  }

  // A MOD sample at C-2 and C-3, 8287 and 16574 Hz, at an output of 48000 Hz.
  @ParameterizedTest
  @CsvSource({
    // kind, cycles per frame, droop, images
    "NEAREST, 0.1, -0.14, -19.1",
    "NEAREST, 0.2, -0.58, -12.6",
    "NEAREST, 0.3, -1.33, -8.6",
    "NEAREST, 0.4, -2.42, -5.9",
    "LINEAR,  0.1, -0.29, -38.4",
    "LINEAR,  0.2, -1.16, -25.2",
    "LINEAR,  0.3, -2.65, -17.3",
    "LINEAR,  0.4, -4.83, -11.8",
    "CUBIC,   0.1, -0.02, -50.7",
    "CUBIC,   0.2, -0.25, -30.6",
    "CUBIC,   0.3, -1.05, -18.8",
    "CUBIC,   0.4, -2.88, -11.2",
    "SINC,    0.1, -0.00, -88",
    "SINC,    0.2, -0.01, -82",
    "SINC,    0.3, -0.05, -80.5",
    "SINC,    0.4, -1.55, -57",
  })
  void images_when_pitching_a_sample_down(
      Interpolation kind, double frequency, double droop, double images) {
    for (double ratio : new double[] {0.1726, 0.3453}) {
      Heard heard = listen(kind, frequency, ratio);
      String what = kind + " at " + frequency + " of the rate, read at " + ratio + ": " + heard;
      assertEquals(droop, heard.sine(), 0.1, what);
      assertTrue(heard.strangest() < images + 0.5, what);
    }
  }

  // From a little above the sample's own pitch to three octaves up.
  @ParameterizedTest
  @ValueSource(doubles = {1.0001, 1.26, 1.4983, 2, 3, 4, 5.04, 6, 7, 7.99})
  void aliases_of_sinc_when_pitching_up(double ratio) {
    double nyquist = 0.5 / ratio; // the output's, in cycles per sample frame
    for (int cycles = 1; cycles < LOOP / 2; cycles += 7) {
      double frequency = cycles / (double) LOOP;
      Heard heard = listen(Interpolation.SINC, frequency, ratio);
      String what = frequency / nyquist + " of Nyquist, read at " + ratio + ": " + heard;
      boolean isTooHigh = frequency > 1.25 * nyquist * Math.max(1, ratio / SINC_WIDEST);
      if (frequency < nyquist || isTooHigh) {
        assertTrue(heard.strangest() < -78, what);
      }
      if (frequency < 0.65 * nyquist && ratio < SINC_WIDEST) {
        assertEquals(0, heard.sine(), 0.2, what);
      }
    }
  }

  private static final double SINC_WIDEST = 7;

  @ParameterizedTest
  @CsvSource({
    "0.6, 0",
    "0.648, -0.05",
    "0.8, -1.56",
    "0.9, -5.4",
    "0.996, -13",
    "1.1, -28",
    "1.2, -57.5"
  })
  void the_edge_of_sinc(double place, double dB) {
    double frequency = place * 0.25; // an octave up, the output's Nyquist lies there
    Sample sample = Samples.looped("sine", 48_000, Waves.sine(frequency * LOOP, LOOP, 0.13));
    float[] out = new float[FRAMES];
    new SampleReader()
        .read(Interpolation.SINC, sample, sample.left(), 60L << 32, 2L << 32, out, 0, FRAMES);
    double heard = Measure.amplitude(out, 1, place < 1 ? 2 * frequency : 1 - 2 * frequency);
    assertEquals(dB, Measure.dB(heard), 0.02 - dB * 0.02);
  }

  @Test
  void the_others_alias_in_full_when_pitching_up() {
    // 0.4 of the rate, an octave up, is 0.8: it comes back as 0.2.
    assertAll(
        () -> assertEquals(-2.5, listen(Interpolation.NEAREST, 0.4, 2).strangest(), 3),
        () -> assertEquals(-5, listen(Interpolation.LINEAR, 0.4, 2).strangest(), 5.1),
        () -> assertEquals(-3, listen(Interpolation.CUBIC, 0.4, 2).strangest(), 3.1),
        () -> assertTrue(listen(Interpolation.SINC, 0.4, 2).strangest() < -80));
  }

  @ParameterizedTest
  @CsvSource({"NEAREST, -39", "LINEAR, -79", "CUBIC, -92", "SINC, -92"})
  void noise_under_a_low_sine(Interpolation kind, double dB) {
    for (double ratio : new double[] {0.1726, 0.3453, 0.8123, 1.26, 2.0001, 5.02}) {
      Heard heard = listen(kind, 0.01, ratio);
      assertEquals(0, heard.sine(), 0.02);
      assertTrue(heard.strangest() < dB, kind + " at " + ratio + ": " + heard);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STEPS")
  void a_sample_at_its_own_rate_is_left_alone(Interpolation kind) {
    float[] wave = Waves.sine(7, 400);
    Sample sample = Samples.looped("sine", 48_000, wave);
    float[] out = new float[1_000];
    new SampleReader().read(kind, sample, sample.left(), 0, 1L << 32, out, 0, out.length);
    double error = kind == Interpolation.SINC ? 2e-4 : 0; // sinc cuts off a little below Nyquist
    for (int i = 8; i < out.length; i++) { // sinc hears the silence before frame 0
      assertEquals(wave[i % wave.length], out[i], error);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_constant_stays_constant(Interpolation kind) {
    Sample sample = Samples.looped("one", 48_000, Waves.constant(1, 100));
    for (double ratio : new double[] {0.1234, 0.9, 1.7, 3.3, 6.9, 20}) {
      float[] out = new float[1_000];
      long increment = (long) (ratio * Pitch.ONE);
      new SampleReader()
          .read(kind, sample, sample.left(), 60L << 32, increment, out, 0, out.length);
      for (float value : out) {
        assertEquals(1, value, 2e-4, kind + " at " + ratio);
      }
    }
  }
}

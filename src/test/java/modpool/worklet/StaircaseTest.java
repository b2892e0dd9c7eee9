package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import modpool.dsp.Interpolation;
import modpool.dsp.Pitch;
import modpool.patch.Sample;
import modpool.testing.Measure;
import modpool.testing.Plot;
import modpool.testing.Samples;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Paula's staircases held against their theory: a looped sample whose values are held has lines at
/// all multiples of the loop's frequency, each as strong as the sample's discrete spectrum says,
/// times `sin(pi x) / (pi x)` at x of the sample's rate. What else is there is an alias.
class StaircaseTest {
  private static final int FRAMES = 1 << 15;
  private static final double EAR_HZ = 18_000;
  private static final int[] PERIODS = {856, 640, 428, 339, 254, 214, 160, 127, 113};

  /// A line of the theory.
  private record Line(double hz, double amplitude, double turn) {}

  /// A loop of about 1 kHz, read at the rate of a period.
  private record Loop(float[] wave, int period, int rate) {
    long increment() {
      return (long) (Pitch.PAL_CLOCK_HZ / period / rate * Pitch.ONE + 0.5);
    }

    double sampleHz() {
      return increment() / Pitch.ONE * rate;
    }

    float[] read(Interpolation kind) {
      Sample sample = Samples.looped("loop", 8287, wave);
      float[] out = new float[FRAMES];
      long start =
          (long) wave.length * (64 / wave.length + 1) << 32; // frame 0 has no loop before it
      SampleReader reader = new SampleReader();
      for (int done = 0; done < FRAMES; done += 32) {
        float[] cell = new float[32];
        start = reader.read(kind, sample, sample.left(), start, increment(), cell, 0, 32);
        System.arraycopy(cell, 0, out, done, 32);
      }
      return out;
    }

    /// All lines up to 0.41 of the rate; the turns are those at the first frame that is read.
    List<Line> theory() {
      List<Line> lines = new ArrayList<>();
      int length = wave.length;
      for (int m = 1; m * sampleHz() / length < 0.41 * rate; m++) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < length; j++) { // a value's middle is half a frame after its start
          double angle = -2 * Math.PI * m * (j + 0.5) / length;
          re += wave[j] * Math.cos(angle) / length;
          im += wave[j] * Math.sin(angle) / length;
        }
        double x = Math.PI * m / length;
        double held = Math.sin(x) / x;
        double amplitude = 2 * Math.hypot(re, im) * Math.abs(held);
        double turn = Math.atan2(im * held, re * held);
        lines.add(new Line(m * sampleHz() / length, amplitude, turn));
      }
      return lines;
    }
  }

  private static float[] sine(int period) {
    float[] wave = Waves.sine(1, loopLength(period), 0.03);
    for (int i = 0; i < wave.length; i++) {
      wave[i] = Math.round(127 * wave[i]) / 128f; // as MOD samples are
    }
    return wave;
  }

  private static float[] square(int period) {
    float[] wave = Waves.constant(0.5f, loopLength(period));
    for (int i = wave.length / 2; i < wave.length; i++) {
      wave[i] = -0.5f;
    }
    return wave;
  }

  /// Even, for a loop of about 1 kHz.
  private static int loopLength(int period) {
    return 2 * (int) Math.round(Pitch.PAL_CLOCK_HZ / period / 1000 / 2);
  }

  private static float[] without(float[] wave, List<Line> lines, int rate) {
    float[] rest = wave.clone();
    for (Line line : lines) {
      for (int i = 0; i < rest.length; i++) {
        double angle = 2 * Math.PI * line.hz * i / rate + line.turn;
        rest[i] -= (float) (line.amplitude * Math.cos(angle));
      }
    }
    return rest;
  }

  /// The strongest of what the theory does not know, below 18 kHz, in dB under the fundamental.
  private static double strangest(Loop loop, Interpolation kind) {
    List<Line> theory = loop.theory();
    double[] rest = Measure.spectrum(without(loop.read(kind), theory, loop.rate));
    double strangest = 0;
    for (int bin = 0; bin * (double) loop.rate / FRAMES < EAR_HZ; bin++) {
      strangest = Math.max(strangest, rest[bin]);
    }
    return Measure.dB(strangest / theory.getFirst().amplitude);
  }

  @ParameterizedTest
  @ValueSource(ints = {44_100, 48_000, 96_000})
  void nothing_but_the_lines_of_a_held_sine(int rate) {
    for (int period : PERIODS) {
      double dB = strangest(new Loop(sine(period), period, rate), Interpolation.STEPS);
      assertTrue(dB < -96, "period " + period + " at " + rate + ": " + dB + " dB");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {44_100, 48_000, 96_000})
  void nothing_but_the_lines_of_a_square(int rate) {
    for (int period : PERIODS) {
      double dB = strangest(new Loop(square(period), period, rate), Interpolation.STEPS);
      assertTrue(dB < -96, "period " + period + " at " + rate + ": " + dB + " dB");
    }
  }

  @Test
  void steps_that_are_not_band_limited_alias() {
    Loop loop = new Loop(square(214), 214, 48_000);
    assertTrue(strangest(loop, Interpolation.NEAREST) > -30);
  }

  @ParameterizedTest
  @CsvSource({"sine, 428", "sine, 113", "square, 856", "square, 214", "square, 113"})
  void pictures_for_the_report(String shape, int period) {
    float[] wave = shape.equals("sine") ? sine(period) : square(period);
    Loop loop = new Loop(wave, period, 48_000);
    Plot plot =
        new Plot("A " + shape + " of " + wave.length + " frames at period " + period + ", 48 kHz")
            .x("Hz", 0, 24_000, 2_000)
            .y("dB", -140, 10, 20);
    plot.line("nearest frame", hz(), spectrum(loop.read(Interpolation.NEAREST)));
    plot.line("band-limited steps", hz(), spectrum(loop.read(Interpolation.STEPS)));
    plot.dots(
        "theory of the held sample",
        loop.theory().stream().mapToDouble(Line::hz).toArray(),
        loop.theory().stream().mapToDouble(line -> Measure.dB(line.amplitude)).toArray());
    plot.write("paula-" + shape + "-" + period);
  }

  private static double[] hz() {
    double[] hz = new double[FRAMES / 2];
    for (int bin = 0; bin < hz.length; bin++) {
      hz[bin] = bin * 48_000.0 / FRAMES;
    }
    return hz;
  }

  private static double[] spectrum(float[] wave) {
    double[] spectrum = Measure.spectrum(wave);
    for (int bin = 0; bin < spectrum.length; bin++) {
      spectrum[bin] = Measure.dB(spectrum[bin] + 1e-9);
    }
    return spectrum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.1726, 0.65, 1, 1.7, 3.8, 5, 20, 63.9})
  void a_constant_passes_exactly(double ratio) {
    Sample sample = Samples.looped("constant", 8287, Waves.constant(0.7f, 100));
    float[] out = new float[500];
    long increment = (long) (ratio * Pitch.ONE);
    new SampleReader()
        .read(
            Interpolation.STEPS, sample, sample.left(), 100L << 32, increment, out, 0, out.length);
    for (float value : out) {
      assertEquals(0.7f, value);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.003, 0.0039, 0.004, 0.0625, 0.0626, 0.1, 1})
  void a_lonely_step_rises_in_its_place(double ratio) {
    float[] wave = new float[300];
    java.util.Arrays.fill(wave, 200, 300, 1);
    Sample sample = Samples.oneShot("step", 8287, wave);
    long increment = (long) (ratio * Pitch.ONE);
    long start = (200L << 32) - 20 * increment;
    float[] out = new float[41];
    new SampleReader()
        .read(Interpolation.STEPS, sample, sample.left(), start, increment, out, 0, out.length);
    for (int i = 0; i <= 20; i++) { // in its middle at frame 20, and the same on both sides
      assertEquals(1, out[20 - i] + out[20 + i], 1e-4, "frame " + i + " beside the step");
    }
    assertEquals(0, out[3], 1e-6);
    assertEquals(0.0453, out[18], 1e-4, "a sine integral under its window");
    assertEquals(1, out[37], 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 1})
  void the_end_of_a_sample_is_a_step_too(double ratio) {
    int length = 100;
    Sample sample = Samples.oneShot("constant", 8287, Waves.constant(1, length));
    float[] out = new float[1200];
    SampleReader reader = new SampleReader();
    long increment = (long) (ratio * Pitch.ONE);
    reader.read(Interpolation.STEPS, sample, sample.left(), 0, increment, out, 0, out.length);
    int end = (int) (length / ratio);
    assertEquals(0.5, out[end], 1e-3);
    for (int i = 1; i < 16; i++) {
      assertEquals(1, out[end - i] + out[end + i], 1e-3, "frame " + i + " beside the end");
    }
    assertEquals(0, out[end + 17]);
    assertTrue(reader.readable() >= end + 16, "the voice goes on that long");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.5, 1.9, 3, 3.9, 4, 63.99})
  void a_sample_is_over_before_its_guard_is(double ratio) {
    Sample sample = Samples.oneShot("short", 8287, 1, -1, 1);
    float[] out = new float[40_000];
    SampleReader reader = new SampleReader();
    long increment = (long) (ratio * Pitch.ONE);
    reader.read(Interpolation.STEPS, sample, sample.left(), 0, increment, out, 0, out.length);
    assertTrue(reader.readable() < out.length);
    assertEquals(0, out[out.length - 1]);
  }
}

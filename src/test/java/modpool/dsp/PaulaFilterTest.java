package modpool.dsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import modpool.testing.Measure;
import modpool.testing.Plot;
import modpool.testing.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The filters' magnitudes held against the analogue formulas, with the figures of the machines
/// written out once more.
class PaulaFilterTest {
  private static final int RATE = 48_000;
  private static final double[] PLACES = places();

  /// From 1 Hz to 20 kHz, 12 to the octave.
  private static double[] places() {
    double[] hz = new double[172];
    for (int i = 0; i < hz.length; i++) {
      hz[i] = Math.pow(2, i / 12.0);
    }
    return hz;
  }

  /// In dB.
  private static double analogue(Machine machine, boolean led, double hz) {
    double power = 1;
    double highPassHz = machine == Machine.A500 ? 5.13 : 5.32;
    power *= square(hz / highPassHz) / (1 + square(hz / highPassHz));
    if (machine == Machine.A500) {
      power /= 1 + square(hz / 4420.97);
    }
    if (led) {
      power /= square(1 - square(hz / 3090.5)) + square(hz / 3090.5 / 0.660);
    }
    return 10 * Math.log10(power);
  }

  private static double square(double x) {
    return x * x;
  }

  /// Runs a wave through both sides and gives back the left.
  private static float[] filtered(PaulaFilter filter, float[] wave) {
    float[] out = wave.clone();
    float[] left = new float[Grid.FRAMES];
    float[] right = new float[Grid.FRAMES];
    for (int frame = 0; frame < wave.length; frame += Grid.FRAMES) {
      int count = Math.min(Grid.FRAMES, wave.length - frame);
      System.arraycopy(wave, frame, left, 0, count);
      System.arraycopy(wave, frame, right, 0, count);
      filter.process(frame, left, right, count);
      System.arraycopy(left, 0, out, frame, count);
      for (int i = 0; i < count; i++) {
        assertEquals(left[i], right[i]);
      }
    }
    return out;
  }

  /// Magnitude in dB by frequency, from the response to one pulse.
  private static DoubleUnaryOperator digital(Machine machine, boolean led, int rate) {
    PaulaFilter filter = new PaulaFilter(machine, rate);
    filter.setLed(led);
    float[] pulse = new float[rate / 2];
    pulse[0] = 1;
    float[] response = filtered(filter, pulse);
    return hz -> {
      double re = 0;
      double im = 0;
      for (int i = 0; i < response.length; i++) {
        re += response[i] * Math.cos(2 * Math.PI * hz * i / rate);
        im += response[i] * Math.sin(2 * Math.PI * hz * i / rate);
      }
      return Measure.dB(Math.hypot(re, im));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "A500, false, 44100",
    "A500, true, 44100",
    "A1200, false, 44100",
    "A1200, true, 44100",
    "A500, false, 48000",
    "A500, true, 48000",
    "A1200, false, 48000",
    "A1200, true, 48000",
    "A500, false, 96000",
    "A500, true, 96000",
    "A1200, false, 96000",
    "A1200, true, 96000"
  })
  void magnitudes_are_those_of_the_machine(Machine machine, boolean led, int rate) {
    DoubleUnaryOperator digital = digital(machine, led, rate);
    for (double hz : PLACES) {
      double tolerance = hz <= 5_000 ? 0.02 : 0.35;
      if (hz <= 18_000) {
        assertEquals(
            analogue(machine, led, hz), digital.applyAsDouble(hz), tolerance, "at " + hz + " Hz");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8000, 2000, 0.2", "22050, 5000, 0.1", "192000, 18000, 0.1"})
  void other_rates_do_well_too(int rate, double upToHz, double tolerance) {
    DoubleUnaryOperator digital = digital(Machine.A500, true, rate);
    for (double hz : PLACES) {
      if (hz <= upToHz) {
        double wanted = analogue(Machine.A500, true, hz);
        assertEquals(wanted, digital.applyAsDouble(hz), tolerance, "at " + hz + " Hz");
      }
    }
  }

  @Test
  void a_picture_for_the_report() {
    Plot plot = new Plot("Output stages at 48 kHz").logX("Hz", 1, 24_000).y("dB", -50, 5, 5);
    double[] hz = new double[2 * PLACES.length];
    double[] wanted = new double[hz.length];
    int dots = 0;
    for (Machine machine : new Machine[] {Machine.A500, Machine.A1200}) {
      for (boolean led : new boolean[] {false, true}) {
        DoubleUnaryOperator digital = digital(machine, led, RATE);
        String name = machine + (led ? " with LED filter" : "");
        plot.line(name, PLACES, Arrays.stream(PLACES).map(digital).toArray());
        for (int i = 0; i < PLACES.length; i += 3) {
          hz[dots] = PLACES[i];
          wanted[dots++] = analogue(machine, led, PLACES[i]);
        }
      }
    }
    plot.dots("the analogue formulas", hz, wanted);
    plot.write("paula-filters");
  }

  @Test
  void it_falls_silent_within_a_second() {
    PaulaFilter filter = new PaulaFilter(Machine.A500, RATE);
    filter.setLed(true);
    assertTrue(filter.isSilent());
    filtered(filter, Waves.constant(1, RATE / 5 / Grid.FRAMES * Grid.FRAMES));
    assertFalse(filter.isSilent());
    float[] after = filtered(filter, new float[RATE]);
    assertTrue(filter.isSilent());
    for (float value : after) {
      assertTrue(value == 0 || Math.abs(value) > 1e-30, "no denormals: " + value);
    }
    assertArrayEquals(new float[64], filtered(filter, new float[64]));
  }

  @Test
  void pieces_of_any_length_give_the_same() {
    float[] noise = noise(3200);
    float[] wanted = filtered(switched(), noise);
    PaulaFilter filter = switched();
    float[] got = noise.clone();
    for (int frame = 0; frame < noise.length; ) {
      int count = Math.min(1 + frame % 101, noise.length - frame);
      float[] left = Arrays.copyOfRange(noise, frame, frame + count);
      filter.process(frame, left, left.clone(), count);
      System.arraycopy(left, 0, got, frame, count);
      frame += count;
    }
    assertArrayEquals(wanted, got);
  }

  private static PaulaFilter switched() {
    PaulaFilter filter = new PaulaFilter(Machine.A500, RATE);
    filter.setLed(true);
    return filter;
  }

  private static float[] noise(int frames) {
    java.util.Random random = new java.util.Random(1);
    float[] noise = new float[frames];
    for (int i = 0; i < frames; i++) {
      noise[i] = random.nextFloat() - 0.5f;
    }
    return noise;
  }

  @Test
  void a_level_that_stands_does_not_notice_the_led_filter() {
    PaulaFilter filter = new PaulaFilter(Machine.A1200, RATE);
    float[] wave = Waves.constant(0.5f, 320);
    float[] before = filtered(filter, wave);
    filter.setLed(true);
    float[] after = filtered(filter, wave);
    filter.setLed(false);
    float[] off = filtered(filter, wave);

    // the high pass lets it sink by a 1400th per frame, and that is all
    float[] whole = Arrays.copyOf(before, 3 * wave.length);
    System.arraycopy(after, 0, whole, wave.length, wave.length);
    System.arraycopy(off, 0, whole, 2 * wave.length, wave.length);
    for (int i = 1; i < whole.length; i++) {
      assertEquals(whole[i - 1] * (1 - 1 / 1436.5), whole[i], 1e-5, "frame " + i);
    }
  }
}

package modpool.ui.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Spectra and triggers.
class SpectrumTest {
  private static float[] sine(double cycles, double amplitude, double phase) {
    float[] wave = new float[Spectrum.FRAMES];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (float) (amplitude * Math.sin(2 * Math.PI * cycles * i / wave.length + phase));
    }
    return wave;
  }

  @Test
  void a_sine_shows_its_amplitude_at_its_frequency_and_nothing_far_from_it() {
    double[] amplitudes = new double[Spectrum.FRAMES / 2];
    new Spectrum().measure(sine(100, 0.5, 0.3), amplitudes);
    assertEquals(0.5, amplitudes[100], 1e-6);
    assertEquals(0.25, amplitudes[101], 1e-6, "Hann's neighbour");
    assertTrue(amplitudes[110] < 1e-6);
    assertTrue(amplitudes[1000] < 1e-6);
  }

  @Test
  void what_repeats_is_shown_from_where_it_rises() {
    for (double phase = 0; phase < 6; phase += 0.7) {
      float[] wave = sine(32, 1, phase);
      int from = Trigger.find(wave, 1024);
      assertTrue(wave[from] >= 0 && wave[from - 1] < 0, "phase " + phase);
      assertTrue(from + 1024 <= wave.length);
    }
  }

  @Test
  void silence_is_shown_as_it_is() {
    assertEquals(Spectrum.FRAMES - 1024, Trigger.find(new float[Spectrum.FRAMES], 1024));
  }
}

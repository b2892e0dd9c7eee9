package modpool.testing;

import modpool.patch.Sample;
import modpool.patch.Sample.Loop;

/// Waveforms to play in tests.
public final class Waves {
  private Waves() {}

  /// So many cycles of a sine in so many frames, peak 1.
  public static float[] sine(double cycles, int frames) {
    return sine(cycles, frames, 0);
  }

  /// @param turn where in its cycle the sine begins, 0..1
  public static float[] sine(double cycles, int frames, double turn) {
    float[] wave = new float[frames];
    for (int i = 0; i < frames; i++) {
      wave[i] = (float) Math.sin(2 * Math.PI * (cycles * i / frames + turn));
    }
    return wave;
  }

  /// A rising line from -1 to 1 in so many frames.
  public static float[] saw(int frames) {
    float[] wave = new float[frames];
    for (int i = 0; i < frames; i++) {
      wave[i] = 2f * i / frames - 1;
    }
    return wave;
  }

  /// So many frames of the same value.
  public static float[] constant(float value, int frames) {
    float[] wave = new float[frames];
    java.util.Arrays.fill(wave, value);
    return wave;
  }

  /// A sine of `hz` at key 60, looped for ever; one second at a rate that is a whole number of
  /// cycles when `hz` is whole.
  public static Sample sineLoop(double hz, int rate) {
    return Samples.looped("sine " + hz, rate, sine(hz, rate));
  }

  /// A sample that loops between two of its frames.
  public static Sample loop(Loop kind, int start, int end, double rateHz, float... frames) {
    return new Sample.Builder("loop", frames, null).rateHz(rateHz).loop(kind, start, end).build();
  }
}

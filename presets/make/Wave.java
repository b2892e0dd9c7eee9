/// A mono waveform in the making: frames of about -1..1, the rate they are meant for, the key at
/// which that rate is right, and the sustain loop (`loopEnd` exclusive; both 0 for a one-shot).
///
/// Melodic waves choose their rate so that one cycle of the root key is a whole number of frames.
/// That costs nothing (a WAV may have any rate) and makes every loop exact, in tune to 0.1 cent.
record Wave(double[] frames, int rate, int rootKey, int loopStart, int loopEnd) {

  /// Peak of every written sample: -3 dBFS.
  private static final double PEAK = StrictMath.pow(10, -3 / 20.0);

  /// A wave that plays once; `rootKey` 60 unless it is melodic.
  static Wave oneShot(double[] frames, int rate, int rootKey) {
    return new Wave(frames, rate, rootKey, 0, 0);
  }

  /// Equal temperament, key 69 = 440 Hz.
  static double hz(double key) {
    return 440 * StrictMath.pow(2, (key - 69) / 12);
  }

  /// The rate at which `framesPerCycle` frames last one cycle of `key`.
  static int rateFor(int key, int framesPerCycle) {
    return (int) StrictMath.round(hz(key) * framesPerCycle);
  }

  boolean loops() {
    return loopEnd > loopStart;
  }

  /// Without offset (the loop's mean if there is one), with the peak at -3 dBFS; a one-shot also
  /// ends in a short fade so that it can't click.
  Wave finished() {
    double[] out = frames.clone();
    int from = loops() ? loopStart : 0;
    int to = loops() ? loopEnd : out.length;
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += out[i] / (to - from);
    }
    double peak = 1e-9;
    for (int i = 0; i < out.length; i++) {
      out[i] -= mean;
      peak = Math.max(peak, Math.abs(out[i]));
    }
    for (int i = 0; i < out.length; i++) {
      out[i] *= PEAK / peak;
    }
    if (!loops()) {
      int fade = Math.min(out.length / 4, rate / 100);
      for (int i = 0; i < fade; i++) {
        out[out.length - 1 - i] *= i / (double) fade;
      }
    }
    return new Wave(out, rate, rootKey, loopStart, loopEnd);
  }
}

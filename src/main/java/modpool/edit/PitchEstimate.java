package modpool.edit;

import modpool.patch.Sample.Loop;

/// Measures the pitch of a waveform where a held note stays: in the loop or, without one, from
/// where it is loudest. By the McLeod pitch method: the first high peak of the normalised
/// difference, made finer by a parabola through its neighbours.
public final class PitchEstimate {
  private static final int LONGEST = 4096; // frames that are looked at
  private static final int SHORTEST_PERIOD = 8;
  private static final double CLEAR = 0.8; // of the highest peak: the first such is the period
  private static final double PERIODIC = 0.6; // less is noise

  private PitchEstimate() {}

  /// Hertz when it is played at its own rate, or NaN when it has no pitch.
  public static double hz(EditedSample sample) {
    float[] wave = sustained(sample);
    double period = period(wave);
    return sample.wave().rateHz() / period;
  }

  private static float[] sustained(EditedSample sample) {
    Waveform wave = sample.wave();
    int loop = sample.loopEnd() - sample.loopStart();
    if (sample.loop() == Loop.NONE || sample.loop() == Loop.PING_PONG && loop < LONGEST / 4) {
      int loudest = loudest(wave);
      int from = Math.clamp(loudest, 0, Math.max(0, wave.length() - LONGEST));
      return frames(wave, from, Math.min(LONGEST, wave.length()), Integer.MAX_VALUE, 0);
    }
    return frames(wave, sample.loopStart(), LONGEST, sample.loopEnd(), loop);
  }

  private static int loudest(Waveform wave) {
    float[] points = new float[LONGEST];
    int loudest = 0;
    float level = 0;
    for (int from = 0; from < wave.length(); from += LONGEST) {
      int count = Math.min(LONGEST, wave.length() - from);
      wave.read(from, points, count);
      for (int i = 0; i < count; i++) {
        if (Math.abs(points[i]) > level) {
          level = Math.abs(points[i]);
          loudest = from + i;
        }
      }
    }
    return loudest;
  }

  /// @param end where it jumps back by `loop` frames
  private static float[] frames(Waveform wave, int from, int count, int end, int loop) {
    float[] frames = new float[count];
    int at = from;
    for (int i = 0; i < count; i++) {
      frames[i] = wave.at(at++);
      at -= at >= end ? loop : 0;
    }
    double sum = 0;
    for (float point : frames) {
      sum += point;
    }
    float mean = (float) (sum / count);
    for (int i = 0; i < count; i++) {
      frames[i] -= mean;
    }
    return frames;
  }

  /// Frames from one turn of the wave to the next.
  private static double period(float[] wave) {
    int longest = wave.length / 2;
    double[] likeness = new double[longest];
    double highest = 0;
    boolean fell = false; // once below zero: the peak at no delay is over
    for (int delay = 1; delay < longest; delay++) {
      likeness[delay] = likeness(wave, delay);
      fell |= likeness[delay] < 0;
      highest = fell && delay >= SHORTEST_PERIOD ? Math.max(highest, likeness[delay]) : highest;
    }
    fell = false;
    for (int delay = 1; delay < longest - 1; delay++) {
      fell |= likeness[delay] < 0;
      boolean isPeak =
          likeness[delay] >= likeness[delay - 1] && likeness[delay] > likeness[delay + 1];
      if (fell
          && isPeak
          && delay >= SHORTEST_PERIOD
          && likeness[delay] >= Math.max(PERIODIC, CLEAR * highest)) {
        return delay + summit(likeness[delay - 1], likeness[delay], likeness[delay + 1]);
      }
    }
    return Double.NaN;
  }

  /// 1 where the wave is the same so many frames later, -1 where it is the opposite.
  private static double likeness(float[] wave, int delay) {
    double product = 0;
    double energy = 0;
    for (int i = 0; i + delay < wave.length; i++) {
      double a = wave[i];
      double b = wave[i + delay];
      product += a * b;
      energy += a * a + b * b;
    }
    return energy == 0 ? 0 : 2 * product / energy;
  }

  private static double summit(double before, double at, double after) {
    double bend = before - 2 * at + after;
    return bend == 0 ? 0 : (before - after) / (2 * bend);
  }
}

package modpool.ui.editor;

import modpool.edit.Waveform;

/// The lowest and highest points of any stretch of a waveform, found quickly.
final class Peaks {
  private static final int STEP = 64; // frames that are looked at together

  private final Waveform wave;
  private final float[] lows;
  private final float[] highs;

  Peaks(Waveform wave) {
    this.wave = wave;
    int count = (wave.length() + STEP - 1) / STEP;
    lows = new float[count];
    highs = new float[count];
    float[] points = new float[STEP];
    for (int i = 0; i < count; i++) {
      int there = Math.min(STEP, wave.length() - i * STEP);
      wave.read(i * STEP, points, there);
      float low = points[0];
      float high = points[0];
      for (int point = 1; point < there; point++) {
        low = Math.min(low, points[point]);
        high = Math.max(high, points[point]);
      }
      lows[i] = low;
      highs[i] = high;
    }
  }

  Waveform wave() {
    return wave;
  }

  /// @param to exclusive; at least a frame is looked at
  float low(int from, int to) {
    return find(from, to, lows, -1);
  }

  float high(int from, int to) {
    return find(from, to, highs, 1);
  }

  private float find(int from, int to, float[] steps, int sign) {
    int end = Math.min(wave.length(), Math.max(to, from + 1));
    int firstWhole = (from + STEP - 1) / STEP;
    int lastWhole = end / STEP;
    if (firstWhole >= lastWhole) {
      return extreme(from, end, sign);
    }
    float found = steps[firstWhole];
    for (int i = firstWhole; i < lastWhole; i++) {
      found = further(found, steps[i], sign);
    }
    found = further(found, extreme(from, firstWhole * STEP, sign), sign);
    return further(found, extreme(lastWhole * STEP, end, sign), sign);
  }

  /// Of these frames; of none, the furthest the other way.
  private float extreme(int from, int to, int sign) {
    float found = from < to ? wave.at(from) : -sign * Float.MAX_VALUE;
    for (int frame = from; frame < to; frame++) {
      found = further(found, wave.at(frame), sign);
    }
    return found;
  }

  private static float further(float one, float other, int sign) {
    return sign > 0 ? Math.max(one, other) : Math.min(one, other);
  }
}

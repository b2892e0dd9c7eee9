package modpool.patch.gravis;

import java.util.Arrays;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;

/// A loop whose length is no whole number of frames, as a [Sample] can play it: so many turns of
/// it, read between the frames, that their sum is whole. A short loop's pitch hangs on this: of 100
/// frames, half a frame is 9 cents.
final class GravisLoop {
  private static final double CLOSE_ENOUGH = 3e-5; // of the length: 0.05 cents
  private static final int SIXTEENTHS = 16;
  private static final int TAPS = 8; // on either side

  private final float[] wave;
  private final int start;
  private final double length;
  private final boolean turnsBack;
  private final double turn;
  private final int turns;

  /// @param wave all of the waveform
  /// @param start first frame of the loop
  /// @param end frame after it
  /// @param sixteenths of a frame that it is longer
  GravisLoop(float[] wave, int start, int end, int sixteenths, boolean turnsBack) {
    this.wave = wave;
    this.start = start;
    this.turnsBack = turnsBack;
    length = end - start + sixteenths / (double) SIXTEENTHS;
    turn = turnsBack ? 2 * length : length;
    int count = 1;
    while (count < SIXTEENTHS && !isWhole(count)) {
      count++;
    }
    turns = count;
  }

  private boolean isWhole(int count) {
    double all = count * turn;
    return Math.rint(all) >= 1 && Math.abs(Math.rint(all) - all) <= CLOSE_ENOUGH * all;
  }

  /// Frames of the waveform with the loop in it.
  int frames() {
    return isPlain() ? wave.length : start + unrolled();
  }

  private boolean isPlain() {
    return turns == 1 && length == Math.rint(length);
  }

  private int unrolled() {
    return (int) Math.max(1, Math.rint(turns * turn));
  }

  /// The waveform with the loop in it.
  Sample.Builder toSample(String name) {
    if (isPlain()) {
      return new Sample.Builder(name, wave, null)
          .loop(turnsBack ? Loop.PING_PONG : Loop.FORWARD, start, start + (int) length);
    }
    int frames = unrolled();
    float[] unrolled = Arrays.copyOf(wave, start + frames);
    for (int i = 0; i < frames; i++) {
      double at = i * (turns * turn / frames) % turn;
      unrolled[start + i] = between(start + (at <= length ? at : turn - at));
    }
    return new Sample.Builder(name, unrolled, null).loop(Loop.FORWARD, start, start + frames);
  }

  /// The waveform at a place between frames, by a windowed sinc.
  private float between(double at) {
    int below = (int) Math.floor(at);
    double beyond = at - below;
    if (beyond == 0) {
      return frame(below);
    }
    double sum = 0;
    double weights = 0;
    for (int tap = 1 - TAPS; tap <= TAPS; tap++) {
      double x = Math.PI * (tap - beyond);
      double weight = StrictMath.sin(x) / x * (0.5 + 0.5 * StrictMath.cos(x / TAPS));
      sum += weight * frame(below + tap);
      weights += weight;
    }
    return (float) (sum / weights);
  }

  /// A frame; beyond the waveform's end the loop goes on.
  private float frame(int index) {
    if (index < wave.length) {
      return index < 0 ? 0 : wave[index];
    }
    double past = (index - start) % turn;
    int at = start + (int) (past <= length ? past : turn - past);
    return wave[Math.min(at, wave.length - 1)];
  }
}

package modpool.ui.song;

import modpool.module.ModuleSample;

/// The part of a sample that a track is reading at the moment, as trackers draw it: it follows what
/// the track was told, from its last note on. Pure.
final class WavePart {
  private static final double CLOCK_HZ = 3_546_895; // PAL colour clock
  private static final double SHOWN_SECONDS = 1.0 / 60;
  private static final int FULL_VOLUME = 64;
  private static final int FULL_LEVEL = 128;

  private int strikes = -1;
  private double position; // sample frames since the note began

  /// Goes on.
  ///
  /// @param strike the number of the note
  /// @param period colour clocks per frame
  /// @param seconds since the last time
  void move(int strike, int period, double seconds) {
    position = strike == strikes ? position + seconds * framesPerSecond(period) : 0;
    strikes = strike;
  }

  private static double framesPerSecond(int period) {
    return period == 0 ? 0 : CLOCK_HZ / period;
  }

  /// The wave as it is being heard.
  ///
  /// @param shown -1 to 1 each; all written
  void read(ModuleSample sample, int period, int volume, float[] shown) {
    double step = framesPerSecond(period) * SHOWN_SECONDS / shown.length;
    for (int i = 0; i < shown.length; i++) {
      shown[i] = at(sample, (long) (position + i * step)) * volume / FULL_VOLUME / FULL_LEVEL;
    }
  }

  private static float at(ModuleSample sample, long frame) {
    if (sample.isLooped()) {
      int end = sample.loopStart() + sample.loopLength();
      long in = frame < end ? frame : sample.loopStart() + (frame - end) % sample.loopLength();
      return sample.data()[(int) in];
    }
    return frame < sample.length() ? sample.data()[(int) frame] : 0;
  }
}

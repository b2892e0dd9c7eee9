package modpool.effect;

import modpool.bridge.RenderThread;

/// The waves of vibrato and tremolo, ProTracker's.
@RenderThread
public final class Oscillation {
  private static final int HALF = 128; // of 256 positions
  private static final int RAMP = 1;
  private static final int SINE = 0;

  // ProTracker 2.3D, VibratoTable: 255 sin(pi i / 32), its own way of rounding
  private static final int[] HALF_SINE = {
    0, 24, 49, 74, 97, 120, 141, 161, 180, 197, 212, 224, 235, 244, 250, 253,
    255, 253, 250, 244, 235, 224, 212, 197, 180, 161, 141, 120, 97, 74, 49, 24
  };

  private Oscillation() {}

  /// How far a wave is from its middle, 0..255.
  ///
  /// @param wave its two lowest bits: 0 sine, 1 ramp, else square
  /// @param position 0..255
  /// @param rampPosition what says on which side of its middle a ramp is
  public static int distance(int wave, int position, int rampPosition) {
    int step = position >> 2 & 0x1F;
    int shape = wave & 3;
    if (shape == SINE) {
      return HALF_SINE[step];
    } else if (shape == RAMP) {
      return isFirstHalf(rampPosition) ? step << 3 : 255 - (step << 3);
    }
    return 255;
  }

  /// Whether a wave adds, rather than takes away.
  public static boolean isFirstHalf(int position) {
    return position < HALF;
  }

  /// The next position.
  public static int step(int position, int speed) {
    return position + (speed << 2) & 0xFF;
  }

  /// Whether a new note leaves a wave where it is.
  public static boolean isKept(int wave) {
    return (wave & 4) != 0;
  }
}

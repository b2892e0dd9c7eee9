package modpool.io;

import java.util.Arrays;
import modpool.bridge.RenderThread;

/// A left and a right side for each MIDI channel, beside the mix: for an output with so many. The
/// output owns it, the renderer fills it, both on the render thread.
@RenderThread
public final class ChannelPairs {
  /// How many there are.
  public static final int COUNT = 16;

  private final float[][] left;
  private final float[][] right;
  private final int maxFrames;

  /// @param maxFrames of the longest block
  public ChannelPairs(int maxFrames) {
    this.maxFrames = maxFrames;
    left = new float[COUNT][maxFrames];
    right = new float[COUNT][maxFrames];
  }

  /// Frames of the longest block.
  public int maxFrames() {
    return maxFrames;
  }

  /// @param channel 0-15
  public float[] left(int channel) {
    return left[channel];
  }

  /// @param channel 0-15
  public float[] right(int channel) {
    return right[channel];
  }

  /// Silences the first frames of all.
  public void clear(int frames) {
    for (int channel = 0; channel < COUNT; channel++) {
      Arrays.fill(left[channel], 0, frames, 0f);
      Arrays.fill(right[channel], 0, frames, 0f);
    }
  }
}

package modpool.render;

import modpool.bridge.RenderThread;
import modpool.dsp.Fade;
import modpool.midi.channel.Channels;

/// The channels that are muted: each goes, and comes back, by the shape of [Fade], so that neither
/// clicks. Whoever is muted when the first piece is mixed was never heard.
@RenderThread
final class MuteFades {
  private final float[] shape;
  private final int length;
  private final int[] steps = new int[Channels.COUNT]; // 0: wholly heard, the length: silent
  private int muted;
  private boolean moving;
  private boolean begun;

  MuteFades(int rate) {
    Fade fade = new Fade(rate);
    shape = fade.shape();
    length = fade.length();
  }

  /// From the next frame on, these channels are muted.
  ///
  /// @param channels a bit each
  void mute(int channels) {
    if (!begun) {
      for (int channel = 0; channel < steps.length; channel++) {
        steps[channel] = end(channel, channels);
      }
      begun = true;
    } else if (channels != muted) {
      moving = true;
    }
    muted = channels;
  }

  private int end(int channel, int channels) {
    return (channels >> channel & 1) != 0 ? length : 0;
  }

  /// @param channel negative for what is none, and never muted
  boolean isSilent(int channel) {
    return channel >= 0 && steps[channel] == length && end(channel, muted) == length;
  }

  /// @param channel likewise
  boolean isMoving(int channel) {
    return moving && channel >= 0 && steps[channel] != end(channel, muted);
  }

  /// Fades what a channel plays in the piece that is mixed.
  void apply(int channel, float[] left, float[] right, int frames) {
    int step = steps[channel];
    int end = end(channel, muted);
    for (int i = 0; i < frames; i++) {
      step = towards(end, step, 1);
      float gain = step == 0 ? 1 : shape[step - 1];
      left[i] *= gain;
      right[i] *= gain;
    }
  }

  /// The piece is mixed.
  void advance(int frames) {
    if (moving) {
      moving = false;
      for (int channel = 0; channel < steps.length; channel++) {
        int end = end(channel, muted);
        steps[channel] = towards(end, steps[channel], frames);
        moving |= steps[channel] != end;
      }
    }
  }

  private static int towards(int end, int step, int frames) {
    return end > step ? Math.min(end, step + frames) : Math.max(end, step - frames);
  }
}

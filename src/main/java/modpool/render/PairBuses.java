package modpool.render;

import java.util.Arrays;
import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.io.ChannelPairs;

/// Sums each channel's strips into its own pair. In an Amiga each pair passes an output stage of
/// its own: filters being linear, the pairs still add up to the mix.
@RenderThread
final class PairBuses {
  private final float[] pieceLeft = new float[Grid.PIECE];
  private final float[] pieceRight = new float[Grid.PIECE];
  private final ChipBus[] chips; // by channel; none in a clean machine
  private final float gain;
  private final float separation;

  PairBuses(MixSettings settings) {
    gain = settings.gain();
    separation = settings.separation();
    chips = new ChipBus[settings.machine().isAmiga() ? ChannelPairs.COUNT : 0];
    for (int i = 0; i < chips.length; i++) {
      chips[i] = new ChipBus(settings.machine(), settings.rate());
    }
  }

  /// Adds a strip's bus, which stays as it is, to its pair from index `offset`.
  void add(ChannelPairs pairs, int channel, float[] left, float[] right, int offset, int frames) {
    if (chips.length > 0) {
      add(chips[channel].left(), left, 0, frames);
      add(chips[channel].right(), right, 0, frames);
    } else {
      add(pairs.left(channel), left, offset, frames);
      add(pairs.right(channel), right, offset, frames);
    }
  }

  private static void add(float[] side, float[] bus, int offset, int frames) {
    for (int i = 0; i < frames; i++) {
      side[offset + i] += bus[i];
    }
  }

  /// All strips of a piece have been added.
  void mix(ChannelPairs pairs, long frame, int offset, int frames) {
    for (int channel = 0; channel < chips.length; channel++) {
      chips[channel].mix(frame, pieceLeft, pieceRight, frames);
      add(pairs.left(channel), pieceLeft, offset, frames);
      add(pairs.right(channel), pieceRight, offset, frames);
      Arrays.fill(pieceLeft, 0, frames, 0f);
      Arrays.fill(pieceRight, 0, frames, 0f);
    }
  }

  /// Makes the outputs of a block's raw sums: gain and width, as the mix has them.
  void finish(ChannelPairs pairs, int frames) {
    for (int channel = 0; channel < ChannelPairs.COUNT; channel++) {
      float[] left = pairs.left(channel);
      float[] right = pairs.right(channel);
      for (int i = 0; i < frames; i++) {
        float middle = (left[i] + right[i]) * 0.5f;
        left[i] = (middle + (left[i] - middle) * separation) * gain;
        right[i] = (middle + (right[i] - middle) * separation) * gain;
      }
    }
  }
}

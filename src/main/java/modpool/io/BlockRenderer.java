package modpool.io;

import modpool.bridge.RenderThread;

/// What an output calls for each block of sound.
@FunctionalInterface
public interface BlockRenderer {
  /// Writes the next block. Neither allocates, locks, logs, throws nor does input or output.
  ///
  /// @param left written from index 0, range -1..1 (beyond it when there is no limiter)
  /// @param right likewise
  /// @param frames how many
  @RenderThread
  void render(float[] left, float[] right, int frames);

  /// Likewise, for an output with a MIDI port of its own. Who does not care for it may leave it.
  ///
  /// @param midi what reached the port during this block; each message acts at its frame
  @RenderThread
  default void render(float[] left, float[] right, int frames, PortMidi midi) {
    render(left, right, frames);
  }

  /// Likewise, for an output with a pair of its own for each channel. Who has no such pairs leaves
  /// them silent.
  ///
  /// @param pairs filled from index 0: each channel as it is in the mix, before shared effects and
  ///   a limiter
  @RenderThread
  default void render(float[] left, float[] right, int frames, PortMidi midi, ChannelPairs pairs) {
    pairs.clear(frames);
    render(left, right, frames, midi);
  }

  /// The output goes on at another rate, or with other blocks. Not on the render thread; for
  /// another rate only while no block is being rendered.
  ///
  /// @throws IllegalArgumentException when that cannot be; the message says why
  default void configure(int rate, int blockFrames) {}
}

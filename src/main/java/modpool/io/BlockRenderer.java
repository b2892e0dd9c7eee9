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
}

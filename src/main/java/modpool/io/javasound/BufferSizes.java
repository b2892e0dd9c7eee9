package modpool.io.javasound;

/// The buffers that are tried for a line, in frames: whole blocks, each half as large again as the
/// one before.
///
/// @param blockFrames frames of a block
record BufferSizes(int blockFrames) {
  private static final int LEAST_BLOCKS = 2;
  private static final int USUAL_BLOCKS = 4;

  /// Beyond it the JDK works in periods of 20 ms.
  private static final int MOST_FRAMES = 1024;

  /// The smallest that can work.
  int least() {
    return LEAST_BLOCKS * blockFrames;
  }

  /// The largest that is tried.
  int most() {
    return Math.max(least(), MOST_FRAMES / blockFrames * blockFrames);
  }

  /// What to begin with when nothing is known of the device.
  int usual() {
    return fit(USUAL_BLOCKS * blockFrames);
  }

  /// The nearest that may be tried.
  int fit(int frames) {
    int blocks = Math.ceilDiv(Math.max(1, frames), blockFrames);
    return Math.clamp((long) blocks * blockFrames, least(), most());
  }

  /// The next larger one; the largest has none, and is its own.
  int after(int frames) {
    return fit(frames + Math.max(blockFrames, frames / 2));
  }
}

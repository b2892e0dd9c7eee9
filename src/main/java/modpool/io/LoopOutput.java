package modpool.io;

import modpool.bridge.Meters;

/// An output that no device calls back: it has a [RenderLoop] of its own.
public abstract class LoopOutput implements AudioOutput {
  private final int rate;
  private final int blockFrames;
  private RenderLoop loop; // null while it stands

  protected LoopOutput(int rate, int blockFrames) {
    this.rate = rate;
    this.blockFrames = blockFrames;
  }

  /// To be asked before anything is opened.
  ///
  /// @throws IllegalStateException while it plays
  protected final void checkItStands() {
    if (loop != null) {
      throw new IllegalStateException("the output is running");
    }
  }

  /// Starts the loop.
  ///
  /// @param sink takes the blocks and keeps the time
  protected final void begin(BlockRenderer renderer, Meters meters, RenderLoop.Sink sink) {
    RealTime.tryOut();
    loop = new RenderLoop(blockFrames, renderer, meters, sink);
    loop.start();
  }

  /// Ends the loop; its last block has been delivered then.
  ///
  /// @return false when there was none
  protected final boolean end() {
    if (loop == null) {
      return false;
    }
    loop.stop();
    loop = null;
    return true;
  }

  /// False once it is to stop: a sink that waits then gives up. For the sink.
  protected final boolean isRunning() {
    return loop.isRunning();
  }

  @Override
  public final int rate() {
    return rate;
  }

  @Override
  public final int blockFrames() {
    return blockFrames;
  }

  @Override
  public int latencyFrames() {
    return 0;
  }

  @Override
  public final int eventDelayFrames() {
    return blockFrames;
  }

  @Override
  public final RealTime realTime() {
    return loop == null ? RealTime.NONE : loop.realTime();
  }

  @Override
  public final Throwable failure() {
    return loop == null ? null : loop.failure();
  }
}

package modpool.io;

import modpool.bridge.Meters;

/// Plays in real time, to nobody: for machines without sound, and for tests.
public final class NullOutput implements AudioOutput {
  private final int rate;
  private final int blockFrames;
  private RenderLoop loop;

  public NullOutput(int rate, int blockFrames) {
    this.rate = rate;
    this.blockFrames = blockFrames;
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) {
    if (loop != null) {
      throw new IllegalStateException("the output is running");
    }
    RealTime.tryOut();
    Pacer pacer = new Pacer(rate, meters);
    loop =
        new RenderLoop(blockFrames, renderer, meters, (left, right, frames) -> pacer.await(frames));
    loop.start();
  }

  @Override
  public void stop() {
    if (loop != null) {
      loop.stop();
      loop = null;
    }
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public int blockFrames() {
    return blockFrames;
  }

  @Override
  public int latencyFrames() {
    return 0;
  }

  @Override
  public int eventDelayFrames() {
    return blockFrames;
  }

  @Override
  public RealTime realTime() {
    return loop == null ? RealTime.NONE : loop.realTime();
  }

  @Override
  public String description() {
    return "no sound, " + rate + " Hz, blocks of " + blockFrames;
  }

  @Override
  public Throwable failure() {
    return loop == null ? null : loop.failure();
  }
}

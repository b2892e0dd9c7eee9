package modpool.io;

import modpool.bridge.Meters;

/// Plays in real time, to nobody: for machines without sound, and for tests.
public final class NullOutput extends LoopOutput {
  public NullOutput(int rate, int blockFrames) {
    super(rate, blockFrames);
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) {
    checkItStands();
    Pacer pacer = new Pacer(rate(), meters);
    begin(renderer, meters, (left, right, frames) -> pacer.await(frames));
  }

  @Override
  public void stop() {
    end();
  }

  @Override
  public String description() {
    return "no sound, " + rate() + " Hz, blocks of " + blockFrames();
  }
}

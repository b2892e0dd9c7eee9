package modpool.io;

import java.nio.file.Path;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;

/// Plays in real time into a WAV file of 16 bits, which appears when the output stops.
///
/// When the file can no longer be written, playing goes on unheard and [#stop()] says why.
public final class WavOutput implements AudioOutput {
  private final Path path;
  private final int rate;
  private final int blockFrames;

  private RenderLoop loop;
  private Pacer pacer;
  private Meters meters;
  private WavWriter writer;
  private volatile OutputException failure;

  public WavOutput(Path path, int rate, int blockFrames) {
    this.path = path;
    this.rate = rate;
    this.blockFrames = blockFrames;
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) throws OutputException {
    if (loop != null) {
      throw new IllegalStateException("the output is running");
    }
    writer = new WavWriter(path, rate, WavWriter.Format.PCM16);
    failure = null;
    this.meters = meters;
    RealTime.tryOut();
    pacer = new Pacer(rate, meters);
    loop = new RenderLoop(blockFrames, renderer, meters, this::deliver);
    loop.start();
  }

  private void deliver(float[] left, float[] right, int frames) {
    if (failure == null) {
      try {
        long clippedBefore = writer.clippedFrames();
        writer.write(left, right, 0, frames);
        meters.add(Meter.CLIPPED, writer.clippedFrames() - clippedBefore);
      } catch (OutputException e) {
        failure = e;
      }
    }
    pacer.await(frames);
  }

  @Override
  public void stop() throws OutputException {
    if (loop == null) {
      return;
    }
    loop.stop();
    loop = null;
    try (WavWriter finishing = writer) {
      if (failure != null) {
        throw failure;
      }
      finishing.finish();
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
    return "file " + path + ", " + rate + " Hz, blocks of " + blockFrames;
  }

  @Override
  public String trouble() {
    OutputException e = failure;
    return e == null ? null : e.getMessage();
  }

  @Override
  public Throwable failure() {
    return loop == null ? null : loop.failure();
  }
}

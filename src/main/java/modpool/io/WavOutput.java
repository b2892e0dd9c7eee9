package modpool.io;

import java.nio.file.Path;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.file.OutputException;

/// Plays in real time into a WAV file of 16 bits, which appears when the output stops.
///
/// When the file can no longer be written, playing goes on unheard and [#stop()] says why.
public final class WavOutput extends LoopOutput {
  private final Path path;

  private Pacer pacer;
  private Meters meters;
  private WavWriter writer;
  private volatile OutputException failure;

  public WavOutput(Path path, int rate, int blockFrames) {
    super(rate, blockFrames);
    this.path = path;
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) throws OutputException {
    checkItStands();
    writer = new WavWriter(path, rate(), WavWriter.Format.PCM16);
    failure = null;
    this.meters = meters;
    pacer = new Pacer(rate(), meters);
    begin(renderer, meters, this::deliver);
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
    if (!end()) {
      return;
    }
    try (WavWriter finishing = writer) {
      if (failure != null) {
        throw failure;
      }
      finishing.finish();
    }
  }

  @Override
  public String description() {
    return "file " + path + ", " + rate() + " Hz, blocks of " + blockFrames();
  }

  @Override
  public String trouble() {
    OutputException e = failure;
    return e == null ? null : e.getMessage();
  }
}

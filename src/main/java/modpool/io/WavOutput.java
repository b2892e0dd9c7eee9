package modpool.io;

import java.nio.file.Path;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.file.OutputException;
import modpool.io.file.UnwritableFileException;

/// Plays in real time into a WAV file of 16 bits, which appears when the output stops.
///
/// When no more can be written (the disk is full, or the file has as much as WAV can hold), the
/// file appears at once with what it has. Playing goes on unheard, and [#stop()] says why.
public final class WavOutput extends LoopOutput {
  /// Opens the file.
  @FunctionalInterface
  interface Opening {
    WavWriter open() throws OutputException;
  }

  private final Path path;
  private final Opening opening;

  private Pacer pacer;
  private Meters meters;
  private WavWriter writer;
  private volatile OutputException failure;

  public WavOutput(Path path, int rate, int blockFrames) {
    this(path, rate, blockFrames, () -> new WavWriter(path, rate, WavWriter.Format.PCM16));
  }

  WavOutput(Path path, int rate, int blockFrames, Opening opening) {
    super(rate, blockFrames);
    this.path = path;
    this.opening = opening;
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) throws OutputException {
    checkItStands();
    writer = opening.open();
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
        failure = cutShort(e);
      }
    }
    pacer.await(frames);
  }

  @Override
  public void stop() throws OutputException {
    if (!end()) {
      return;
    }
    if (failure == null) {
      try {
        writer.finish();
        return;
      } catch (OutputException e) {
        failure = cutShort(e);
      }
    }
    throw failure;
  }

  /// Finishes the file with what it has.
  ///
  /// @return what there is to say
  private OutputException cutShort(OutputException why) {
    try (WavWriter finishing = writer) {
      finishing.finish();
      return new UnwritableFileException(
          "%s; it ends at %.3f s, whole up to there"
              .formatted(why.getMessage(), (double) finishing.frames() / rate()),
          why);
    } catch (OutputException e) {
      return new UnwritableFileException(why.getMessage() + "; the file is lost", e);
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

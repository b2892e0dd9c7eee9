package modpool.patch.foreign;

import java.util.function.Function;
import modpool.io.file.BadFileException;
import modpool.patch.Sample;

/// The memory that all samples of a foreign file take, counted before it is taken where it can be.
public final class SampleBytes {
  private static final long MOST = 1L << 30;

  private final Function<String, BadFileException> bad;
  private long bytes;

  /// @param bad makes a complaint about the file
  public SampleBytes(Function<String, BadFileException> bad) {
    this.bad = bad;
  }

  /// Counts more.
  ///
  /// @throws BadFileException when all together is too much
  public void add(long more) throws BadFileException {
    bytes += more;
    if (bytes > MOST) {
      throw bad.apply("plays more than 1 GB of samples; it is damaged or too large");
    }
  }

  /// Counts a sample that is to be made, in the form in which it plays: that doubles a short loop
  /// at most and has a few guards.
  public void addSample(long frames, boolean stereo) throws BadFileException {
    add(Float.BYTES * (2 * frames + 4 * Sample.GUARD) * (stereo ? 2 : 1));
  }
}

package modpool.patch.gravis;

import java.util.HashMap;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.Sample;
import modpool.patch.foreign.SampleBytes;
import modpool.patch.foreign.Unmapped;

/// The waveforms of one patch, or of all patches of a configuration: each is decoded once for each
/// way of looping it.
final class GravisSamples {
  private final Unmapped unmapped;
  private final Map<Key, Sample> samples = new HashMap<>();
  private final Map<GravisWave, Double> peaks = new HashMap<>();
  private final SampleBytes bytes;

  /// Waves are the same object or another.
  private record Key(GravisWave wave, boolean loops) {}

  /// @param file what to call it all in a message
  GravisSamples(String file, Unmapped unmapped) {
    this.unmapped = unmapped;
    bytes = new SampleBytes(what -> new BadFileException(file, what));
  }

  /// A wave's loop as a range of frames in the order of playing, null when it has none that can be
  /// played; one that lies outside is told.
  GravisLoop loop(GravisWave wave, float[] points) {
    if (!wave.loops()) {
      return null;
    }
    long start = wave.loopStart();
    long end = wave.loopEnd();
    if (start >= end || end > wave.frames()) {
      unmapped.add("loop outside its wave: " + wave.name());
      return null;
    }
    boolean reversed = wave.isReversed();
    int first = (int) (reversed ? wave.frames() - end : start);
    int last = (int) (reversed ? wave.frames() - start : end);
    return new GravisLoop(points, first, last, wave.loopSixteenths(), wave.turnsBack());
  }

  /// The sample of a wave that sounds.
  ///
  /// @param loops whether its loop is played
  /// @throws BadFileException when all samples together are too long
  Sample sample(GravisWave wave, boolean loops) throws BadFileException {
    Key key = new Key(wave, loops);
    Sample known = samples.get(key);
    if (known == null) {
      known = read(wave, loops);
      samples.put(key, known);
    }
    return known;
  }

  private Sample read(GravisWave wave, boolean loops) throws BadFileException {
    bytes.add((long) Float.BYTES * wave.frames());
    float[] points = wave.points();
    GravisLoop loop = loops ? loop(wave, points) : null;
    String name = wave.name().isEmpty() ? "wave" : wave.name();
    bytes.addSample(loop == null ? points.length : loop.frames(), false);
    Sample.Builder builder =
        loop == null ? new Sample.Builder(name, points, null) : loop.toSample(name);
    peaks.put(wave, peak(points));
    return builder.rateHz(wave.rateHz()).bits(wave.bits()).build();
  }

  private static double peak(float[] points) {
    double peak = 0;
    for (float point : points) {
      peak = Math.max(peak, Math.abs(point));
    }
    return peak;
  }

  /// The loudest point of a wave whose sample has been read.
  double peak(GravisWave wave) {
    return peaks.get(wave);
  }
}

import java.util.ArrayList;
import java.util.List;

/// Frequency modulation: pairs of a carrier and a modulator whose index falls from a bright attack
/// to what the loop keeps. Ratios are rounded to whole turns of the loop, as in [Additive].
final class Fm {
  private static final double TURN = 2 * StrictMath.PI;

  /// Levels and indices at the start and in the loop; both fall with the same time constant.
  private record Pair(
      double carrier,
      double modulator,
      double level,
      double keptLevel,
      double index,
      double keptIndex,
      double fallSeconds) {}

  private final int rootKey;
  private final int framesPerCycle;
  private final int loopCycles;
  private final double attackSeconds;
  private final List<Pair> pairs = new ArrayList<>();

  Fm(int rootKey, int framesPerCycle, int loopCycles, double attackSeconds) {
    this.rootKey = rootKey;
    this.framesPerCycle = framesPerCycle;
    this.loopCycles = loopCycles;
    this.attackSeconds = attackSeconds;
  }

  /// Adds a pair that keeps sounding in the loop.
  Fm pair(
      double carrier,
      double modulator,
      double level,
      double keptLevel,
      double index,
      double keptIndex,
      double fallSeconds) {
    pairs.add(new Pair(carrier, modulator, level, keptLevel, index, keptIndex, fallSeconds));
    return this;
  }

  Wave wave() {
    int rate = Wave.rateFor(rootKey, framesPerCycle);
    int loopLength = framesPerCycle * loopCycles;
    int loopStart = (int) (attackSeconds * rate);
    double[] out = new double[loopStart + loopLength];
    for (Pair pair : pairs) {
      long carrier = StrictMath.round(pair.carrier * loopCycles);
      long modulator = StrictMath.round(pair.modulator * loopCycles);
      for (int i = 0; i < out.length; i++) {
        double left = Math.max(0, 1 - i / (double) loopStart);
        double fall = StrictMath.exp(-i / (pair.fallSeconds * rate)) * Math.min(1, 3 * left);
        double level = pair.keptLevel + (pair.level - pair.keptLevel) * fall;
        double index = pair.keptIndex + (pair.index - pair.keptIndex) * fall;
        double bend = index * StrictMath.sin(TURN * (modulator * i % loopLength) / loopLength);
        out[i] += level * StrictMath.sin(TURN * (carrier * i % loopLength) / loopLength + bend);
      }
    }
    return new Wave(out, rate, rootKey, loopStart, out.length).finished();
  }
}

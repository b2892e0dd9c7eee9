import java.util.ArrayList;
import java.util.List;

/// Additive synthesis of an attack that settles into a perfect loop.
///
/// The loop is `loopCycles` cycles of the root key long. Every partial makes a whole number of
/// turns in it, so inharmonic partials and slow beats are possible (in steps of 1/loopCycles of the
/// fundamental) and still the wrap is seamless. During the attack a partial's level moves; at the
/// loop's start it has reached its sustained level exactly.
final class Additive {
  private static final double TURN = 2 * StrictMath.PI;

  /// `ratio`: of the fundamental. `start` and `sustain`: levels at the beginning and in the loop.
  private record Partial(
      double ratio, double start, double sustain, double fallSeconds, double riseSeconds) {}

  private final int rootKey;
  private final int rate;
  private final int loopCycles;
  private final int loopLength;
  private final int loopStart;
  private final double[] sine;
  private final double[] added;
  private final List<Partial> partials = new ArrayList<>();

  Additive(int rootKey, int framesPerCycle, int loopCycles, double attackSeconds) {
    this.rootKey = rootKey;
    this.loopCycles = loopCycles;
    rate = Wave.rateFor(rootKey, framesPerCycle);
    loopLength = framesPerCycle * loopCycles;
    loopStart = (int) (attackSeconds * rate);
    sine = new double[loopLength];
    for (int i = 0; i < loopLength; i++) {
      sine[i] = StrictMath.sin(TURN * i / loopLength);
    }
    added = new double[loopStart + loopLength];
  }

  /// A struck or plucked partial: at full level at once, falling to `sustain`.
  Additive struck(double ratio, double start, double sustain, double fallSeconds) {
    partials.add(new Partial(ratio, start, sustain, fallSeconds, 0));
    return this;
  }

  /// A blown or bowed partial: it takes `riseSeconds` to speak, then stays.
  Additive blown(double ratio, double level, double riseSeconds) {
    partials.add(new Partial(ratio, level, level, 1, riseSeconds));
    return this;
  }

  /// A blown partial that speaks louder than it stays.
  Additive accented(double ratio, double start, double level, double riseSeconds) {
    partials.add(new Partial(ratio, start, level, 0.05, riseSeconds));
    return this;
  }

  /// Steady noise (breath, bow) that loops with the tone.
  Additive air(double level, double lowHz, double highHz, long seed) {
    double[] noise = Noise.loop(loopLength, rate, lowHz, highHz, seed);
    double gain = level / rms(noise);
    for (int i = 0; i < added.length; i++) {
      added[i] += gain * noise[i % loopLength] * Math.min(1, i / (0.02 * rate));
    }
    return this;
  }

  /// A burst of noise at the start (hammer, key click, chiff, bow bite), gone before the loop.
  Additive knock(double level, double lowHz, double highHz, double fallSeconds, long seed) {
    double[] noise = Filters.band(Noise.white(added.length, seed), rate, lowHz, highHz);
    double gain = level / rms(noise);
    for (int i = 0; i < loopStart; i++) {
      added[i] += gain * noise[i] * StrictMath.exp(-i / (fallSeconds * rate)) * closing(i);
    }
    return this;
  }

  Wave wave() {
    double[] out = added.clone();
    Noise phases = new Noise(rootKey);
    for (Partial partial : partials) {
      long turns = StrictMath.round(partial.ratio * loopCycles);
      long phase = (long) (phases.unit() * loopLength);
      if (turns < 1 || turns > loopLength * 0.46) {
        continue; // would alias
      }
      for (int i = 0; i < out.length; i++) {
        out[i] += level(partial, i) * sine[(int) ((turns * i + phase) % loopLength)];
      }
    }
    return new Wave(out, rate, rootKey, loopStart, loopStart + loopLength).finished();
  }

  private double level(Partial partial, int frame) {
    if (frame >= loopStart) {
      return partial.sustain;
    }
    double seconds = frame / (double) rate;
    // A millisecond of rise even for struck partials: the phases don't start at zero.
    double rise = Math.min(1, seconds / Math.max(partial.riseSeconds, 0.001));
    double excess = (partial.start - partial.sustain) * closing(frame);
    double fall = StrictMath.exp(-seconds / partial.fallSeconds);
    return rise * rise * (3 - 2 * rise) * (partial.sustain + excess * fall);
  }

  /// 1 for the first half of the attack, then smoothly to 0 at the loop's start.
  private double closing(int frame) {
    double x = Math.clamp(2.0 * (loopStart - frame) / loopStart, 0.0, 1.0);
    return x * x * (3 - 2 * x);
  }

  private static double rms(double[] noise) {
    double sum = 1e-12;
    for (double x : noise) {
      sum += x * x;
    }
    return StrictMath.sqrt(sum / noise.length);
  }
}

import java.util.Arrays;

/// A plucked string after Karplus and Strong: a burst of noise runs round a delay line one cycle
/// long and loses its highs at every turn. The damping filter is symmetric, so the pitch is exactly
/// one turn per `framesPerCycle` frames, and the loop is one turn, cross-faded with the turn before
/// it.
final class Plucked {
  private final int rootKey;
  private final int framesPerCycle;
  private final double attackSeconds;
  private double damping = 0.1;
  private double fallSeconds = 4;
  private double pickHz = 6000;
  private double pickPlace = 0.2;
  private double drive = 0;
  private double[] bodyHz = {};
  private double bodyAmount = 0;

  Plucked(int rootKey, int framesPerCycle, double attackSeconds) {
    this.rootKey = rootKey;
    this.framesPerCycle = framesPerCycle;
    this.attackSeconds = attackSeconds;
  }

  /// `damping` 0..0.25: how fast the highs go; `fallSeconds`: how fast the whole string does.
  Plucked string(double damping, double fallSeconds) {
    this.damping = damping;
    this.fallSeconds = fallSeconds;
    return this;
  }

  /// A pick of brightness `hz` at `place` (0..0.5) along the string.
  Plucked pick(double hz, double place) {
    pickHz = hz;
    pickPlace = place;
    return this;
  }

  /// A wooden body resonating at some frequencies.
  Plucked body(double amount, double... hz) {
    bodyAmount = amount;
    bodyHz = hz;
    return this;
  }

  /// Overdrive (a sitar's bridge, an amplifier); 0 is clean.
  Plucked drive(double drive) {
    this.drive = drive;
    return this;
  }

  Wave wave(long seed) {
    int rate = Wave.rateFor(rootKey, framesPerCycle);
    int turns = Math.max(3, (int) (attackSeconds * rate / framesPerCycle));
    int loopStart = turns * framesPerCycle;
    double[] string = vibrate(excitation(rate, seed), loopStart + framesPerCycle, rate);
    if (bodyAmount > 0) {
      string = Filters.body(string, rate, bodyAmount, 3, bodyHz);
    }
    if (drive > 0) {
      string = overdriven(string, rate);
    }
    for (int i = 0; i < framesPerCycle; i++) {
      double x = i / (double) framesPerCycle;
      int at = loopStart + i;
      string[at] += x * (string[at - framesPerCycle] - string[at]);
    }
    return new Wave(string, rate, rootKey, loopStart, string.length).finished();
  }

  /// One cycle of filtered noise, without offset, with the comb of the picking place.
  private double[] excitation(int rate, long seed) {
    int cycle = framesPerCycle;
    double[] noise = Noise.loop(cycle, rate, 0, pickHz, seed);
    double mean = Arrays.stream(noise).sum() / cycle;
    int place = Math.max(1, (int) StrictMath.round(pickPlace * cycle));
    double[] out = new double[cycle];
    for (int i = 0; i < cycle; i++) {
      out[i] = noise[i] - mean - 0.9 * (noise[(i + cycle - place) % cycle] - mean);
    }
    return out;
  }

  private double[] vibrate(double[] first, int count, int rate) {
    int cycle = framesPerCycle;
    double keep = StrictMath.exp(-6.9 * cycle / (fallSeconds * rate));
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      if (i <= cycle) {
        out[i] = first[i % cycle];
      } else {
        double around = out[i - cycle - 1] + out[i - cycle + 1];
        out[i] = keep * ((1 - 2 * damping) * out[i - cycle] + damping * around);
      }
    }
    return out;
  }

  private double[] overdriven(double[] in, int rate) {
    double peak = Arrays.stream(in).map(Math::abs).max().orElse(1);
    double[] out = new double[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = StrictMath.tanh(drive * in[i] / peak + 0.15) - StrictMath.tanh(0.15);
    }
    return Filters.high(Filters.low(out, rate, 5200), rate, 70);
  }
}

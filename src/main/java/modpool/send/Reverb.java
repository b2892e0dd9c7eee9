package modpool.send;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Pitch;

/// A hall: eight delay lines that feed each other through a Hadamard matrix, which is lossless, so
/// that the lines' losses alone are the decay (J.-M. Jot and A. Chaigne, "Digital Delay Networks
/// for Designing Artificial Reverberators", 1991). Four all-passes a side make a crowd of each echo
/// beforehand (lengths and gains after J. Dattorro, "Effect Design, Part 1", 1997).
///
/// The left side enters, and is heard from, four lines, the right the other four: a sound begins on
/// its own side and then fills both.
@RenderThread
final class Reverb {
  private static final int LINES = 8;
  private static final int SIDE = LINES / 2;

  // Frames at 48 kHz, 32-73 ms. Primes: no two echoes fall together. Their sum, 0.4 s, gives 0.4
  // modes a Hz; Schroeder asks for 0.15 times the decay in seconds.
  private static final int[] LENGTHS = {1523, 2753, 1987, 3119, 1723, 2477, 2213, 3491};

  // frames at 29761 Hz
  private static final int[][] DIFFUSION = {{142, 107, 379, 277}, {149, 113, 367, 263}};
  private static final float[] DIFFUSION_GAIN = {0.75f, 0.75f, 0.625f, 0.625f};
  private static final double DIFFUSION_RATE = 29_761;

  private static final double DECAY_SECONDS = 1.8; // GM2's large hall
  private static final double DECAY_OF_TREBLE = 0.5; // as a share, ...
  private static final double TREBLE_HZ = 5_000; // ... here
  private static final double LOW_CUT_HZ = 120; // a hall's boom is not missed
  private static final float MIX = (float) Math.sqrt(1.0 / LINES); // makes the matrix lossless
  private static final float LEVEL = 0.35f; // noise comes out 6 dB lower

  private final int rate;
  private final double trebleCosine;
  private final Line[] lines = new Line[LINES];
  private final AllPass[][] diffusion = new AllPass[2][DIFFUSION_GAIN.length];
  private final float[][] cells = new float[LINES][Grid.FRAMES];
  private final float[][] input = new float[2][Grid.FRAMES];
  private final float[] low = new float[2];
  private final float lowCut;
  private final Rest rest;

  Reverb(int rate) {
    this.rate = rate;
    trebleCosine = StrictMath.cos(2 * StrictMath.PI * Math.min(TREBLE_HZ / rate, 0.45));
    lowCut = (float) (1 - StrictMath.exp(-2 * StrictMath.PI * LOW_CUT_HZ / rate));
    int longest = 0;
    for (int line = 0; line < LINES; line++) {
      lines[line] = new Line(prime(LENGTHS[line] * rate / 48_000.0));
      longest = Math.max(longest, lines[line].length());
    }
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < DIFFUSION_GAIN.length; i++) {
        int frames = prime(DIFFUSION[side][i] * rate / DIFFUSION_RATE);
        diffusion[side][i] = new AllPass(frames, DIFFUSION_GAIN[i]);
      }
    }
    rest = new Rest(1 + longest / Grid.FRAMES);
    setDecay(DECAY_SECONDS);
  }

  private static int prime(double about) {
    int candidate = (int) Math.max(Grid.FRAMES, Math.round(about));
    while (!isPrime(candidate)) {
      candidate++;
    }
    return candidate;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  /// How long it takes to fall by 60 dB, below the treble.
  void setDecay(double seconds) {
    for (Line line : lines) {
      double dB = -60.0 * line.length() / (rate * seconds);
      double loss = Pitch.gain(dB * (1 / DECAY_OF_TREBLE - 1)); // beside, for the treble
      line.setLoss((float) Pitch.gain(dB), (float) pole(loss * loss));
    }
  }

  /// The pole of a low pass whose power is `power` at the treble: the root of `(1 - p)^2 = power (1
  /// - 2 p cosine + p^2)` that lies below one.
  private double pole(double power) {
    double half = (1 - power * trebleCosine) / (1 - power);
    return half - Math.sqrt(half * half - 1);
  }

  /// True when it has nothing more to say.
  boolean isSilent() {
    return rest.isSilent();
  }

  /// Adds the reverb of a piece to the output.
  ///
  /// @param frame absolute frame of index 0
  void process(
      long frame, float[] left, float[] right, float[] outLeft, float[] outRight, int frames) {
    int at = 0;
    while (at < frames) {
      long now = frame + at;
      if (Grid.isStep(now) && rest.step()) {
        clear();
      }
      int count = Math.min(frames - at, Grid.framesToStep(now));
      takeIn(0, left, at, count);
      takeIn(1, right, at, count);
      for (int line = 0; line < LINES; line++) {
        lines[line].read(cells[line], count);
      }
      putOut(0, outLeft, at, count);
      putOut(SIDE, outRight, at, count);
      comeRound(count);
      at += count;
    }
  }

  private void takeIn(int side, float[] data, int from, int count) {
    float[] in = input[side];
    float slow = low[side];
    for (int i = 0; i < count; i++) {
      slow += (data[from + i] - slow) * lowCut;
      in[i] = data[from + i] - slow;
    }
    low[side] = slow;
    for (AllPass pass : diffusion[side]) {
      pass.process(in, count);
    }
  }

  /// With alternating signs: what all lines have in common would be a pulse.
  private void putOut(int firstLine, float[] out, int from, int count) {
    float[] a = cells[firstLine];
    float[] b = cells[firstLine + 1];
    float[] c = cells[firstLine + 2];
    float[] d = cells[firstLine + 3];
    for (int i = 0; i < count; i++) {
      out[from + i] += (a[i] - b[i] + c[i] - d[i]) * LEVEL;
    }
  }

  private void comeRound(int count) {
    for (int span = 1; span < LINES; span *= 2) { // the fast Hadamard transform
      for (int line = 0; line < LINES; line++) {
        if ((line & span) == 0) {
          sumAndDifference(cells[line], cells[line + span], count);
        }
      }
    }
    for (int line = 0; line < LINES; line++) {
      float[] cell = cells[line];
      float[] in = input[line / SIDE];
      for (int i = 0; i < count; i++) {
        cell[i] = cell[i] * MIX + in[i];
      }
      rest.look(cell, count);
      lines[line].write(cell, count);
    }
  }

  private static void sumAndDifference(float[] a, float[] b, int count) {
    for (int i = 0; i < count; i++) {
      float sum = a[i] + b[i];
      b[i] = a[i] - b[i];
      a[i] = sum;
    }
  }

  private void clear() {
    for (Line line : lines) {
      line.clear();
    }
    for (AllPass[] side : diffusion) {
      for (AllPass pass : side) {
        pass.clear();
      }
    }
    low[0] = 0;
    low[1] = 0;
  }
}

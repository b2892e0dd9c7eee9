import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// Single cycles in the manner of the sound chips and trackers: 32 to 256 frames long.
///
/// Each comes in widths for low and high keys, so that high notes don't fold over: `-256` for the
/// lowest, `-64`, `-32` for the highest.
final class Chip {
  private Chip() {}

  static void addTo(Map<String, Wave> samples) {
    for (int frames : new int[] {256, 64, 32}) {
      int key = frames == 256 ? 36 : frames == 64 ? 60 : 84;
      samples.put("pulse50-" + frames, cycle(key, frames, 0.25, n -> pulse(n, 0.5)));
      samples.put("pulse25-" + frames, cycle(key, frames, 0.25, n -> pulse(n, 0.25)));
      samples.put("pulse12-" + frames, cycle(key, frames, 0.25, n -> pulse(n, 0.125)));
      samples.put("saw-" + frames, cycle(key, frames, 0, n -> 1.0 / n));
    }
    samples.put("triangle-stepped", steppedTriangle());
    samples.put("sine", cycle(72, 64, 0, n -> n == 1 ? 1 : 0));
    samples.put("bass-fm", fmBass());
    samples.put("twin-saw", twinSaw());
    samples.put("noise-short", shiftRegister(72, 93));
    samples.put("noise-long", shiftRegister(72, 4096));
  }

  /// The level of harmonic `n` of a pulse that is high for `duty` of its cycle.
  private static double pulse(int n, double duty) {
    return StrictMath.sin(StrictMath.PI * n * duty) / n;
  }

  /// One cycle from harmonics; the topmost ones are eased out against ringing.
  ///
  /// @param turn of each harmonic at frame 0: 0 for sines, 0.25 for cosines
  private static Wave cycle(int key, int frames, double turn, IntToDoubleFunction level) {
    double[] out = new double[frames];
    int top = frames / 2 - 1;
    for (int n = 1; n <= top; n++) {
      double amount = level.applyAsDouble(n) * StrictMath.cos(0.5 * StrictMath.PI * n / (top + 1));
      for (int i = 0; i < frames; i++) {
        double turns = turn + (double) n * i / frames;
        out[i] += amount * StrictMath.sin(2 * StrictMath.PI * turns);
      }
    }
    return new Wave(out, Wave.rateFor(key, frames), key, 0, frames).finished();
  }

  /// Sixteen steps up, sixteen down, as on the NES.
  private static Wave steppedTriangle() {
    double[] out = new double[64];
    for (int i = 0; i < 64; i++) {
      int step = i / 2;
      out[i] = (step < 16 ? step : 31 - step) - 7.5;
    }
    return new Wave(out, Wave.rateFor(60, 64), 60, 0, 64).finished();
  }

  private static Wave fmBass() {
    return new Fm(36, 256, 4, 0.3)
        .pair(1, 1, 1, 0.8, 3.2, 1.1, 0.09)
        .pair(0.5, 1, 0.5, 0.5, 0.8, 0.3, 0.2)
        .wave();
  }

  /// Two sawtooths a little apart: the loop is as long as their beat.
  private static Wave twinSaw() {
    Additive out = new Additive(48, 160, 64, 0.01);
    for (int n = 1; n <= 70; n++) {
      double level = StrictMath.exp(-n / 60.0) / n;
      out.blown(n, level, 0.002).blown(n * (1 + 1 / 64.0), level * 0.9, 0.002);
    }
    return out.wave();
  }

  /// A shift register's bits, one per two frames; 93 of them have a metallic pitch.
  private static Wave shiftRegister(int key, int bits) {
    double[] out = new double[bits * 2];
    int register = 0x7FFF;
    for (int i = 0; i < bits; i++) {
      int tap = bits == 93 ? 6 : 1;
      int bit = (register ^ register >> tap) & 1;
      register = register >> 1 | bit << 14;
      out[2 * i] = (register & 1) - 0.5;
      out[2 * i + 1] = out[2 * i];
    }
    return new Wave(out, 22050, key, 0, out.length).finished();
  }
}

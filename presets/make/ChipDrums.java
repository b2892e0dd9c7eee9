import java.util.Map;

/// Drum machine and home computer drums: swept pulses and shift-register noise at 16574 Hz, the
/// rate of an Amiga's C-3, in coarse steps.
final class ChipDrums {
  private static final int RATE = 16574;

  private ChipDrums() {}

  static void addTo(Map<String, Wave> samples) {
    samples.put(
        "chip-kick",
        coarse(
            Drums.render(
                0.3,
                RATE,
                t ->
                    square(240 * 0.05 * (1 - Drums.fall(t, 0.05)) + 42 * t)
                        * Drums.fall(t, 0.09))));
    samples.put(
        "boom-kick",
        Drums.mix(
            RATE,
            Drums.render(0.9, RATE, t -> Drums.drop(t, 160, 48, 0.02) * Drums.fall(t, 0.28))));
    samples.put(
        "chip-snare",
        coarse(
            add(
                register(0.25, 2, 0.075, 1),
                Drums.render(
                    0.25,
                    RATE,
                    t ->
                        0.7
                            * square(180 * t + 4 * (1 - Drums.fall(t, 0.02)))
                            * Drums.fall(t, 0.03)))));
    samples.put("chip-hat", coarse(register(0.06, 1, 0.014, 1)));
    samples.put("chip-hat-open", coarse(register(0.35, 1, 0.11, 1)));
    samples.put("chip-crash", coarse(register(1.0, 2, 0.3, 1)));
    samples.put(
        "chip-tom",
        coarse(
            Drums.render(
                0.35,
                RATE,
                t -> square(110 * t + 9 * (1 - Drums.fall(t, 0.08))) * Drums.fall(t, 0.1))));
    samples.put(
        "chip-zap",
        coarse(
            Drums.render(
                0.2,
                RATE,
                t -> square(60 * t + 90 * (1 - Drums.fall(t, 0.04))) * Drums.fall(t, 0.07))));
    samples.put(
        "chip-blip",
        coarse(Drums.render(0.06, RATE, t -> square(1568 * t) * Drums.fall(t, 0.025))));
    samples.put("chip-metal", coarse(register(0.3, 3, 0.09, 6)));
    samples.put("machine-clap", Drums.clap(RATE, 0.12, 31));
    samples.put(
        "machine-cowbell",
        Drums.mix(
            RATE,
            Drums.render(
                0.4,
                RATE,
                t ->
                    (square(540 * t) + square(800 * t))
                        * (0.5 * Drums.fall(t, 0.1) + 0.5 * Drums.fall(t, 0.012)))));
  }

  private static double square(double turns) {
    return turns % 1 < 0.5 ? 0.5 : -0.5;
  }

  private static double[] add(double[] a, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      out[i] += b[i];
    }
    return out;
  }

  /// A 15-bit shift register clocked every `hold` frames; tap 1 hisses, tap 6 clanks.
  private static double[] register(double seconds, int hold, double fallSeconds, int tap) {
    int[] bits = {0x7FFF};
    int[] frame = {0};
    return Drums.render(
        seconds,
        RATE,
        t -> {
          if (frame[0]++ % hold == 0) {
            bits[0] = bits[0] >> 1 | ((bits[0] ^ bits[0] >> tap) & 1) << 14;
          }
          return ((bits[0] & 1) - 0.5) * Drums.fall(t, fallSeconds);
        });
  }

  /// Sixty-four levels, six bits' worth of grit.
  private static Wave coarse(double[] frames) {
    Wave full = Wave.oneShot(frames, RATE, 60).finished();
    double[] out = full.frames();
    for (int i = 0; i < out.length; i++) {
      out[i] = StrictMath.rint(out[i] * 32) / 32;
    }
    return full;
  }
}

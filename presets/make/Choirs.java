import java.util.Map;

/// Sections, choirs and pads, all made as [Ensemble] loops.
final class Choirs {
  private static final int LONG = 32768;
  private static final int SHORT = 16384;

  private Choirs() {}

  static void addTo(Map<String, Wave> samples) {
    samples.put("strings-c2", strings(36, LONG, 22050, 81));
    samples.put("strings-c4", strings(60, LONG, 24000, 82));
    samples.put("strings-c6", strings(84, SHORT, 28000, 83));
    samples.put("synth-strings", Ensemble.loop(60, LONG, 24000, 38, Choirs::sawtooth, 84));
    samples.put("aah-c3", choir(50, LONG, 85, 700, 1150, 2700));
    samples.put("aah-c5", choir(69, SHORT, 86, 850, 1250, 2900));
    samples.put("ooh-c3", choir(50, LONG, 87, 320, 780, 2500));
    samples.put("ooh-c5", choir(69, SHORT, 88, 400, 880, 2700));
    samples.put("brass-section-c3", brassSection(48, 89, 700));
    samples.put("brass-section-c5", brassSection(69, 90, 1100));
    samples.put(
        "warm-pad",
        Ensemble.loop(
            60, LONG, 16574, 30, (n, hz) -> 1.0 / n / (1 + StrictMath.pow(hz / 1800, 2)), 91));
    samples.put(
        "polysynth",
        Ensemble.loop(60, SHORT, 24000, 14, (n, hz) -> (n % 4 == 0 ? 0.2 : 1.0) / n, 92));
    samples.put(
        "new-age-pad",
        Ensemble.loop(60, LONG, 24000, 16, (n, hz) -> n % 4 == 1 ? 0.9 / n : 0.25 / (n * n), 93));
    samples.put("space-voices", Ensemble.loop(60, LONG, 22050, 55, Choirs::spaceVoices, 94));
    samples.put(
        "glass-pad",
        Ensemble.loop(
            60, SHORT, 24000, 12, (n, hz) -> Integer.bitCount(n) == 1 ? 1.0 / n : 0.02 / n, 95));
    samples.put("orchestra-hit", orchestraHit());
  }

  private static double sawtooth(int n, double hz) {
    return StrictMath.exp(-hz / 9000) / n;
  }

  private static double hill(double hz, double centre, double width) {
    double x = (hz - centre) / width;
    return StrictMath.exp(-x * x / 2);
  }

  private static Wave strings(int key, int size, int rate, long seed) {
    return Ensemble.loop(
        key,
        size,
        rate,
        24,
        (n, hz) ->
            (0.5 + hill(hz, 450, 200) + 0.7 * hill(hz, 1100, 400) + 0.9 * hill(hz, 2600, 900))
                * StrictMath.exp(-hz / 6000)
                / n,
        seed);
  }

  /// A voice's source falls with 1/n; three formants make the vowel.
  private static Wave choir(
      int key, int size, long seed, double first, double second, double third) {
    return Ensemble.loop(
        key,
        size,
        20000,
        28,
        (n, hz) ->
            (0.03
                    + hill(hz, first, 130)
                    + 0.5 * hill(hz, second, 150)
                    + 0.14 * hill(hz, third, 300)
                    + 0.05 * hill(hz, 3600, 400))
                * StrictMath.pow(n, -0.5),
        seed);
  }

  private static Wave brassSection(int key, long seed, double formantHz) {
    return Ensemble.loop(
        key,
        SHORT,
        24000,
        11,
        (n, hz) ->
            (hz < formantHz ? 0.7 + 0.3 * hz / formantHz : 1)
                * StrictMath.exp(-0.75 * Math.max(0, hz - formantHz) / formantHz),
        seed);
  }

  private static double spaceVoices(int n, double hz) {
    double vowel = 0.05 + hill(hz, 420, 140) + 0.4 * hill(hz, 1000, 200);
    vowel += 0.3 * hill(hz, 2900, 400);
    return vowel * (n % 2 == 0 ? 1.0 : 0.6) * StrictMath.pow(n, -0.3);
  }

  /// Everybody at once, over four octaves, with a drum: the sampled hit of the eighties.
  private static Wave orchestraHit() {
    int rate = 22050;
    int length = rate * 9 / 10;
    double[] out = new double[length];
    int[] keys = {36, 48, 55, 60, 67, 72};
    for (int i = 0; i < keys.length; i++) {
      Wave section = Ensemble.loop(keys[i], LONG, rate, 18, Choirs::hitSpectrum, 96 + i);
      double step = section.rate() / (double) rate;
      for (int frame = 0; frame < length; frame++) {
        double at = frame * step % (LONG - 1);
        double left = section.frames()[(int) at];
        double right = section.frames()[(int) at + 1];
        double seconds = frame / (double) rate;
        double level = Math.min(1, seconds / 0.008) * StrictMath.exp(-seconds / 0.25);
        out[frame] += level * (left + (at - (int) at) * (right - left));
      }
    }
    double[] drum = Filters.low(Noise.white(length, 99), rate, 300);
    for (int frame = 0; frame < length; frame++) {
      out[frame] += 3 * drum[frame] * StrictMath.exp(-frame / (0.12 * rate));
    }
    return Wave.oneShot(out, rate, 60).finished();
  }

  private static double hitSpectrum(int n, double hz) {
    return StrictMath.exp(-hz / 3500) / StrictMath.sqrt(n);
  }
}

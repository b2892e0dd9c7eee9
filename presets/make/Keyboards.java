import java.util.Map;

/// Pianos, electric pianos, harpsichord, clavinet, organs, accordion.
final class Keyboards {
  private Keyboards() {}

  static void addTo(Map<String, Wave> samples) {
    samples.put("grand-e2", grand(40, 200, 40, 0.0003));
    samples.put("grand-e3", grand(52, 132, 48, 0.0004));
    samples.put("grand-e4", grand(64, 72, 64, 0.0006));
    samples.put("grand-e5", grand(76, 44, 96, 0.0010));
    samples.put("tine-c3", tine(48, 168));
    samples.put("tine-c5", tine(72, 48));
    samples.put("fm-piano-c3", fmPiano(48, 168));
    samples.put("fm-piano-c5", fmPiano(72, 48));
    samples.put(
        "harpsichord-c3", new Plucked(48, 184, 0.6).string(0.02, 5).pick(12000, 0.11).wave(11));
    samples.put(
        "harpsichord-c5", new Plucked(72, 60, 0.4).string(0.012, 4).pick(16000, 0.13).wave(12));
    samples.put(
        "clavinet", new Plucked(53, 140, 0.5).string(0.05, 3).pick(7000, 0.06).drive(1.2).wave(13));
    // Footages 16' 5 1/3' 8' 4' 2 2/3' 2' as multiples of half the fundamental.
    samples.put("drawbar", drawbar(0.7, 0.55, 0.9, 0.45, 0.25, 0.2, 0.0));
    samples.put("rock-organ", drawbar(0.8, 0.8, 0.9, 0.6, 0.5, 0.4, 0.35));
    samples.put("church-organ", church());
    samples.put("accordion", accordion());
  }

  /// Two strings a loop's turn apart, stretched by stiffness, struck at an eighth of their length.
  private static Wave grand(int key, int cycle, int loopCycles, double stiffness) {
    Additive out = new Additive(key, cycle, loopCycles, 0.5);
    double soft = (key - 30) / 100.0;
    for (int n = 1; n <= 40; n++) {
      double ratio = n * StrictMath.sqrt(1 + stiffness * n * n);
      double comb = 0.15 + Math.abs(StrictMath.sin(StrictMath.PI * n / 8.3));
      double start = comb * StrictMath.exp(-n * (0.08 + soft * 0.5)) * (n == 1 ? 1.1 : 1);
      double kept = start * 0.55 * StrictMath.exp(-0.12 * (n - 1));
      double fall = 0.45 / (1 + 0.12 * n);
      out.struck(ratio, start * 0.66, kept * 0.7, fall);
      out.struck(ratio + 1.0 / loopCycles, start * 0.4, kept * 0.3, fall * 0.7);
    }
    return out.knock(0.10, 60, 900, 0.03, key).knock(0.02, 1500, 6000, 0.008, key + 1).wave();
  }

  /// An electric piano's tine: a sine with a bell-like clang in its attack.
  private static Wave tine(int key, int cycle) {
    Additive out = new Additive(key, cycle, 16, 0.5);
    out.struck(1, 1, 0.8, 0.5).struck(2, 0.4, 0.16, 0.3).struck(3, 0.22, 0.06, 0.25);
    out.struck(4, 0.10, 0.02, 0.2).struck(5, 0.08, 0.01, 0.15).struck(7.125, 0.16, 0, 0.08);
    return out.struck(1.0625, 0.05, 0.05, 1).knock(0.05, 80, 1200, 0.012, key).wave();
  }

  private static Wave fmPiano(int key, int cycle) {
    return new Fm(key, cycle, 16, 0.5)
        .pair(1, 1, 0.8, 0.6, 1.1, 0.45, 0.35)
        .pair(1.0625, 1, 0.35, 0.3, 0.9, 0.3, 0.3)
        .pair(1, 14, 0.45, 0.05, 1.3, 0.02, 0.09)
        .wave();
  }

  private static Wave drawbar(
      double sub,
      double quint,
      double eight,
      double four,
      double twelfth,
      double two,
      double bite) {
    Additive out = new Additive(60, 84, 48, 0.12);
    double[] feet = {0.5, 1.5, 1, 2, 3, 4, 5, 6, 8};
    double[] levels = {sub, quint, eight, four, twelfth, two, bite * 0.5, bite * 0.6, bite};
    for (int i = 0; i < feet.length; i++) {
      out.blown(feet[i], levels[i], 0.004);
      out.blown(feet[i] * 1.0 + 1 / 48.0, levels[i] * 0.22, 0.004);
    }
    out.struck(3, 0.4, 0.0001, 0.05);
    return out.knock(0.06, 1200, 6000, 0.006, 21).wave();
  }

  /// Principals at 8', 4', 2 2/3' and 2', each with a few harmonics, and wind.
  private static Wave church() {
    Additive out = new Additive(60, 96, 96, 0.16);
    double[] feet = {0.5, 1, 2, 3, 4, 8};
    double[] levels = {0.35, 1, 0.7, 0.35, 0.45, 0.2};
    for (int rank = 0; rank < feet.length; rank++) {
      for (int n = 1; n <= 8; n++) {
        double detune = (rank % 3 - 1) / 96.0;
        double level = levels[rank] * StrictMath.pow(n, -1.6);
        out.blown(feet[rank] * n + detune, level, 0.05 + 0.02 * rank);
      }
    }
    return out.air(0.012, 400, 5000, 22).knock(0.06, 900, 4000, 0.03, 23).wave();
  }

  /// Two free reeds, one a little sharp.
  private static Wave accordion() {
    Additive out = new Additive(60, 96, 90, 0.1);
    for (int n = 1; n <= 36; n++) {
      double level = StrictMath.pow(n, -0.9) * (n % 2 == 0 ? 0.7 : 1);
      level *= StrictMath.exp(-n / 16.0);
      out.blown(n, level, 0.05);
      out.blown(n * (1 + 1 / 90.0), level * 0.7, 0.06);
    }
    return out.air(0.01, 300, 4000, 24).wave();
  }
}

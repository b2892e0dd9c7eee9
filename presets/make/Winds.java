import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// Solo bows, brass, reeds and pipes: harmonics shaped by formants, which speak one after another.
final class Winds {
  private Winds() {}

  static void addTo(Map<String, Wave> samples) {
    samples.put("violin-g3", violin(55, 168));
    samples.put("violin-g4", violin(67, 84));
    samples.put("violin-g5", violin(79, 48));
    samples.put("cello-c2", cello(36, 280));
    samples.put("cello-c3", cello(48, 160));
    samples.put("trumpet", brass(67, 80, 1300, 0.85, 0.035));
    samples.put("trombone", brass(53, 140, 620, 0.9, 0.05));
    samples.put("french-horn", brass(53, 112, 380, 1.25, 0.07));
    samples.put("sax", sax());
    samples.put("oboe", oboe());
    samples.put("clarinet", clarinet());
    samples.put("bagpipe", bagpipe());
    samples.put("flute", pipe(72, 64, 0.035, 7, 1, 0.38, 0.16, 0.05, 0.03, 0.01));
    samples.put("pan-flute", pipe(67, 72, 0.11, 8, 1, 0.10, 0.14, 0.02, 0.02));
    samples.put("ocarina", pipe(72, 56, 0.012, 9, 1, 0.03, 0.05));
    samples.put("whistle", pipe(84, 32, 0.03, 10, 1, 0.02));
  }

  private static double formant(double hz, double centre, double width) {
    double x = (hz - centre) / width;
    return 1 / (1 + x * x);
  }

  /// A bowed string, a sawtooth seen through a violin's body.
  private static Wave violin(int key, int cycle) {
    return bowed(
        key,
        cycle,
        n -> {
          double hz = n * Wave.hz(key);
          double body = 0.25 + formant(hz, 290, 70) + formant(hz, 480, 110);
          body += 1.1 * formant(hz, 1150, 350) + 1.6 * formant(hz, 2600, 800);
          return body / n * StrictMath.exp(-hz / 7000);
        });
  }

  private static Wave cello(int key, int cycle) {
    return bowed(
        key,
        cycle,
        n -> {
          double hz = n * Wave.hz(key);
          double body = 0.3 + formant(hz, 105, 40) + formant(hz, 210, 60);
          body += 0.9 * formant(hz, 420, 130) + 0.9 * formant(hz, 1500, 600);
          return body / n * StrictMath.exp(-hz / 4200);
        });
  }

  private static Wave bowed(int key, int cycle, IntToDoubleFunction level) {
    int loopCycles = Math.max(16, 3600 / cycle);
    Additive out = new Additive(key, cycle, loopCycles, 0.25);
    for (int n = 1; n <= 64; n++) {
      out.blown(n, level.applyAsDouble(n), 0.05 + 0.1 / n);
    }
    return out.air(0.015, 1000, 7000, key).knock(0.10, 700, 6000, 0.04, key + 1).wave();
  }

  /// Brass: the brighter a harmonic, the later it speaks; a formant sets the instrument's size.
  private static Wave brass(int key, int cycle, double formantHz, double slope, double speech) {
    Additive out = new Additive(key, cycle, 24, 0.3);
    for (int n = 1; n <= 40; n++) {
      double hz = n * Wave.hz(key);
      double level = hz < formantHz ? 0.6 + 0.4 * hz / formantHz : 1;
      level *= StrictMath.exp(-slope * Math.max(0, hz - formantHz) / formantHz);
      out.accented(n, level * 1.25, level, Math.min(0.2, speech + 0.006 * n));
    }
    return out.air(0.008, 800, 5000, key).knock(0.05, 200, 1500, 0.03, key + 1).wave();
  }

  private static Wave sax() {
    Additive out = new Additive(60, 96, 32, 0.25);
    for (int n = 1; n <= 40; n++) {
      double hz = n * Wave.hz(60);
      double level = 0.2 + formant(hz, 450, 200) + 0.9 * formant(hz, 1250, 350);
      level += 0.5 * formant(hz, 2700, 600);
      out.accented(
          n,
          1.2 * level,
          level * StrictMath.pow(n, -0.45) * StrictMath.exp(-hz / 5000),
          0.02 + 0.002 * n);
    }
    return out.air(0.05, 1200, 7000, 71).knock(0.15, 500, 4000, 0.02, 72).wave();
  }

  private static Wave oboe() {
    Additive out = new Additive(67, 80, 16, 0.2);
    for (int n = 1; n <= 30; n++) {
      double hz = n * Wave.hz(67);
      double level = 0.1 + formant(hz, 1150, 330) + 0.55 * formant(hz, 2900, 500);
      out.blown(n, level * StrictMath.exp(-hz / 6500), 0.03);
    }
    return out.air(0.006, 2000, 8000, 73).wave();
  }

  /// A closed tube: odd harmonics rule.
  private static Wave clarinet() {
    Additive out = new Additive(62, 84, 16, 0.2);
    double[] levels = {1, 0.03, 0.7, 0.05, 0.45, 0.09, 0.35, 0.12, 0.2, 0.12, 0.1, 0.06, 0.05};
    for (int n = 1; n <= levels.length; n++) {
      out.blown(n, levels[n - 1], 0.025 + 0.004 * n);
    }
    return out.air(0.01, 1500, 6000, 74).knock(0.03, 800, 3000, 0.015, 75).wave();
  }

  private static Wave bagpipe() {
    Additive out = new Additive(69, 72, 40, 0.12);
    for (int n = 1; n <= 32; n++) {
      double hz = n * Wave.hz(69);
      double level = 0.35 + formant(hz, 900, 300) + 0.8 * formant(hz, 2300, 700);
      out.blown(n, level * StrictMath.exp(-hz / 6000), 0.02);
      out.blown(n * 1.025, level * 0.3 * StrictMath.exp(-hz / 4000), 0.02);
    }
    // The drones sound an octave and two below, locked to the melody: a sample's privilege.
    return out.blown(0.5, 0.8, 0.02).blown(1.5, 0.5, 0.02).blown(0.25, 0.4, 0.02).wave();
  }

  /// `levels`: the harmonics of a flue pipe; `air`: its breath.
  private static Wave pipe(int key, int cycle, double air, long seed, double... levels) {
    Additive out = new Additive(key, cycle, Math.max(24, 6000 / cycle), 0.2);
    for (int n = 1; n <= levels.length; n++) {
      out.accented(n, levels[n - 1] * (n == 1 ? 0.8 : 1.5), levels[n - 1], 0.03 + 0.015 * n);
    }
    double hz = Wave.hz(key);
    return out.air(air, hz * 0.8, hz * 5, seed)
        .knock(air * 2.5, hz, hz * 8, 0.025, seed + 1)
        .wave();
  }
}

import java.util.Map;

/// Struck bars, bells and tongues. Most keep only their lowest modes in the loop; the clang lives
/// in the attack.
final class Bells {
  private Bells() {}

  static void addTo(Map<String, Wave> samples) {
    samples.put(
        "celesta",
        new Additive(72, 64, 16, 0.4)
            .struck(1, 1, 0.7, 0.4)
            .struck(2, 0.10, 0.03, 0.3)
            .struck(3, 0.12, 0.02, 0.25)
            .struck(4.0625, 0.35, 0.02, 0.12)
            .struck(8.9, 0.12, 0, 0.04)
            .knock(0.05, 300, 3000, 0.006, 31)
            .wave());
    samples.put(
        "glockenspiel",
        new Additive(84, 36, 32, 0.35)
            .struck(1, 1, 0.6, 0.4)
            .struck(2.75, 0.5, 0.06, 0.16)
            .struck(5.40, 0.3, 0.01, 0.07)
            .struck(8.9, 0.2, 0, 0.03)
            .wave());
    samples.put(
        "music-box",
        new Additive(72, 64, 16, 0.35)
            .struck(1, 0.9, 0.5, 0.3)
            .struck(2, 0.25, 0.1, 0.3)
            .struck(3.0625, 0.3, 0.05, 0.2)
            .struck(6.25, 0.35, 0.01, 0.08)
            .knock(0.05, 2000, 8000, 0.005, 32)
            .wave());
    samples.put(
        "vibraphone",
        new Additive(60, 84, 16, 0.4)
            .struck(1, 1, 0.85, 0.5)
            .struck(4, 0.40, 0.06, 0.2)
            .struck(10, 0.16, 0, 0.05)
            .knock(0.03, 200, 1500, 0.008, 33)
            .wave());
    samples.put(
        "marimba",
        new Additive(60, 84, 8, 0.22)
            .struck(1, 1, 0.6, 0.12)
            .struck(3.9, 0.55, 0, 0.035)
            .struck(9.25, 0.25, 0, 0.012)
            .knock(0.12, 150, 1200, 0.008, 34)
            .wave());
    samples.put(
        "xylophone",
        new Additive(72, 64, 8, 0.18)
            .struck(1, 0.9, 0.4, 0.08)
            .struck(3, 0.8, 0.01, 0.035)
            .struck(6.1, 0.45, 0, 0.018)
            .knock(0.12, 600, 5000, 0.005, 35)
            .wave());
    samples.put("tubular-bell", tubular());
    samples.put("tinkle-bell", tinkle());
    samples.put(
        "kalimba",
        new Additive(60, 84, 8, 0.3)
            .struck(1, 1, 0.7, 0.3)
            .struck(2.0, 0.12, 0.02, 0.2)
            .struck(5.4, 0.4, 0, 0.03)
            .struck(8.2, 0.2, 0, 0.015)
            .knock(0.10, 200, 2200, 0.012, 36)
            .wave());
    samples.put("steel-drum", steelDrum());
    samples.put(
        "crystal",
        new Fm(72, 56, 32, 0.5)
            .pair(1, 3.5, 0.7, 0.5, 2.2, 0.25, 0.3)
            .pair(2.03125, 5, 0.4, 0.2, 1.6, 0.15, 0.25)
            .pair(4, 1, 0.2, 0.06, 0.6, 0.1, 0.2)
            .wave());
    samples.put("timpani", timpani());
  }

  /// Modes 4 to 9 of a tube: the ear hears their missing fundamental, an octave below the fourth.
  private static Wave tubular() {
    double[] ratios = {0.5, 1.0, 2.0, 3.01, 4.17, 5.43, 6.79, 8.21};
    double[] levels = {0.12, 0.35, 1.0, 0.85, 0.55, 0.5, 0.3, 0.2};
    Additive out = new Additive(60, 84, 48, 0.45);
    for (int i = 0; i < ratios.length; i++) {
      double kept = levels[i] * StrictMath.exp(-0.35 * i);
      out.struck(ratios[i], levels[i], kept, 0.5 / (1 + 0.3 * i));
      out.struck(ratios[i] + 1 / 48.0, levels[i] * 0.2, kept * 0.2, 0.4);
    }
    return out.knock(0.08, 1500, 7000, 0.01, 37).wave();
  }

  private static Wave tinkle() {
    double[] ratios = {1, 1.51, 2.66, 3.2, 4.44};
    double[] levels = {0.7, 0.3, 0.8, 0.35, 0.4};
    Additive out = new Additive(84, 36, 48, 0.35);
    for (int i = 0; i < ratios.length; i++) {
      out.struck(ratios[i], levels[i], levels[i] * StrictMath.exp(-0.5 * i), 0.25);
      out.struck(ratios[i] + 1 / 48.0, levels[i] * 0.4, levels[i] * 0.2, 0.2);
    }
    return out.wave();
  }

  /// A pan's note blooms: its octave and twelfth speak a little after the fundamental.
  private static Wave steelDrum() {
    Additive out = new Additive(60, 84, 32, 0.4);
    out.struck(1, 1, 0.6, 0.25).accented(2, 1.0, 0.4, 0.02).accented(3, 0.5, 0.12, 0.03);
    out.struck(2.03125, 0.3, 0.12, 0.3).struck(4.125, 0.35, 0.03, 0.12).struck(5.2, 0.2, 0, 0.06);
    return out.knock(0.06, 300, 2500, 0.01, 38).wave();
  }

  /// A kettle's preferred modes are nearly 1 : 1.5 : 2 : 2.44.
  private static Wave timpani() {
    Additive out = new Additive(43, 112, 32, 0.5);
    out.struck(1, 1, 0.6, 0.6).struck(1.5, 0.75, 0.3, 0.5).struck(1.98, 0.45, 0.1, 0.35);
    out.struck(2.44, 0.35, 0.05, 0.25).struck(2.9, 0.2, 0, 0.15).struck(0.85, 0.5, 0, 0.06);
    return out.knock(0.35, 60, 700, 0.03, 39).wave();
  }
}

import java.util.Map;

/// Plucked strings: guitars, basses, harp, sitar, koto, banjo, pizzicato.
final class Strings {
  private Strings() {}

  static void addTo(Map<String, Wave> samples) {
    guitars(samples);
    basses(samples);
    samples.put(
        "pizzicato",
        new Plucked(55, 112, 0.3)
            .string(0.16, 0.9)
            .pick(2600, 0.2)
            .body(1.2, 280, 460, 900)
            .wave(61));
    samples.put(
        "harp-c3",
        new Plucked(48, 168, 0.55).string(0.09, 4).pick(3500, 0.42).body(0.5, 190).wave(62));
    samples.put("harp-c5", new Plucked(72, 56, 0.5).string(0.035, 3).pick(6000, 0.4).wave(63));
    samples.put(
        "sitar", new Plucked(53, 132, 0.6).string(0.02, 4).pick(9000, 0.07).drive(3).wave(64));
    samples.put(
        "koto",
        new Plucked(60, 96, 0.5).string(0.05, 2.5).pick(8000, 0.09).body(1.0, 420, 1100).wave(65));
    samples.put(
        "banjo",
        new Plucked(60, 96, 0.4).string(0.06, 1.2).pick(9000, 0.12).body(2.2, 700, 1500).wave(66));
  }

  private static void guitars(Map<String, Wave> samples) {
    samples.put("nylon-e3", nylon(52, 132, 0.16, 41));
    samples.put("nylon-e4", nylon(64, 68, 0.07, 42));
    samples.put("steel-e3", steel(52, 168, 0.045, 43));
    samples.put("steel-e4", steel(64, 72, 0.02, 44));
    samples.put(
        "clean-guitar",
        new Plucked(57, 112, 0.55).string(0.06, 5).pick(4200, 0.24).body(0.6, 1900).wave(45));
    samples.put(
        "muted-guitar",
        new Plucked(52, 132, 0.3).string(0.2, 0.6).pick(4500, 0.1).body(0.6, 900).wave(46));
    samples.put(
        "distorted-guitar",
        new Plucked(52, 132, 0.6).string(0.05, 6).pick(5000, 0.14).drive(14).wave(47));
  }

  private static void basses(Map<String, Wave> samples) {
    samples.put(
        "acoustic-bass",
        new Plucked(36, 168, 0.55)
            .string(0.18, 3)
            .pick(900, 0.28)
            .body(0.8, 100, 220, 700)
            .wave(51));
    samples.put("finger-bass", new Plucked(36, 200, 0.55).string(0.10, 4).pick(1700, 0.2).wave(52));
    samples.put(
        "slap-bass",
        new Plucked(36, 256, 0.5)
            .string(0.05, 4)
            .pick(7000, 0.08)
            .body(0.7, 2400)
            .drive(1.5)
            .wave(53));
  }

  private static Wave nylon(int key, int cycle, double damping, long seed) {
    return new Plucked(key, cycle, 0.55)
        .string(damping, 4)
        .pick(2600, 0.28)
        .body(0.9, 110, 215, 420)
        .wave(seed);
  }

  private static Wave steel(int key, int cycle, double damping, long seed) {
    return new Plucked(key, cycle, 0.55)
        .string(damping, 5)
        .pick(7000, 0.16)
        .body(0.6, 120, 240, 3000)
        .wave(seed);
  }
}

import java.util.Map;

/// Sound effects: sea, rotor, applause, gunshot, rain, and material for the stranger synths.
final class Scenes {
  private static final int RATE = 22050;
  private static final int DULL = 11025;

  private Scenes() {}

  static void addTo(Map<String, Wave> samples) {
    samples.put("sea", looped(DULL, Noise.loop(DULL * 2, DULL, 60, 3500, 201)));
    samples.put("rotor", rotor());
    samples.put("applause", applause());
    samples.put("gunshot", gunshot());
    samples.put("fret-noise", fretNoise());
    samples.put("rain-drops", rainDrops());
    samples.put("telephone", telephone());
  }

  private static Wave looped(int rate, double[] frames) {
    return new Wave(frames, rate, 60, 0, frames.length).finished();
  }

  /// Four blades' beats, alike but not the same; the loop is one turn of the rotor.
  private static Wave rotor() {
    int beat = DULL / 11;
    double[] noise = Noise.loop(beat * 4, DULL, 40, 1800, 202);
    for (int i = 0; i < noise.length; i++) {
      double x = (i % beat) / (double) beat;
      double thump = StrictMath.exp(-StrictMath.pow((x - 0.3) / 0.13, 2));
      double turn = 2 * StrictMath.PI * i / beat;
      noise[i] = noise[i] * (0.12 + thump) + 0.12 * thump * StrictMath.sin(turn * 5);
    }
    return looped(DULL, noise);
  }

  /// Claps scattered over a loop, wrapping round its end.
  private static Wave applause() {
    int length = RATE * 3 / 2;
    double[] out = new double[length];
    Noise dice = new Noise(203);
    for (int clap = 0; clap < 180; clap++) {
      int at = (int) (dice.unit() * length);
      double level = 0.3 + 0.7 * dice.unit();
      double hz = 800 + 1400 * dice.unit();
      double[] burst = Filters.resonance(Noise.white(900, 300 + clap), RATE, hz, 1.2);
      for (int i = 0; i < burst.length; i++) {
        out[(at + i) % length] += level * burst[i] * StrictMath.exp(-i / 160.0);
      }
    }
    return looped(RATE, out);
  }

  private static Wave gunshot() {
    return Drums.mix(
        RATE,
        Drums.noise(1.2, RATE, 30, 9000, 204, t -> 2 * Drums.fall(t, 0.02)),
        Drums.noise(1.2, RATE, 60, 1600, 205, t -> 1.4 * Drums.fall(t, 0.16)),
        Drums.noise(1.2, RATE, 200, 3000, 206, t -> t < 0.18 ? 0 : 0.4 * Drums.fall(t - 0.18, 0.2)),
        Drums.render(1.2, RATE, t -> 1.2 * Drums.drop(t, 190, 45, 0.03) * Drums.fall(t, 0.1)));
  }

  /// Fingers sliding along a wound string.
  private static Wave fretNoise() {
    double[] scrape =
        Drums.noise(
            0.35,
            RATE,
            1200,
            6000,
            207,
            t -> Math.min(1, t / 0.05) * Drums.fall((t * (180 + 200 * t)) % 1, 0.3));
    for (int i = 0; i < scrape.length; i++) {
      scrape[i] *= 1 - i / (double) scrape.length;
    }
    return Drums.mix(RATE, Filters.body(scrape, RATE, 1.5, 6, 1900, 2700));
  }

  /// High glassy drops over a loop, each on a note of a pentatonic scale above the root.
  private static Wave rainDrops() {
    int length = RATE * 3 / 2;
    double[] out = new double[length];
    int[] steps = {0, 2, 4, 7, 9, 12, 14, 16, 19, 24};
    Noise dice = new Noise(208);
    for (int drop = 0; drop < 20; drop++) {
      int at = (int) (dice.unit() * length);
      double hz = Wave.hz(72 + steps[(int) (dice.unit() * steps.length)]);
      double level = 0.4 + 0.6 * dice.unit();
      for (int i = 0; i < RATE / 2; i++) {
        double t = i / (double) RATE;
        double sound = Drums.tone(t, hz, 0.09) + 0.4 * Drums.tone(t, hz * 2.76, 0.03);
        out[(at + i) % length] += level * Math.min(1, t / 0.002) * sound;
      }
    }
    return new Wave(out, RATE, 72, 0, length).finished();
  }

  /// Two bells in turn, twenty strokes a second, for a loop of two seconds with one ring.
  private static Wave telephone() {
    int length = DULL * 2;
    double[] out = new double[length];
    for (int stroke = 0; stroke < 20; stroke++) {
      int at = stroke * DULL / 20;
      double hz = stroke % 2 == 0 ? 1180 : 1490;
      for (int i = 0; i < DULL / 2; i++) {
        double t = i / (double) DULL;
        double bell = Drums.tone(t, hz, 0.07) + 0.6 * Drums.tone(t, hz * 2.71, 0.04);
        out[(at + i) % length] += bell * Math.min(1, t / 0.001);
      }
    }
    return looped(DULL, out);
  }
}

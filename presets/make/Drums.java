import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// The acoustic kit's drums, cymbals and hand percussion, all one-shots. Kits tune one sample to
/// several keys, so there is one tom, one conga, one agogo.
final class Drums {
  private static final int RATE = 22050;
  private static final int HAT = 32000;
  private static final int BRIGHT = 26000;

  private Drums() {}

  static void addTo(Map<String, Wave> samples) {
    samples.put("kick", kick(52, 130, 0.11, 0.5));
    samples.put("kick-room", kick(47, 90, 0.16, 0.35));
    samples.put("snare", snare(186, 0.10, 1));
    samples.put("snare-brush", snare(215, 0.14, 2));
    samples.put(
        "rim", hit(0.09, t -> tone(t, 1720, 0.012) + 0.7 * tone(t, 840, 0.016), 0.5, 0.006));
    samples.put("clap", clap(RATE, 0.09, 3));
    samples.put("tom", tom());
    samples.put("taiko", taiko());
    samples.put("hat-closed", hat(0.12, 0.022, 4));
    samples.put("hat-pedal", hat(0.16, 0.035, 5));
    samples.put("hat-open", hat(0.5, 0.14, 6));
    samples.put("crash", cymbal(1.3, 0.36, 3000, 0.9, 7));
    samples.put("ride", cymbal(0.9, 0.27, 4200, 0.25, 8));
    samples.put("ride-bell", rideBell());
    samples.put("tambourine", jingles(0.32, 0.07, 10));
    samples.put("cowbell", hit(0.3, t -> cowbell(t, 562, 845, 0.07), 0.15, 0.004));
    samples.put("agogo", hit(0.35, t -> cowbell(t, 890, 1335, 0.08), 0.05, 0.003));
    samples.put("vibraslap", vibraslap());
    samples.put("bongo", skin(0.25, 400, 0.05, 0.35));
    samples.put("conga", skin(0.4, 210, 0.09, 0.25));
    samples.put("conga-mute", skin(0.15, 230, 0.025, 0.6));
    samples.put("timbale", timbale());
    samples.put("shaker", shaker(0.1, 0.03, 11));
    samples.put("maracas", shaker(0.07, 0.014, 12));
    samples.put("guiro-short", guiro(0.1, 75, 13));
    samples.put("guiro-long", guiro(0.45, 60, 14));
    samples.put("claves", hit(0.12, t -> tone(t, 2480, 0.022), 0.1, 0.002));
    samples.put(
        "woodblock", hit(0.16, t -> tone(t, 900, 0.025) + 0.5 * tone(t, 1480, 0.014), 0.3, 0.004));
    samples.put("cuica", cuica());
    samples.put("triangle", triangle());
    samples.put("samba-whistle", sambaWhistle());
    samples.put("cymbal-reverse", reversed(cymbal(1.2, 0.34, 2500, 0.9, 15)));
  }

  static double tone(double seconds, double hz, double fallSeconds) {
    return StrictMath.sin(2 * StrictMath.PI * hz * seconds) * fall(seconds, fallSeconds);
  }

  /// A tone that glides from `fromHz` down to `toHz`.
  static double drop(double seconds, double fromHz, double toHz, double glideSeconds) {
    double gone = glideSeconds * (1 - fall(seconds, glideSeconds));
    return StrictMath.sin(2 * StrictMath.PI * (toHz * seconds + (fromHz - toHz) * gone));
  }

  static double fall(double seconds, double fallSeconds) {
    return StrictMath.exp(-seconds / fallSeconds);
  }

  static double[] render(double seconds, int rate, DoubleUnaryOperator sound) {
    double[] out = new double[(int) (seconds * rate)];
    for (int i = 0; i < out.length; i++) {
      out[i] = sound.applyAsDouble(i / (double) rate);
    }
    return out;
  }

  /// White noise through a band, shaped by `level` over time.
  static double[] noise(
      double seconds, int rate, double lowHz, double highHz, long seed, DoubleUnaryOperator level) {
    double[] out = Filters.band(Noise.white((int) (seconds * rate), seed), rate, lowHz, highHz);
    for (int i = 0; i < out.length; i++) {
      out[i] *= level.applyAsDouble(i / (double) rate);
    }
    return out;
  }

  static Wave mix(int rate, double[]... layers) {
    double[] out = new double[layers[0].length];
    for (double[] layer : layers) {
      for (int i = 0; i < Math.min(out.length, layer.length); i++) {
        out[i] += layer[i];
      }
    }
    return Wave.oneShot(out, rate, 60).finished();
  }

  /// A body and the click of the stick.
  private static Wave hit(
      double seconds, DoubleUnaryOperator body, double click, double clickFall) {
    return mix(
        RATE,
        render(seconds, RATE, body),
        noise(seconds, RATE, 1200, 9000, 20, t -> click * fall(t, clickFall)));
  }

  private static Wave kick(double hz, double sweep, double fallSeconds, double click) {
    return mix(
        RATE,
        render(0.42, RATE, t -> drop(t, hz + sweep, hz, 0.028) * fall(t, fallSeconds)),
        noise(0.05, RATE, 300, 5000, 21, t -> click * fall(t, 0.004)));
  }

  private static Wave snare(double hz, double rattle, long seed) {
    return mix(
        RATE,
        render(
            0.32,
            RATE,
            t ->
                0.7 * drop(t, hz * 1.5, hz, 0.012) * fall(t, 0.06)
                    + 0.35 * tone(t, hz * 1.78, 0.04)),
        noise(0.32, RATE, 1100, 9500, seed, t -> 0.75 * fall(t, rattle * 0.75)),
        noise(0.32, RATE, 3000, 9900, seed + 50, t -> 0.6 * fall(t, 0.012)));
  }

  /// Several hands: three short bursts, then the room.
  static Wave clap(int rate, double roomSeconds, long seed) {
    return mix(
        rate,
        noise(
            0.4,
            rate,
            700,
            3500,
            seed,
            t -> {
              double burst = t < 0.033 ? fall(t % 0.011, 0.004) : 0;
              return burst + (t < 0.033 ? 0 : 0.9 * fall(t - 0.033, roomSeconds * 0.6));
            }));
  }

  private static Wave tom() {
    return mix(
        RATE,
        render(0.6, RATE, t -> drop(t, 175, 110, 0.05) * fall(t, 0.14) + 0.3 * tone(t, 188, 0.07)),
        noise(0.6, RATE, 300, 4000, 22, t -> 0.35 * fall(t, 0.01)));
  }

  private static Wave taiko() {
    return mix(
        RATE,
        render(0.8, RATE, t -> drop(t, 110, 62, 0.05) * fall(t, 0.2) + 0.5 * tone(t, 104, 0.12)),
        noise(0.8, RATE, 80, 900, 23, t -> 0.9 * fall(t, 0.05)),
        noise(0.8, RATE, 900, 5000, 24, t -> 0.25 * fall(t, 0.008)));
  }

  /// Six square waves out of tune with each other, the metal of every drum machine.
  static double metal(double seconds, double scale) {
    double[] hz = {205.3, 304.4, 369.6, 522.7, 540, 800};
    double sum = 0;
    for (double each : hz) {
      sum += (each * scale * seconds) % 1 < 0.5 ? 0.17 : -0.17;
    }
    return sum;
  }

  private static Wave hat(double seconds, double fallSeconds, long seed) {
    double[] ring = Filters.high(render(seconds, HAT, t -> metal(t, 1.9)), HAT, 6500);
    for (int i = 0; i < ring.length; i++) {
      ring[i] *= 1.6 * fall(i / (double) HAT, fallSeconds);
    }
    return mix(HAT, ring, noise(seconds, HAT, 6500, 15000, seed, t -> 0.7 * fall(t, fallSeconds)));
  }

  private static Wave cymbal(
      double seconds, double fallSeconds, double lowHz, double wash, long seed) {
    double[] ring = Filters.high(render(seconds, BRIGHT, t -> metal(t, 2.7)), BRIGHT, lowHz);
    for (int i = 0; i < ring.length; i++) {
      ring[i] *= fall(i / (double) BRIGHT, fallSeconds * 0.8);
    }
    return mix(
        BRIGHT,
        ring,
        noise(seconds, BRIGHT, lowHz, 14000, seed, t -> wash * fall(t, fallSeconds)),
        noise(seconds, BRIGHT, 5000, 14000, seed + 50, t -> fall(t, 0.03)));
  }

  private static Wave reversed(Wave wave) {
    int length = wave.frames().length;
    double[] out = new double[length];
    for (int i = 0; i < length; i++) {
      out[i] = wave.frames()[length - 1 - i];
    }
    return Wave.oneShot(out, wave.rate(), 60).finished();
  }

  private static Wave rideBell() {
    return mix(
        BRIGHT,
        render(
            0.6,
            BRIGHT,
            t -> tone(t, 1180, 0.2) + 0.7 * tone(t, 1790, 0.16) + 0.5 * tone(t, 2930, 0.12)),
        noise(0.6, BRIGHT, 5000, 14000, 25, t -> 0.4 * fall(t, 0.1)));
  }

  static Wave jingles(double seconds, double fallSeconds, long seed) {
    return mix(
        BRIGHT,
        noise(
            seconds,
            BRIGHT,
            5500,
            14000,
            seed,
            t -> fall(t, fallSeconds) * (t < 0.03 ? 0.6 : 1) * (0.75 + 0.25 * tone(t, 31, 9))),
        render(seconds, BRIGHT, t -> 0.25 * tone(t, 7350, 0.06) + 0.2 * tone(t, 8920, 0.05)));
  }

  static double cowbell(double t, double lowHz, double highHz, double fallSeconds) {
    double low = StrictMath.sin(2 * StrictMath.PI * lowHz * t);
    double high = StrictMath.sin(2 * StrictMath.PI * highHz * t);
    double body = low + 0.3 * low * low * low + high - 0.3 * high * high * high;
    return body * (0.6 * fall(t, fallSeconds) + 0.4 * fall(t, 0.015));
  }

  private static Wave vibraslap() {
    return mix(
        RATE,
        noise(0.7, RATE, 1500, 6000, 26, t -> fall(t, 0.22) * fall((t * (22 + 6 * t)) % 1, 0.18)));
  }

  private static Wave skin(double seconds, double hz, double fallSeconds, double slap) {
    return mix(
        RATE,
        render(
            seconds,
            RATE,
            t ->
                drop(t, hz * 1.25, hz, 0.01) * fall(t, fallSeconds)
                    + 0.3 * tone(t, hz * 1.83, fallSeconds * 0.4)),
        noise(seconds, RATE, hz * 2, 6000, 27, t -> slap * fall(t, 0.008)));
  }

  private static Wave timbale() {
    return mix(
        RATE,
        render(
            0.45,
            RATE,
            t ->
                drop(t, 390, 330, 0.02) * fall(t, 0.09)
                    + 0.5 * tone(t, 612, 0.1)
                    + 0.35 * tone(t, 987, 0.07)),
        noise(0.45, RATE, 1000, 8000, 28, t -> 0.5 * fall(t, 0.015)));
  }

  static Wave shaker(double seconds, double fallSeconds, long seed) {
    return mix(
        BRIGHT,
        noise(
            seconds,
            BRIGHT,
            4500,
            13000,
            seed,
            t -> Math.min(1, t / 0.012) * fall(Math.max(0, t - 0.012), fallSeconds)));
  }

  private static Wave guiro(double seconds, double scrapesPerSecond, long seed) {
    return mix(
        RATE,
        noise(
            seconds,
            RATE,
            1800,
            6500,
            seed,
            t ->
                fall((t * scrapesPerSecond) % 1, 0.2)
                    * Math.min(1, 4 * (seconds - t) / seconds)
                    * (0.5 + 0.5 * t / seconds)));
  }

  private static Wave cuica() {
    return mix(
        RATE,
        render(
            0.3,
            RATE,
            t -> {
              double sweep = 520 * t + 60 * StrictMath.sin(StrictMath.PI * t / 0.3) / 9;
              double level = StrictMath.sin(StrictMath.PI * t / 0.3);
              double turn = 2 * StrictMath.PI * sweep;
              return level * (StrictMath.sin(turn) + 0.3 * StrictMath.sin(2 * turn));
            }));
  }

  private static Wave triangle() {
    return mix(
        BRIGHT,
        render(
            0.8,
            BRIGHT,
            t ->
                tone(t, 4150, 0.2)
                    + 0.6 * tone(t, 5370, 0.18)
                    + 0.5 * tone(t, 7810, 0.2)
                    + 0.4 * tone(t, 2690, 0.12)));
  }

  private static Wave sambaWhistle() {
    return mix(
        RATE,
        render(
            0.5,
            RATE,
            t -> {
              double level = Math.min(1, t / 0.01) * Math.min(1, (0.5 - t) / 0.05);
              double pea = 0.6 + 0.4 * StrictMath.sin(2 * StrictMath.PI * 42 * t);
              return level * pea * StrictMath.sin(2 * StrictMath.PI * 2350 * t);
            }),
        noise(0.5, RATE, 1800, 5000, 29, t -> 0.08));
  }
}

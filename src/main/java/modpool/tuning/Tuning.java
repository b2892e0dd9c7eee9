package modpool.tuning;

import java.util.Arrays;
import modpool.bridge.RenderThread;

/// The pitch of each of the 128 keys, as its distance from equal temperament at 440 Hz. Immutable.
public final class Tuning {
  /// Keys of a keyboard.
  public static final int KEYS = 128;

  /// Each key where equal temperament has it.
  public static final Tuning EQUAL = new Tuning(new double[KEYS]);

  private static final int A4 = 69;
  private static final double A4_HZ = 440;
  private static final double CENTS_PER_E = 1200 / StrictMath.log(2);

  // What nobody hears is not played: a scale of few and wide steps may lie 25 octaves wide.
  private static final double LOWEST_HZ = 1;
  private static final double HIGHEST_HZ = 20_000;

  private final double[] detuneCents; // by key; NaN: silent

  private Tuning(double[] detuneCents) {
    this.detuneCents = detuneCents;
  }

  /// A scale as a keyboard map lays it on the keys.
  ///
  /// @throws IllegalArgumentException when the key whose frequency the map gives is not mapped
  public static Tuning of(Scale scale, KeyMap map) {
    double reference = map.cents(scale, map.referenceKey());
    if (Double.isNaN(reference)) {
      throw new IllegalArgumentException(
          "the reference key " + map.referenceKey() + " is not mapped, so nothing has a frequency");
    }
    double[] detune = new double[KEYS];
    for (int key = Math.max(0, map.firstKey()); key <= Math.min(KEYS - 1, map.lastKey()); key++) {
      double pitch = centsOf(map.referenceHz()) + map.cents(scale, key) - reference;
      boolean heard = pitch >= centsOf(LOWEST_HZ) && pitch <= centsOf(HIGHEST_HZ); // not if NaN
      detune[key] = heard ? pitch - 100.0 * key : Double.NaN;
    }
    return new Tuning(detune);
  }

  /// Cents above key 0 of equal temperament.
  private static double centsOf(double hz) {
    return 100.0 * A4 + StrictMath.log(hz / A4_HZ) * CENTS_PER_E;
  }

  /// How many cents a key lies above its place in equal temperament; NaN for a key without a sound.
  @RenderThread
  public double detuneCents(int key) {
    return detuneCents[key];
  }

  /// The frequency of a key; NaN for a key without a sound.
  public double hertz(int key) {
    double cents = 100.0 * (key - A4) + detuneCents[key];
    return A4_HZ * StrictMath.exp(cents / CENTS_PER_E);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tuning t && Arrays.equals(detuneCents, t.detuneCents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(detuneCents);
  }
}

package modpool.dsp;

/// The description of a low-frequency oscillator of a voice. It starts with the note.
///
/// @param shape waveform, each between -1 and 1
/// @param rateHz cycles per second, 0.01..40
/// @param delayMs time before it begins
/// @param fadeMs time from nothing to full depth after the delay
/// @param toPitchCents pitch deviation at full swing
/// @param toCutoffCents filter cut-off deviation at full swing
/// @param toGainDb level deviation at full swing
public record Lfo(
    Shape shape,
    double rateHz,
    double delayMs,
    double fadeMs,
    double toPitchCents,
    double toCutoffCents,
    double toGainDb) {

  /// Waveforms. `RANDOM` holds a new value each cycle, from a sequence that is the same each time.
  public enum Shape {
    SINE,
    TRIANGLE,
    SQUARE,
    SAW,
    RANDOM
  }

  /// An oscillator that moves nothing by itself; the modulation wheel still uses its rate.
  public static final Lfo OFF = new Lfo(Shape.SINE, 5.0, 0, 0, 0, 0, 0);

  /// True when it moves something without the modulation wheel.
  public boolean isActive() {
    return toPitchCents != 0 || toCutoffCents != 0 || toGainDb != 0;
  }

  public Lfo withShape(Shape other) {
    return new Lfo(other, rateHz, delayMs, fadeMs, toPitchCents, toCutoffCents, toGainDb);
  }

  public Lfo withRateHz(double other) {
    return new Lfo(shape, other, delayMs, fadeMs, toPitchCents, toCutoffCents, toGainDb);
  }

  public Lfo withDelayMs(double other) {
    return new Lfo(shape, rateHz, other, fadeMs, toPitchCents, toCutoffCents, toGainDb);
  }

  public Lfo withFadeMs(double other) {
    return new Lfo(shape, rateHz, delayMs, other, toPitchCents, toCutoffCents, toGainDb);
  }

  public Lfo withToPitchCents(double other) {
    return new Lfo(shape, rateHz, delayMs, fadeMs, other, toCutoffCents, toGainDb);
  }

  public Lfo withToCutoffCents(double other) {
    return new Lfo(shape, rateHz, delayMs, fadeMs, toPitchCents, other, toGainDb);
  }

  public Lfo withToGainDb(double other) {
    return new Lfo(shape, rateHz, delayMs, fadeMs, toPitchCents, toCutoffCents, other);
  }

  private static final int TABLE_BITS = 10;
  private static final float[] SINE_TABLE = sineTable();

  private static float[] sineTable() {
    float[] table = new float[1 << TABLE_BITS];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / table.length);
    }
    return table;
  }

  /// The value at a phase of 2^32 per cycle.
  ///
  /// @param cycle number of whole cycles since the start, which chooses the random value
  public static float value(Shape shape, int phase, int cycle) {
    float ramp = phase * 0x1p-31f; // -1..1, 0 at phase 0: a saw that starts at its middle
    return switch (shape) {
      case SINE -> SINE_TABLE[phase >>> (32 - TABLE_BITS)];
      case TRIANGLE -> triangle(ramp);
      case SQUARE -> phase >= 0 ? 1f : -1f;
      case SAW -> ramp;
      case RANDOM -> noise(cycle);
    };
  }

  private static float triangle(float ramp) {
    float folded = ramp > 0.5f ? 1f - ramp : ramp < -0.5f ? -1f - ramp : ramp;
    return 2f * folded;
  }

  /// A hash (the finaliser of MurmurHash3) rather than a generator, so that it needs no state.
  private static float noise(int cycle) {
    int h = cycle * 0x9E3779B9 + 0x85EBCA6B;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h * 0x1p-31f;
  }
}

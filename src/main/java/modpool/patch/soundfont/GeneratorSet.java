package modpool.patch.soundfont;

import java.util.Arrays;

/// What a zone says: a value for some generators, and its modulators. First of an instrument's
/// zone, then, with a preset's zone added to it, of what sounds.
final class GeneratorSet {
  private final int[] values = new int[Generator.COUNT];
  private final boolean[] given = new boolean[Generator.COUNT];
  private Modulators modulators = Modulators.NONE;

  /// A copy to go on from: a local zone begins as its global one.
  GeneratorSet copy() {
    GeneratorSet copy = new GeneratorSet();
    System.arraycopy(values, 0, copy.values, 0, values.length);
    System.arraycopy(given, 0, copy.given, 0, given.length);
    copy.modulators = modulators;
    return copy;
  }

  void set(int generator, int value) {
    values[generator] = value;
    given[generator] = true;
  }

  void add(Modulators more) {
    modulators = modulators.with(more);
  }

  boolean has(int generator) {
    return given[generator];
  }

  /// A generator's value, or its standard one.
  int get(int generator) {
    return given[generator] ? values[generator] : Generator.standard(generator);
  }

  Modulators modulators() {
    return modulators;
  }

  /// The lower or upper end of a range, which are the bytes of its value.
  int low(int range) {
    return given[range] ? Math.min(values[range] & 0xFF, 127) : 0;
  }

  int high(int range) {
    return given[range] ? Math.min(values[range] >> 8 & 0xFF, 127) : 127;
  }

  /// What an instrument's zone (this) plays when a preset's zone asks for it: the preset's values
  /// are added, ranges intersected. Null when no key and velocity is left.
  GeneratorSet under(GeneratorSet preset) {
    GeneratorSet sum = copy();
    for (int i = 0; i < Generator.COUNT; i++) {
      boolean isRange = i == Generator.KEY_RANGE || i == Generator.VELOCITY_RANGE;
      if (isRange) {
        int low = Math.max(low(i), preset.low(i));
        int high = Math.min(high(i), preset.high(i));
        if (low > high) {
          return null;
        }
        sum.set(i, high << 8 | low);
      } else if (preset.given[i] && !Generator.isForInstrumentsOnly(i)) {
        sum.set(i, get(i) + preset.values[i]);
      }
    }
    sum.modulators = modulators.under(preset.modulators);
    return sum;
  }

  /// True when the two differ in nothing but the sample and where it stands.
  boolean isSiblingOf(GeneratorSet other) {
    for (int i = 0; i < Generator.COUNT; i++) {
      boolean mayDiffer = i == Generator.SAMPLE || i == Generator.PAN || i == Generator.INSTRUMENT;
      if (!mayDiffer && get(i) != other.get(i)) {
        return false;
      }
    }
    return modulators.equals(other.modulators);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}

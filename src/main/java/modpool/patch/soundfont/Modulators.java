package modpool.patch.soundfont;

import java.util.LinkedHashMap;
import java.util.List;
import modpool.patch.foreign.Unmapped;

/// A zone's modulators. This program has the standard ones built in but for that of velocity to
/// cut-off, which FluidSynth leaves out too; of others it plays those by velocity.
///
/// @param all in the order of the file
record Modulators(List<Modulator> all) {
  static final Modulators NONE = new Modulators(List.of());

  private static final int VELOCITY = 2;
  private static final int CONCAVE_FALLING_VELOCITY = 0x0502;
  private static final int WHEEL = 0x0081;
  private static final int CHANNEL_PRESSURE = 0x000D;
  private static final int FALLING = 0x100;
  private static final int CONTROLLER = 0x80;
  private static final int STANDARD_ATTENUATION = 960;

  /// The standard modulators, but for that of velocity to cut-off: source, destination, amount.
  private static final int[][] STANDARD = {
    {CONCAVE_FALLING_VELOCITY, Generator.ATTENUATION, STANDARD_ATTENUATION},
    {CHANNEL_PRESSURE, Generator.VIB_LFO_TO_PITCH, 50},
    {WHEEL, Generator.VIB_LFO_TO_PITCH, 50},
    {0x0587, Generator.ATTENUATION, 960},
    {0x058B, Generator.ATTENUATION, 960},
    {0x028A, Generator.PAN, 1000},
    {0x028A, Generator.PAN, 500}, // as some editors write it
    {0x00DB, Generator.REVERB, 200},
    {0x00DD, Generator.CHORUS, 200},
    {0x020E, 59, 12_700},
    {0x020E, Generator.FINE_TUNE, 12_700}
  };

  /// One modulator, as the file has it.
  record Modulator(int source, int destination, int amount, int amountSource, int transform) {
    /// The same without its amount: where it comes from and goes to.
    Modulator way() {
      return with(0);
    }

    Modulator with(int otherAmount) {
      return new Modulator(source, destination, otherAmount, amountSource, transform);
    }
  }

  /// These and others; of two that go the same way the later one counts.
  Modulators with(Modulators more) {
    if (more.all.isEmpty()) {
      return this;
    }
    LinkedHashMap<Modulator, Modulator> byWay = new LinkedHashMap<>();
    all.forEach(modulator -> byWay.putLast(modulator.way(), modulator));
    more.all.forEach(modulator -> byWay.putLast(modulator.way(), modulator));
    return new Modulators(List.copyOf(byWay.values()));
  }

  /// What an instrument's zone (these) plays when a preset's zone asks for it: of two that go the
  /// same way, and of a standard one and the preset's, the amounts are added.
  Modulators under(Modulators preset) {
    if (preset.all.isEmpty()) {
      return this;
    }
    LinkedHashMap<Modulator, Modulator> byWay = new LinkedHashMap<>();
    all.forEach(modulator -> byWay.put(modulator.way(), modulator));
    for (Modulator modulator : preset.all) {
      Modulator way = modulator.way();
      Modulator below = byWay.get(way);
      int amount = below == null ? standardAmount(way) : below.amount;
      byWay.put(way, way.with(amount + modulator.amount));
    }
    return new Modulators(List.copyOf(byWay.values()));
  }

  /// How much velocity changes the level, 0..1.
  double velocityTracking() {
    return all.stream()
        .filter(m -> isPlain(m) && m.destination == Generator.ATTENUATION)
        .filter(m -> m.source == CONCAVE_FALLING_VELOCITY)
        .mapToDouble(m -> Math.clamp((double) m.amount / STANDARD_ATTENUATION, 0, 1))
        .findFirst()
        .orElse(1);
  }

  /// What velocity 127 adds to the cut-off, in cents, and what velocity 0 does.
  int cutoffCents(boolean atFullVelocity) {
    return all.stream()
        .filter(Modulators::isVelocityToCutoff)
        .mapToInt(m -> (m.source & FALLING) != 0 == atFullVelocity ? 0 : m.amount)
        .sum();
  }

  /// Counts what is not played.
  void tell(Unmapped unmapped) {
    for (Modulator m : all) {
      boolean played =
          m.amount == 0
              || isPlain(m)
                  && (m.source == CONCAVE_FALLING_VELOCITY
                      && m.destination == Generator.ATTENUATION);
      if (!played && !isVelocityToCutoff(m) && !isStandard(m)) {
        unmapped.add(
            "modulator: " + sourceName(m.source) + " to " + destinationName(m.destination));
      }
    }
  }

  private static boolean isStandard(Modulator m) {
    for (int[] standard : STANDARD) {
      if (isPlain(m)
          && m.source == standard[0]
          && m.destination == standard[1]
          && m.amount == standard[2]) {
        return true;
      }
    }
    return false;
  }

  private static int standardAmount(Modulator way) {
    for (int[] standard : STANDARD) {
      if (isPlain(way) && way.source == standard[0] && way.destination == standard[1]) {
        return standard[2];
      }
    }
    return 0;
  }

  private static boolean isPlain(Modulator m) {
    return m.amountSource == 0 && m.transform == 0;
  }

  /// Along whatever curve: it is played as a line.
  private static boolean isVelocityToCutoff(Modulator m) {
    return (m.source & 0xFF) == VELOCITY
        && m.destination == Generator.FILTER_CUTOFF
        && (m.source & 0x200) == 0
        && isPlain(m);
  }

  private static String sourceName(int source) {
    int index = source & 0x7F;
    if ((source & CONTROLLER) != 0) {
      return "controller " + index;
    }
    return switch (index) {
      case 0 -> "nothing";
      case VELOCITY -> "velocity";
      case 3 -> "key";
      case 10 -> "key pressure";
      case 13 -> "channel pressure";
      case 14 -> "pitch wheel";
      case 16 -> "pitch wheel range";
      case 127 -> "another modulator";
      default -> "source " + index;
    };
  }

  private static String destinationName(int destination) {
    return (destination & 0x8000) != 0 ? "another modulator" : Generator.name(destination);
  }
}

package modpool.patch;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Programs 0-127 and drum kits 0-127, each a patch or nothing. Immutable.
public final class Bank {
  /// Programs in a bank.
  public static final int PROGRAMS = 128;

  private static final int FAMILY = 8; // General MIDI groups its 128 programs by eight

  private final String name;
  private final Patch[] programs;
  private final Patch[] kits;

  /// @param programs up to 128, null where there is none
  /// @param kits what channel 10 selects from, likewise
  public Bank(String name, Patch[] programs, Patch[] kits) {
    this.name = Objects.requireNonNull(name);
    this.programs = Arrays.copyOf(programs, PROGRAMS);
    this.kits = Arrays.copyOf(kits, PROGRAMS);
  }

  public String name() {
    return name;
  }

  /// The patch of a number, null when there is none.
  public Patch program(int number) {
    return programs[number];
  }

  /// The drum kit of a number, null when there is none.
  public Patch kit(int number) {
    return kits[number];
  }

  /// The programs in the order of their numbers, then the kits.
  public List<Patch> patches() {
    return Stream.of(programs, kits).flatMap(Arrays::stream).filter(Objects::nonNull).toList();
  }

  /// The patch of a number or, in its absence, the nearest of its General MIDI family of eight; the
  /// lower of two equally near. Null when the family is empty.
  public Patch nearestProgram(int number) {
    int family = number / FAMILY * FAMILY;
    for (int distance = 0; distance < FAMILY; distance++) {
      int below = number - distance;
      int above = number + distance;
      if (below >= family && programs[below] != null) {
        return programs[below];
      }
      if (above < family + FAMILY && programs[above] != null) {
        return programs[above];
      }
    }
    return null;
  }

  /// The kit of a number, or that of its family's first number (GS and GM2 variations), or the
  /// lowest there is. Null when the bank has no kits.
  public Patch nearestKit(int number) {
    if (kits[number] != null) {
      return kits[number];
    }
    Patch first = kits[number / FAMILY * FAMILY];
    return first != null ? first : firstIn(kits);
  }

  /// The first there is, or null.
  static Patch firstIn(Patch[] row) {
    for (Patch patch : row) {
      if (patch != null) {
        return patch;
      }
    }
    return null;
  }
}

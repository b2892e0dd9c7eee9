package modpool.midi;

/// Turns ticks of a MIDI file into frames: exact fractions, rounded once, so that nothing drifts.
///
/// Time is counted in units, of which a second has a whole number. It only goes forward; a new
/// performance needs a [#fresh()] one.
final class TickClock {
  private static final int MICROS = 1_000_000;
  static final int DEFAULT_TEMPO_MICROS = 500_000; // 120 quarter notes a minute

  private final String description;
  private final boolean hasTempo;
  private final long unitsPerSecond;
  private long unitsPerTick;
  private long tick;
  private long units;

  private TickClock(String description, boolean hasTempo, long unitsPerSecond, long unitsPerTick) {
    this.description = description;
    this.hasTempo = hasTempo;
    this.unitsPerSecond = unitsPerSecond;
    this.unitsPerTick = unitsPerTick;
  }

  /// Ticks divide a quarter note, whose length is the tempo.
  static TickClock quarters(int ticks) {
    return new TickClock(
        ticks + " ticks per quarter note", true, (long) ticks * MICROS, DEFAULT_TEMPO_MICROS);
  }

  /// Ticks divide a film frame; 29 stands for NTSC's 30000/1001.
  static TickClock smpte(int framesPerSecond, int ticks) {
    boolean ntsc = framesPerSecond == 29;
    String description =
        "%s frames per second of %d ticks".formatted(ntsc ? "29.97" : framesPerSecond, ticks);
    return ntsc
        ? new TickClock(description, false, 30_000L * ticks, 1001)
        : new TickClock(description, false, (long) framesPerSecond * ticks, 1);
  }

  /// The same division at tick 0, with the tempo that files start with.
  TickClock fresh() {
    return new TickClock(
        description, hasTempo, unitsPerSecond, hasTempo ? DEFAULT_TEMPO_MICROS : unitsPerTick);
  }

  /// @param tick not before the last one
  /// @throws ArithmeticException when that is too far to be counted
  void advance(long tick) {
    units = Math.addExact(units, Math.multiplyExact(tick - this.tick, unitsPerTick));
    this.tick = tick;
  }

  /// From here on, a quarter note lasts that long; without quarter notes nothing changes.
  void tempo(int micros) {
    if (hasTempo) {
      unitsPerTick = micros;
    }
  }

  /// Now, to the nearest frame.
  long frame(int rate) {
    long whole = units / unitsPerSecond;
    long rest = units % unitsPerSecond;
    return whole * rate + (2 * rest * rate + unitsPerSecond) / (2 * unitsPerSecond);
  }

  double seconds() {
    return (double) units / unitsPerSecond;
  }

  /// What a tick is, for people.
  String description() {
    return description;
  }
}

package modpool.take;

/// How a MIDI file counts frames: a tick is one, exactly.
///
/// @param division ticks of a quarter note
/// @param tempo microseconds of a quarter note
record TakeTime(int division, int tempo) {
  private static final int MICROS = 1_000_000;
  private static final int MOST_TICKS = 0x7FFF; // 15 bits
  private static final int USUAL_TEMPO = 500_000;

  /// @param rate frames per second
  /// @return null for a rate that no file can count
  static TakeTime of(int rate) {
    int common = greatestDivisor(rate, MICROS);
    int ticks = rate / common;
    int micros = MICROS / common;
    if (ticks > MOST_TICKS) {
      return null;
    }
    for (int tempo = USUAL_TEMPO; tempo >= micros; tempo /= 2) {
      int times = tempo / micros;
      if (tempo % micros == 0 && ticks * times <= MOST_TICKS) {
        return new TakeTime(ticks * times, tempo);
      }
    }
    int times = Math.max(1, Math.min(MOST_TICKS / ticks, USUAL_TEMPO / micros));
    return new TakeTime(ticks * times, micros * times);
  }

  private static int greatestDivisor(int a, int b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }
}

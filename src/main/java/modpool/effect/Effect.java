package modpool.effect;

/// The effects that fingers can hold, with ProTracker's letters.
public enum Effect {
  /// 0xy: the note, x and y semitones above it, tick by tick.
  ARPEGGIO(false),
  /// 1xx: the period falls by xx a tick.
  SLIDE_UP(false),
  /// 2xx: the period rises by xx a tick.
  SLIDE_DOWN(false),
  /// 4xy: speed and depth.
  VIBRATO(false),
  /// 7xy: speed and depth.
  TREMOLO(false),
  /// 9xx: notes begin xx times 256 frames into their sample.
  OFFSET(false),
  /// E9x: the sample begins anew every x ticks.
  RETRIGGER(true),
  /// ECx: notes end after x ticks.
  CUT(true),
  /// EDx: keys act x ticks later.
  DELAY(true),
  /// EFx: frames of the sample's loop are turned upside down, one after another.
  INVERT_LOOP(true);

  private final boolean oneDigit;

  Effect(boolean oneDigit) {
    this.oneDigit = oneDigit;
  }

  /// The tracker's parameter of a value of seven bits: the value itself or, where there is but one
  /// digit, its eighth. 0 is off.
  int parameter(int value) {
    return oneDigit && value > 0 ? Math.max(1, value >> 3) : value;
  }
}

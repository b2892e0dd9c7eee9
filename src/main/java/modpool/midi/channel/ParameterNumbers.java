package modpool.midi.channel;

import modpool.bridge.RenderThread;

/// A channel's registered parameters: which one is selected (controllers 98-101), and what data
/// entry (6, 38) has set each to.
@RenderThread
final class ParameterNumbers {
  /// Range of the pitch wheel: semitones, then cents.
  static final int BEND_RANGE = 0;

  /// No parameter that is known.
  static final int NONE = -1;

  private static final int COUNT = 1;
  private static final int NULL = 0x3FFF;

  private final int[] coarse = new int[COUNT];
  private final int[] fine = new int[COUNT];
  private int selected = NULL;

  ParameterNumbers() {
    coarse[BEND_RANGE] = 2;
  }

  /// Nothing is selected any more; values stay.
  void deselect() {
    selected = NULL;
  }

  void selectLow(int value) {
    selected = selected & 0x3F80 | value;
  }

  void selectHigh(int value) {
    selected = selected & 0x7F | value << 7;
  }

  /// Data entry's first byte. @return the parameter that was set, or [#NONE]
  int enterCoarse(int value) {
    if (selected >= COUNT) {
      return NONE;
    }
    coarse[selected] = value;
    return selected;
  }

  /// Data entry's second byte. @return the parameter that was set, or [#NONE]
  int enterFine(int value) {
    if (selected >= COUNT) {
      return NONE;
    }
    fine[selected] = value;
    return selected;
  }

  int bendRangeCents() {
    return coarse[BEND_RANGE] * 100 + Math.min(fine[BEND_RANGE], 99);
  }
}

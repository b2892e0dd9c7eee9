package modpool.module;

import modpool.module.Module.Tracker;

/// Translates the effects of trackers before ProTracker into ProTracker's.
///
/// The rules are those of 8bitbubsy's ProTracker 2 clone (`pt2_load_mod15.c`, `pt2_load_mod31.c`).
enum OldEffects {
  /// ProTracker and what came after: nothing to do.
  NONE,
  /// Ultimate Soundtracker: 1 is arpeggio, 2 slides both ways.
  ULTIMATE_SOUNDTRACKER,
  /// Its first heirs: D is a volume slide.
  SOUNDTRACKER_2,
  /// Its later heirs: D is a pattern break without a row.
  SOUNDTRACKER_3,
  /// NoiseTracker: D ignores its row, F00 does nothing.
  NOISETRACKER,
  /// StarTrekker: E is something else altogether, and speed ends at 31.
  STARTREKKER;

  /// Only late Soundtrackers take samples beyond 9999 bytes.
  private static final int OLD_SAMPLE_LIMIT = 9999;

  /// The language of a file.
  ///
  /// @param patterns bytes of all patterns, four to a cell
  static OldEffects of(Tracker tracker, ModHeader head, byte[] file, int from, int to) {
    return switch (tracker) {
      case NOISETRACKER -> NOISETRACKER;
      case STARTREKKER -> STARTREKKER;
      case SOUNDTRACKER -> soundtracker(head, file, from, Math.min(to, file.length));
      default -> NONE;
    };
  }

  private static OldEffects soundtracker(ModHeader head, byte[] file, int from, int to) {
    boolean late = head.slots().stream().anyMatch(slot -> slot.length() > OLD_SAMPLE_LIMIT);
    for (int cell = from; cell + 4 <= to; cell += 4) {
      int effect = file[cell + 2] & 0x0F;
      if (effect == 0xF) {
        return SOUNDTRACKER_3;
      }
      late |= effect >= 0xC;
    }
    return late ? SOUNDTRACKER_2 : ULTIMATE_SOUNDTRACKER;
  }

  /// An effect in ProTracker's language.
  ///
  /// @param effect 12 bits as in the file: the number, then two digits of parameter
  int translate(int effect) {
    int number = effect >> 8;
    int parameter = effect & 0xFF;
    return switch (this) {
      case NONE -> effect;
      case ULTIMATE_SOUNDTRACKER -> ultimate(number, parameter);
      case SOUNDTRACKER_2 -> number == 0xD ? 0xA00 | parameter : effect;
      case SOUNDTRACKER_3, NOISETRACKER -> number == 0xD ? 0xD00 : effect == 0xF00 ? 0 : effect;
      case STARTREKKER ->
          number == 0xE ? 0 : number == 0xF ? 0xF00 | Math.min(parameter, 0x1F) : effect;
    };
  }

  private static int ultimate(int number, int parameter) {
    return switch (number) {
      case 1 -> parameter;
      case 2 -> (parameter & 0xF0) != 0 ? 0x200 | parameter >> 4 : 0x100 | parameter;
      default -> number << 8 | parameter;
    };
  }
}

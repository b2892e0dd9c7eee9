package modpool.midi.controller;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;

/// A channel's registered parameters: which one is selected (controllers 98-101), and what data
/// entry (6, 38) and its two steppers (96, 97) have set each to.
///
/// Of the non-registered ones those are known that GS and XG share: the sound controllers by other
/// numbers.
@RenderThread
public final class ParameterNumbers {
  /// Range of the pitch wheel: semitones, then cents.
  public static final int BEND_RANGE = 0;

  public static final int FINE_TUNING = 1;

  /// Semitones from 64.
  public static final int COARSE_TUNING = 2;

  public static final int TUNING_PROGRAM = 3;
  public static final int TUNING_BANK = 4;

  /// Range of the modulation wheel: semitones, then 128ths of one.
  public static final int WHEEL_RANGE = 5;

  /// How many member channels the zone of MIDI Polyphonic Expression has.
  public static final int ZONE = 6;

  /// No parameter that is known.
  public static final int NONE = -1;

  /// A sound controller by its non-registered number: its controller number is added to this.
  public static final int SOUND = 1 << 8;

  /// What an MPE zone's members bend by at first.
  public static final int MEMBER_BEND_SEMITONES = 48;

  private static final int COUNT = 7;
  private static final String[] MSB_NAMES = {
    "bendSemitones",
    "fineTuning",
    "coarseTuning",
    "tuningProgram",
    "tuningBank",
    "wheelSemitones",
    "zoneMembers"
  };
  private static final String[] LSB_NAMES = {
    "bendCents",
    "fineTuningLsb",
    "coarseTuningLsb",
    "tuningProgramLsb",
    "tuningBankLsb",
    "wheelFine",
    "zoneMembersLsb"
  };
  private static final int NULL = 0x3FFF;
  private static final int NON_REGISTERED = 1 << 14;
  private static final int SOUND_NRPN_MSB = 1;

  private final int[] msb = new int[COUNT];
  private final int[] lsb = new int[COUNT];
  private int selected;
  private int soundValue;

  ParameterNumbers() {
    reset();
  }

  /// As at power-up.
  void reset() {
    deselect();
    for (int number = 0; number < COUNT; number++) {
      msb[number] = 0;
      lsb[number] = 0;
    }
    msb[BEND_RANGE] = 2;
    msb[FINE_TUNING] = 64;
    msb[COARSE_TUNING] = 64;
    lsb[WHEEL_RANGE] = 64; // 50 cents, General MIDI level 2
  }

  /// Nothing is selected any more; values stay.
  void deselect() {
    selected = NULL;
  }

  /// @param controller 98-101
  public void select(int controller, int value) {
    int kind = controller < 100 ? NON_REGISTERED : 0;
    int before = (selected & NON_REGISTERED) == kind ? selected : kind | NULL;
    boolean high = (controller & 1) != 0;
    selected = kind | (high ? before & 0x7F | value << 7 : before & 0x3F80 | value);
  }

  /// Data entry's first byte. @return the parameter that was set, or [#NONE]
  public int enterMsb(int value) {
    if (selected < COUNT) {
      msb[selected] = value;
      return selected;
    }
    soundValue = value;
    return (selected & ~0x7F) == (NON_REGISTERED | SOUND_NRPN_MSB << 7)
        ? soundController(selected & 0x7F)
        : NONE;
  }

  private static int soundController(int number) {
    return switch (number) {
      case 0x08 -> SOUND + 76;
      case 0x09 -> SOUND + 77;
      case 0x0A -> SOUND + 78;
      case 0x20 -> SOUND + 74;
      case 0x21 -> SOUND + 71;
      case 0x63 -> SOUND + 73;
      case 0x64 -> SOUND + 75;
      case 0x66 -> SOUND + 72;
      default -> NONE;
    };
  }

  /// What the sound controller was set to.
  public int soundValue() {
    return soundValue;
  }

  /// Data entry's second byte. @return the parameter that was set, or [#NONE]
  public int enterLsb(int value) {
    if (selected >= COUNT) {
      return NONE;
    }
    lsb[selected] = value;
    return selected;
  }

  /// Data increment or decrement: by the smallest unit that the parameter has (MMA RP-018), which
  /// for a bend range is a cent. @return the parameter that was set, or [#NONE]
  public int step(int by) {
    if (selected >= COUNT || selected == ZONE) {
      return NONE;
    }
    int unit =
        switch (selected) {
          case BEND_RANGE -> 100;
          case FINE_TUNING, WHEEL_RANGE -> 128;
          default -> 1;
        };
    int fine = unit == 1 ? 0 : Math.min(lsb[selected], unit - 1);
    int value = Math.max(0, Math.min(128 * unit - 1, msb[selected] * unit + fine + by));
    msb[selected] = value / unit;
    lsb[selected] = unit == 1 ? lsb[selected] : value % unit;
    return selected;
  }

  /// Hands what is set to an imprint, or takes it from there.
  void pass(Imprint state) {
    for (int number = 0; number < COUNT; number++) {
      msb[number] = state.pass(MSB_NAMES[number], 0, 127, msb[number]);
      lsb[number] = state.pass(LSB_NAMES[number], 0, 127, lsb[number]);
    }
    selected = state.pass("parameter", 0, NON_REGISTERED | NULL, selected);
  }

  public void setBendSemitones(int semitones) {
    msb[BEND_RANGE] = semitones;
    lsb[BEND_RANGE] = 0;
  }

  /// All members of a zone bend alike.
  public void takeBendRange(ParameterNumbers from) {
    msb[BEND_RANGE] = from.msb[BEND_RANGE];
    lsb[BEND_RANGE] = from.lsb[BEND_RANGE];
  }

  public int bendRangeCents() {
    return msb[BEND_RANGE] * 100 + Math.min(lsb[BEND_RANGE], 99);
  }

  public double fineCents() {
    return ((msb[FINE_TUNING] << 7 | lsb[FINE_TUNING]) - 8192) * 100.0 / 8192;
  }

  public double coarseCents() {
    return (msb[COARSE_TUNING] - 64) * 100.0;
  }

  public double wheelCents() {
    return msb[WHEEL_RANGE] * 100.0 + lsb[WHEEL_RANGE] * 100.0 / 128;
  }

  /// The chosen tuning's program, 0-127.
  public int tuningProgram() {
    return msb[TUNING_PROGRAM];
  }

  /// The chosen tuning's bank, 0-127.
  public int tuningBank() {
    return msb[TUNING_BANK];
  }

  public int zoneMembers() {
    return Math.min(15, msb[ZONE]);
  }
}

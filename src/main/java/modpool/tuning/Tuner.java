package modpool.tuning;

import java.util.Arrays;
import modpool.bridge.Event;
import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;

/// The tunings that are played: the rack's, the programs that the MIDI Tuning Standard's messages
/// have made of it, which of them each channel has chosen, and what each channel adds in every
/// octave.
///
/// A program is a bank (0-127) and a number (0-127); channels begin with program 0 of bank 0. A key
/// of a program that no message has named lies where the rack's tuning has it. A channel of drums
/// keeps equal temperament until it chooses a program: a scale for a keyboard would move its drums.
@RenderThread
public final class Tuner {
  /// Channels that choose.
  public static final int CHANNELS = 16;

  /// The Standard's resolution: a 14-bit part of a semitone.
  static final int SEMITONE = 1 << 14;

  private static final int OCTAVE = 12;
  private static final int PROGRAMS = 128; // kept at once, of all banks
  private static final int UNTOUCHED = Imprint.UNTOUCHED;
  private static final int NONE = -1;
  private static final double CENTS = 100.0 / SEMITONE;
  private static final String[] OCTAVE_NAMES = {
    "octaveC", "octaveCis", "octaveD", "octaveDis", "octaveE", "octaveF",
    "octaveFis", "octaveG", "octaveGis", "octaveA", "octaveAis", "octaveB"
  };
  private static final int REAL_TIME = 1 << 31;
  private static final int BANK = 24;
  private static final int DETUNE_BITS = 24;

  private final int drums;
  private Tuning tuning = Tuning.EQUAL;
  private final int[] names = new int[PROGRAMS]; // bank and number of those that were made
  private int made;
  private final int[] detunes = new int[PROGRAMS * Tuning.KEYS];
  private final int[] chosen = new int[CHANNELS]; // bank and number
  private final boolean[] tunable = new boolean[CHANNELS];
  private final int[] octaves = new int[CHANNELS * OCTAVE];
  private final KeyTuning[] channels = new KeyTuning[CHANNELS];

  /// @param drums the channel that keeps equal temperament
  public Tuner(int drums) {
    this.drums = drums;
    for (int channel = 0; channel < CHANNELS; channel++) {
      channels[channel] = new KeyTuning(this, channel);
    }
    reset();
  }

  /// The tuning of what no message has tuned, from the next notes on.
  public void setTuning(Tuning next) {
    tuning = next;
  }

  /// What a channel plays in, now and later.
  public KeyTuning of(int channel) {
    return channels[channel];
  }

  /// Forgets all programs and what channels have chosen.
  public void reset() {
    made = 0;
    Arrays.fill(chosen, 0);
    Arrays.fill(octaves, 0);
    Arrays.fill(tunable, true);
    tunable[drums] = false;
  }

  /// A channel plays drums, or melodies.
  public void setDrums(int channel, boolean on) {
    tunable[channel] = !on;
  }

  /// A channel chooses a program within its bank.
  public void choose(int channel, int program) {
    chosen[channel] = chosen[channel] & ~0x7F | program & 0x7F;
    tunable[channel] = true;
  }

  /// A channel chooses another bank and keeps the number of its program.
  public void chooseBank(int channel, int bank) {
    chosen[channel] = (bank & 0x7F) << 7 | chosen[channel] & 0x7F;
    tunable[channel] = true;
  }

  /// The number of the channel's program.
  public int program(int channel) {
    return chosen[channel] & 0x7F;
  }

  /// The bank of the channel's program.
  public int bank(int channel) {
    return chosen[channel] >> 7;
  }

  /// How many cents above equal temperament a channel's key lies; NaN for a key without a sound.
  public double detuneCents(int channel, int key) {
    double octave = octaves[channel * OCTAVE + key % OCTAVE] * CENTS;
    if (!tunable[channel]) {
      return octave;
    }
    int program = find(chosen[channel]);
    int detune = program == NONE ? UNTOUCHED : detunes[program * Tuning.KEYS + key];
    return octave + (detune == UNTOUCHED ? tuning.detuneCents(key) : detune * CENTS);
  }

  /// Acts on [Event#TUNE_KEY] or [Event#TUNE_OCTAVE].
  public void handle(long event) {
    int channel = Event.channel(event);
    int key = Event.key(event) & 0x7F;
    int value = Event.value(event);
    if (Event.kind(event) == Event.TUNE_OCTAVE) {
      if (channel < CHANNELS && key < OCTAVE) {
        octaves[channel * OCTAVE + key] = value >> 1;
      }
      return;
    }
    int program = make((value >>> BANK & 0x7F) << 7 | channel & 0x7F);
    if (program != NONE) {
      detunes[program * Tuning.KEYS + key] =
          value << Integer.SIZE - DETUNE_BITS >> Integer.SIZE - DETUNE_BITS;
    }
  }

  /// True when an event of these kinds moves keys of this channel, and at once: those whose number
  /// leaves the event's key as the rest of a division by [#step].
  public boolean retunes(long event, int channel) {
    int value = Event.value(event);
    if (Event.kind(event) == Event.TUNE_OCTAVE) {
      return (value & 1) != 0 && Event.channel(event) == channel;
    }
    int name = (value >>> BANK & 0x7F) << 7 | Event.channel(event) & 0x7F;
    return value < 0 && tunable[channel] && chosen[channel] == name;
  }

  /// Keys from one that an event moves to the next.
  public int step(long event) {
    return Event.kind(event) == Event.TUNE_OCTAVE ? OCTAVE : Tuning.KEYS;
  }

  /// The value of [Event#TUNE_KEY].
  ///
  /// @param detune from the key's place in equal temperament, in parts of [#SEMITONE]
  static int keyValue(boolean isRealTime, int bank, int detune) {
    return (isRealTime ? REAL_TIME : 0) | bank << BANK | detune & (1 << DETUNE_BITS) - 1;
  }

  /// The value of [Event#TUNE_OCTAVE].
  static int octaveValue(boolean isRealTime, int detune) {
    return detune << 1 | (isRealTime ? 1 : 0);
  }

  /// Hands all that messages have tuned to an imprint, or takes it from there.
  public void pass(Imprint state) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      state.group(1 + channel);
      chosen[channel] = state.pass("tuning", 0, (1 << 14) - 1, chosen[channel]);
      tunable[channel] = state.pass("tuned", tunable[channel]);
      for (int key = 0; key < OCTAVE; key++) {
        int at = channel * OCTAVE + key;
        octaves[at] = state.pass(OCTAVE_NAMES[key], -2 * SEMITONE, 2 * SEMITONE, octaves[at]);
      }
    }
    state.group(Imprint.ALL);
    made = state.pass("tunings", 0, PROGRAMS, made);
    for (int program = 0; program < made; program++) {
      state.group(Imprint.TUNINGS + program);
      names[program] = state.pass("number", 0, (1 << 14) - 1, names[program]);
      for (int key = 0; key < Tuning.KEYS; key++) {
        int at = program * Tuning.KEYS + key;
        detunes[at] = state.pass("key", UNTOUCHED, Imprint.MOST_DETUNE - 1, detunes[at]);
      }
    }
  }

  private int find(int name) {
    for (int program = 0; program < made; program++) {
      if (names[program] == name) {
        return program;
      }
    }
    return NONE;
  }

  /// The place of a program, which may be new; none when there are too many.
  private int make(int name) {
    int program = find(name);
    if (program == NONE && made < PROGRAMS) {
      program = made++;
      names[program] = name;
      Arrays.fill(detunes, program * Tuning.KEYS, (program + 1) * Tuning.KEYS, UNTOUCHED);
    }
    return program;
  }
}

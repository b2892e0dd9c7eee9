package modpool.bridge;

/// An event in one long, beside the long of its frame: kind (8 bits), source (8), channel (8), key
/// or controller (8), value (32). Numbers only, so that sending one makes no garbage.
public final class Event {
  /// A key goes down; value is the velocity, 1-127.
  public static final int NOTE_ON = 1;

  /// A key goes up; value is the release velocity.
  public static final int NOTE_OFF = 2;

  /// Pressure on a key, value 0-127.
  public static final int KEY_PRESSURE = 3;

  /// A controller; its number stands in the key's place.
  public static final int CONTROL = 4;

  /// A program change; value 0-127.
  public static final int PROGRAM = 5;

  /// Pressure on the channel, value 0-127.
  public static final int CHANNEL_PRESSURE = 6;

  /// The pitch wheel, value 0-16383, at rest 8192.
  public static final int BEND = 7;

  /// The event's source has gone: its notes and pedals are released, no others.
  public static final int SOURCE_GONE = 8;

  /// All sound off and all controllers reset, on every channel.
  public static final int PANIC = 9;

  /// Chooses a channel's bank by its whole number, before a program change; value 0-16383.
  public static final int BANK = 11;

  /// The song plays on; value is its generation.
  public static final int SONG_PLAY = 12;

  /// The song stands still; value is its generation.
  public static final int SONG_STOP = 13;

  /// Mutes a track of the song (in the key's place), or not if the channel is 0; value is the
  /// song's generation.
  public static final int SONG_MUTE = 14;

  /// The MIDI sequence plays on from where it stood; value is its number.
  public static final int SEQUENCE_PLAY = 15;

  /// The MIDI sequence stands still; its keys and pedals go up; value is its number.
  public static final int SEQUENCE_STOP = 16;

  /// A pulse of the source's MIDI clock, 24 to a beat.
  public static final int CLOCK = 17;

  /// The source's clock starts from the song's beginning.
  public static final int CLOCK_START = 18;

  /// The source's clock goes on from where it was.
  public static final int CLOCK_CONTINUE = 19;

  /// The source's clock stops.
  public static final int CLOCK_STOP = 20;

  /// Where the source's clock will continue; value is 0-16383, in units of six pulses.
  public static final int CLOCK_POSITION = 21;

  /// The source is there, and will say something at least every 300 ms from now on.
  public static final int ACTIVE_SENSING = 22;

  /// All channels as at power-up; value is whose rules apply, [#RESET_POWER_UP] and its siblings.
  public static final int RESET = 23;

  /// Something of all channels is set: which in the key's place, [#MASTER_VOLUME] and its siblings.
  public static final int MASTER = 24;

  /// The bank and program that a channel goes back to at a reset; value is bank << 7 | program.
  public static final int START_PROGRAM = 25;

  /// A channel plays drums (value 1) or melodies (0).
  public static final int DRUM_PART = 26;

  /// How bank select is read from now on and after a reset; value is the style's number.
  public static final int BANK_STYLE = 27;

  /// Twelve keys of a channel hold effects from now on; value is the lowest, negative for none.
  public static final int EFFECT_KEYS = 28;

  public static final int RESET_POWER_UP = 0;
  public static final int RESET_GM = 1;
  public static final int RESET_GM2 = 2;
  public static final int RESET_GS = 3;
  public static final int RESET_XG = 4;

  /// Value 0-16383.
  public static final int MASTER_VOLUME = 0;

  /// Value 0-16383, in the middle 8192.
  public static final int MASTER_BALANCE = 1;

  /// Value 0-16383, 8192 units to the semitone, at rest 8192.
  public static final int MASTER_FINE = 2;

  /// Value in semitones, at rest 64.
  public static final int MASTER_COARSE = 3;

  /// The song, or the MIDI sequence, plays so much faster or slower from its next tick on; value in
  /// percent, 100 as written. A song that comes later does so too.
  public static final int SONG_TEMPO = 29;

  /// Keys that go down on a channel play the editor's instrument from now on; value is the channel,
  /// negative for none.
  public static final int EDITOR_KEYS = 30;

  /// A key of a tuning program (in the channel's place) moves; what value holds is the tuner's.
  public static final int TUNE_KEY = 40;

  /// A channel's keys of one pitch class (in the key's place) move, in every octave.
  public static final int TUNE_OCTAVE = 41;

  /// All that is set becomes what the imprint says that was laid out: see [Imprints].
  public static final int RECALL = 60;

  /// On a [Tape] only: the renderer has taken a rack; value is its generation.
  public static final int ADOPTED = 61;

  /// On a [Tape] only: events had been lost, and what they left was silenced.
  public static final int LOST = 62;

  /// How many sources can be told apart.
  public static final int SOURCES = 256;

  private Event() {}

  /// Packs an event; each part is cut to its width.
  public static long of(int kind, int source, int channel, int key, int value) {
    return (long) (kind & 0xFF) << 56
        | (long) (source & 0xFF) << 48
        | (long) (channel & 0xFF) << 40
        | (long) (key & 0xFF) << 32
        | value & 0xFFFF_FFFFL;
  }

  public static int kind(long event) {
    return (int) (event >>> 56);
  }

  public static int source(long event) {
    return (int) (event >>> 48) & 0xFF;
  }

  public static int channel(long event) {
    return (int) (event >>> 40) & 0xFF;
  }

  public static int key(long event) {
    return (int) (event >>> 32) & 0xFF;
  }

  public static int value(long event) {
    return (int) event;
  }
}

package modpool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import modpool.control.Control;
import modpool.control.Setup;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.Sharing;
import modpool.io.file.Content;
import modpool.tuning.ScalaReader;

/// How to open a [Modpool]. Each method sets one thing and gives the settings back; `Modpool.open`
/// reads them once. Not for two threads.
public final class Settings {
  /// How samples are read between their frames.
  public enum Interpolation {
    NEAREST,
    LINEAR,
    CUBIC,
    SINC
  }

  /// Whose sound is wanted.
  public enum Machine {
    /// No machine's in particular.
    CLEAN,
    /// That of an Amiga 500: samples are staircases, and its filters dull them.
    A500,
    /// That of an Amiga 1200: staircases, and hardly a filter.
    A1200
  }

  /// What the two bytes of bank select mean.
  public enum BankSelect {
    /// Both together as 14 bits or, without such a bank, the first alone.
    ANY,
    /// The first byte is the bank.
    GS,
    /// The second byte is the bank; 126 and 127 as the first choose drum kits.
    XG,
    /// Both together as 14 bits.
    MMA,
    /// The second byte is the bank after 121; 120 as the first chooses drum kits.
    GM2
  }

  /// What plays a channel.
  public enum Instruments {
    /// Four voices lent by the shared pool.
    POOLED,
    /// A worklet of its own.
    DEDICATED,
    /// Mixes its samples itself: no envelopes, LFOs or filters.
    SIMPLE
  }

  private int rate = 48_000;
  private int blockFrames = 64;
  private Interpolation interpolation = Interpolation.CUBIC;
  private Machine machine = Machine.CLEAN;
  private Instruments instruments; // null: as the two flags say
  private boolean workletPooling = true;
  private boolean simplifiedModInstruments;
  private double gainDb;
  private int separation = 100;
  private boolean limiter;
  private int transpose;
  private double tuneCents;
  private int velocityCurve;
  private BankSelect bankSelect = BankSelect.ANY;
  private int deviceId = 16; // Roland's "17"; XG's device 1 is 16 too, in four bits
  private int channels = 0xFFFF;
  private int mutedChannels;
  private final Map<Integer, Integer> effectKeys = new HashMap<>();
  private boolean authentic;
  private boolean lend;
  private final Map<Integer, Integer> voices = new HashMap<>();
  private final Map<Integer, Setup.Start> programs = new HashMap<>();
  final List<Path> banks = new ArrayList<>();
  private Path scale; // null: equal temperament
  private Path keyMap;
  Path userBank;

  /// Output frames per second, 8000-192000; 48000 unless set.
  public Settings rate(int hz) {
    rate = within("rate", hz, Control.MIN_RATE, Control.MAX_RATE);
    return this;
  }

  /// Frames of the output's blocks, 1-8192: live events sound one block after they happen. 64
  /// unless set. What is rendered does not depend on it.
  public Settings blockFrames(int frames) {
    blockFrames = within("block", frames, 1, Control.MAX_BLOCK);
    return this;
  }

  /// For presets that do not say how they are read. Cubic unless set. An Amiga has its own way,
  /// whatever is set or said.
  public Settings interpolation(Interpolation kind) {
    interpolation = kind;
    return this;
  }

  /// Clean unless set.
  public Settings machine(Machine kind) {
    machine = kind;
    return this;
  }

  /// What plays channels and songs; unless set, as [#useWorkletPooling] and
  /// [#useSimplifiedModInstruments] say: pooled.
  public Settings instruments(Instruments kind) {
    instruments = kind;
    return this;
  }

  /// Whether instruments share worklets where [#instruments] does not say; true unless set.
  public Settings useWorkletPooling(boolean on) {
    workletPooling = on;
    return this;
  }

  /// Whether instruments do without worklets where [#instruments] does not say; false unless set.
  /// It goes before [#useWorkletPooling].
  public Settings useSimplifiedModInstruments(boolean on) {
    simplifiedModInstruments = on;
    return this;
  }

  private Instruments instruments() {
    if (instruments != null) {
      return instruments;
    }
    if (simplifiedModInstruments) {
      return Instruments.SIMPLE;
    }
    return workletPooling ? Instruments.POOLED : Instruments.DEDICATED;
  }

  /// Gain of everything over the headroom of -12 dB, -60 to 24 dB.
  public Settings gainDb(double dB) {
    gainDb = within("gain", dB, -60, 24);
    return this;
  }

  /// Stereo width: 0 is mono, 100 as panned.
  public Settings separation(int percent) {
    separation = within("separation", percent, 0, 100);
    return this;
  }

  /// Whether a limiter follows the mix; off unless set.
  public Settings limiter(boolean on) {
    limiter = on;
    return this;
  }

  /// Keys by which received notes are moved, -48 to 48.
  public Settings transpose(int keys) {
    transpose = within("transpose", keys, -48, 48);
    return this;
  }

  /// Tuning of everything, -100 to 100 cents.
  public Settings tuneCents(double cents) {
    tuneCents = within("tune", cents, -100, 100);
    return this;
  }

  /// A Scala scale, `.scl`: which pitches the keys have. Equal temperament unless set.
  public Settings scale(Path file) {
    scale = file;
    return this;
  }

  /// A Scala keyboard map, `.kbm`: how the scale, or equal temperament, lies on the keys. Unless
  /// set, the first note is middle C at 261.63 Hz, and each key a step.
  public Settings keyMap(Path file) {
    keyMap = file;
    return this;
  }

  /// Above 0 a soft touch is louder, below it quieter; -100 to 100.
  public Settings velocityCurve(int curve) {
    velocityCurve = within("velocity-curve", curve, -100, 100);
    return this;
  }

  /// How bank select is read; any unless set. A GM2, GS or XG reset changes it, other resets change
  /// it back.
  public Settings bankSelect(BankSelect style) {
    bankSelect = style;
    return this;
  }

  /// Number by which system exclusive messages may address it, besides those for all devices;
  /// 0-126, 16 unless set.
  public Settings deviceId(int number) {
    deviceId = within("device-id", number, 0, 126);
    return this;
  }

  /// Voices of a channel.
  ///
  /// @param channel 1-16
  /// @param count 1-16; 4 unless set
  public Settings voices(int channel, int count) {
    within("channel", channel, 1, 16);
    voices.put(channel - 1, within("voices", count, 1, 16));
    return this;
  }

  /// Lets twelve keys of a channel hold a tracker's effects in place of notes, as strongly as they
  /// are struck, from the lowest up in the order of controllers 102-111.
  ///
  /// @param channel 1-16
  /// @param lowestKey 0-116
  public Settings effectKeys(int channel, int lowestKey) {
    within("channel", channel, 1, 16);
    effectKeys.put(channel - 1, within("effect-keys", lowestKey, 0, 116));
    return this;
  }

  /// Whether all channels together have only an Amiga's four voices, hard left, right, right and
  /// left, which cut as an Amiga cuts; off unless set. A song keeps its own tracks.
  public Settings authentic(boolean on) {
    authentic = on;
    return this;
  }

  /// Whether a channel whose voices are all busy borrows those that are idle elsewhere; they are
  /// given back the moment their owner needs them. Off unless set, and where all share four.
  public Settings lend(boolean on) {
    lend = on;
    return this;
  }

  /// Program of a channel at the start.
  ///
  /// @param channel 1-16
  /// @param bank 0-16383, in the order of [#bank]
  /// @param program 0-127
  public Settings program(int channel, int bank, int program) {
    within("channel", channel, 1, 16);
    programs.put(
        channel - 1,
        new Setup.Start(within("bank", bank, 0, 16_383), within("program", program, 0, 127)));
    return this;
  }

  /// Adds a bank: a folder with a `bank.json`, such a file, or a module. The first is bank 0;
  /// without any, the factory bank is.
  public Settings bank(Path path) {
    banks.add(path);
    return this;
  }

  /// A bank of the user's own, number 108: a `bank.json`, which may also come later. None unless
  /// set. It stands in for no other bank's programs.
  public Settings userBank(Path file) {
    userBank = file;
    return this;
  }

  /// Opens only these channels, a bit each from channel 1 on; all unless set.
  public Settings channels(int mask) {
    channels = mask & 0xFFFF;
    return this;
  }

  /// Mutes these channels, a bit each from channel 1 on.
  public Settings mute(int mask) {
    mutedChannels = mask & 0xFFFF;
    return this;
  }

  /// What was set, as it is opened.
  ///
  /// @throws IOException when the scale or the keyboard map cannot be read
  Setup setup() throws IOException {
    return new Setup(
        rate,
        blockFrames,
        modpool.dsp.Interpolation.valueOf(interpolation.name()),
        modpool.dsp.Machine.valueOf(machine.name()),
        InstrumentFactory.Kind.valueOf(instruments().name()),
        gainDb,
        separation,
        limiter,
        transpose,
        tuneCents,
        ScalaReader.read(scale, keyMap),
        scale == null ? null : Content.of(scale),
        keyMap == null ? null : Content.of(keyMap),
        velocityCurve,
        modpool.midi.channel.BankSelect.valueOf(bankSelect.name()),
        deviceId,
        channels,
        mutedChannels,
        authentic ? Sharing.Kind.FOUR : lend ? Sharing.Kind.LENT : Sharing.Kind.NONE,
        voices,
        programs,
        effectKeys);
  }

  private static int within(String what, int value, int low, int high) {
    return Control.within(what, value, low, high);
  }

  private static double within(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(what + " must be " + low + " to " + high + ": " + value);
    }
    return value;
  }
}

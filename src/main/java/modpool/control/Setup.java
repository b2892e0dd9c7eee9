package modpool.control;

import java.util.Map;
import modpool.bridge.Meters;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.dsp.Pitch;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.Sharing;
import modpool.io.file.Content;
import modpool.midi.InputCurve;
import modpool.midi.channel.BankSelect;
import modpool.midi.channel.Channels;
import modpool.patch.ProgramTable;
import modpool.render.MixSettings;
import modpool.render.RackBuilder;
import modpool.tuning.Tuning;
import modpool.worklet.EngineSettings;
import modpool.worklet.WorkletPool;

/// How an instrument is opened, as checked by those who ask for it. Immutable.
///
/// @param rate output frames per second
/// @param blockFrames frames of the output's blocks
/// @param instruments what plays channels and songs
/// @param gainDb over the headroom
/// @param separation stereo width in percent
/// @param transpose keys by which received notes are moved
/// @param tuneCents tuning of everything
/// @param tuning where the keys lie
/// @param scale the Scala scale that this is of; null: none
/// @param keyMap a Scala keyboard map, also for scales that are read later; null: none
/// @param velocityCurve above 0 a soft touch is louder
/// @param bankSelect what the bytes of bank select mean
/// @param deviceId by which system exclusive messages may address it
/// @param channels those that are opened, a bit each
/// @param mutedChannels likewise
/// @param sharing how channels share voices
/// @param voices by channel (0-15), where it is not the usual number
/// @param programs by channel (0-15)
/// @param effectKeys lowest of twelve keys that hold effects, by channel (0-15)
public record Setup(
    int rate,
    int blockFrames,
    Interpolation interpolation,
    Machine machine,
    InstrumentFactory.Kind instruments,
    double gainDb,
    int separation,
    boolean limiter,
    int transpose,
    double tuneCents,
    Tuning tuning,
    Content scale,
    Content keyMap,
    int velocityCurve,
    BankSelect bankSelect,
    int deviceId,
    int channels,
    int mutedChannels,
    Sharing.Kind sharing,
    Map<Integer, Integer> voices,
    Map<Integer, Start> programs,
    Map<Integer, Integer> effectKeys) {
  /// Room for as many voices as play at once.
  static final double HEADROOM_DB = -12;

  /// A program of a channel at the start.
  ///
  /// @param bank 0-16383
  /// @param program 0-127
  public record Start(int bank, int program) {}

  public Setup {
    voices = Map.copyOf(voices);
    programs = Map.copyOf(programs);
    effectKeys = Map.copyOf(effectKeys);
  }

  InputCurve curve() {
    return new InputCurve(transpose, velocityCurve);
  }

  /// What engines need to know, at a rate that may be another by now.
  EngineSettings engine(int hz) {
    boolean cutsHard = machine.isAmiga() || sharing == Sharing.Kind.FOUR;
    return EngineSettings.of(hz, interpolation, machine, cutsHard);
  }

  /// The channels that are opened, as a rack that is still to be published.
  ///
  /// @param programs what they choose from
  RackBuilder racks(Meters meters, ProgramTable programs) {
    RackBuilder racks = new RackBuilder(engine(rate), instruments, meters, programs, tuneCents);
    racks.share(sharing);
    racks.setTuning(tuning);
    for (int channel = 0; channel < Channels.COUNT; channel++) {
      if ((channels & 1 << channel) != 0) {
        racks.openChannel(channel, voices.getOrDefault(channel, WorkletPool.DEFAULT_VOICES));
        racks.setMuted(channel, (mutedChannels & 1 << channel) != 0);
      }
    }
    return racks;
  }

  /// What the mixer needs to know, likewise.
  MixSettings mix(int hz) {
    float gain = (float) Pitch.gain(HEADROOM_DB + gainDb);
    return new MixSettings(hz, gain, separation / 100f, limiter, machine);
  }
}

package modpool;

import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.dsp.Pitch;
import modpool.render.MixSettings;
import modpool.worklet.EngineSettings;

/// Those settings that mean something only together with a rate. Immutable.
record RatedSettings(
    Interpolation interpolation, Machine machine, float gain, float separation, boolean limited) {
  /// Room for as many voices as play at once.
  static final double HEADROOM_DB = -12;

  static RatedSettings of(Settings settings) {
    return new RatedSettings(
        Interpolation.valueOf(settings.interpolation.name()),
        Machine.valueOf(settings.machine.name()),
        (float) Pitch.gain(HEADROOM_DB + settings.gainDb),
        settings.separation / 100f,
        settings.limiter);
  }

  EngineSettings engine(int rate) {
    return EngineSettings.of(rate, interpolation, machine);
  }

  MixSettings mix(int rate) {
    return new MixSettings(rate, gain, separation, limited, machine);
  }
}

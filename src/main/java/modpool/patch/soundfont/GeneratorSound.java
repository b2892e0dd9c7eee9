package modpool.patch.soundfont;

import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.patch.Sound;
import modpool.patch.foreign.SoundDraft;
import modpool.patch.foreign.Unmapped;

/// What a zone's generators mean in this program.
///
/// Envelopes of a SoundFont fall by 100 dB in the time they give, those here by 60 dB; and a decay
/// here nears its sustain level like a capacitor, so its time is chosen for the same slope at its
/// beginning.
final class GeneratorSound {
  private static final int NO_TIME = -12_000; // 1 ms: the least that the format calls a time
  private static final double KEY_0_HZ = 8.176; // absolute cents count from key 0
  private static final int OPEN_CUTOFF = 13_500;
  private static final double OF_100_DB = 0.6;

  /// The EMU8000 attenuated by this share of what the generator says, and SoundFonts are made by
  /// ear: FluidSynth does the same.
  private static final double ATTENUATION = 0.4;

  private final GeneratorSet set;
  private final Unmapped unmapped;

  private GeneratorSound(GeneratorSet set, Unmapped unmapped) {
    this.set = set;
    this.unmapped = unmapped;
  }

  /// @param stereo the sound of a pair of samples, which stands in the middle
  /// @param unmapped gets what is not played
  static Sound of(GeneratorSet set, boolean stereo, Unmapped unmapped) {
    return new GeneratorSound(set, unmapped).sound(stereo);
  }

  private Sound sound(boolean stereo) {
    tellUnmapped();
    set.modulators().tell(unmapped);
    Filter filter = filter();
    // Two samples hard left and right are each as loud as one in the middle and 3 dB.
    double pair = stereo ? 10 * Math.log10(2) : 0;
    double closed = filter.cutoffHz() < Filter.OPEN_HZ ? filter.resonanceDb() / 2 : 0;
    SoundDraft draft =
        new SoundDraft()
            .pan(stereo ? 0 : set.get(Generator.PAN) / 500.0)
            .filter(filter)
            .amplitude(amplitude())
            .modulation(
                modulation(),
                set.get(Generator.MOD_ENV_TO_PITCH),
                set.get(Generator.MOD_ENV_TO_CUTOFF))
            .lfo1(vibrato())
            .lfo2(modulationLfo());
    double db = pair - closed - ATTENUATION * Math.max(0, set.get(Generator.ATTENUATION)) / 10;
    draft.keyTrackCents(set.get(Generator.KEY) >= 0 ? 0 : set.get(Generator.SCALE_TUNING));
    int velocity = set.get(Generator.VELOCITY);
    if (velocity >= 1 && velocity <= 127) {
      draft.velocityTracking(0).gainDb(db + 40 * Math.log10(velocity / 127.0));
    } else {
      draft.velocityTracking(set.modulators().velocityTracking()).gainDb(db);
    }
    return draft.toSound();
  }

  private void tellUnmapped() {
    for (int generator : new int[] {Generator.CHORUS, Generator.REVERB}) {
      if (set.get(generator) > 0) {
        unmapped.add(Generator.name(generator));
      }
    }
    if (set.get(Generator.SAMPLE_MODES) == 3) {
      unmapped.add("sampleModes 3: a loop that ends with the key goes on");
    }
    for (int generator :
        new int[] {
          Generator.KEY_TO_MOD_ENV_HOLD,
          Generator.KEY_TO_MOD_ENV_DECAY,
          Generator.KEY_TO_VOL_ENV_HOLD,
          Generator.KEY_TO_VOL_ENV_DECAY
        }) {
      if (set.get(generator) != 0) {
        unmapped.add(Generator.name(generator) + ": as at the middle of each zone");
      }
    }
  }

  private Filter filter() {
    int base = set.get(Generator.FILTER_CUTOFF) + set.modulators().cutoffCents(false);
    int byVelocity = set.modulators().cutoffCents(true) - set.modulators().cutoffCents(false);
    double hz = base >= OPEN_CUTOFF ? Filter.OPEN_HZ : hz(base);
    return new Filter(hz, Math.max(0, set.get(Generator.FILTER_Q)) / 10.0, 0, byVelocity);
  }

  private Envelope amplitude() {
    int at = Generator.VOL_ENV_DELAY;
    int attenuation = Math.max(0, set.get(at + 4)); // in tenths of a dB
    double sustain = attenuation >= 960 ? 0 : Math.pow(10, -attenuation / 200.0);
    double decay = ms(set.get(at + 3) + byKey(Generator.KEY_TO_VOL_ENV_DECAY));
    return new Envelope(
        ms(set.get(at)),
        ms(set.get(at + 1)),
        ms(set.get(at + 2) + byKey(Generator.KEY_TO_VOL_ENV_HOLD)),
        OF_100_DB * decay * (1 - sustain),
        sustain,
        OF_100_DB * ms(set.get(at + 5)));
  }

  private Envelope modulation() {
    int at = Generator.MOD_ENV_DELAY;
    double sustain = 1 - Math.clamp(set.get(at + 4), 0, 1000) / 1000.0;
    double decay = ms(set.get(at + 3) + byKey(Generator.KEY_TO_MOD_ENV_DECAY));
    return new Envelope(
        ms(set.get(at)),
        ms(set.get(at + 1)),
        ms(set.get(at + 2) + byKey(Generator.KEY_TO_MOD_ENV_HOLD)),
        decay * (1 - sustain),
        sustain,
        ms(set.get(at + 5)));
  }

  private Lfo vibrato() {
    return new Lfo(
        Lfo.Shape.TRIANGLE,
        hz(set.get(Generator.VIB_LFO_RATE)),
        ms(set.get(Generator.VIB_LFO_DELAY)),
        0,
        set.get(Generator.VIB_LFO_TO_PITCH),
        0,
        0);
  }

  private Lfo modulationLfo() {
    return new Lfo(
        Lfo.Shape.TRIANGLE,
        hz(set.get(Generator.MOD_LFO_RATE)),
        ms(set.get(Generator.MOD_LFO_DELAY)),
        0,
        set.get(Generator.MOD_LFO_TO_PITCH),
        set.get(Generator.MOD_LFO_TO_CUTOFF),
        set.get(Generator.MOD_LFO_TO_VOLUME) / 10.0);
  }

  /// What a key of the middle of the zone adds to a time, in cents of time.
  private int byKey(int generator) {
    int middle = (set.low(Generator.KEY_RANGE) + set.high(Generator.KEY_RANGE)) / 2;
    return set.get(generator) * (60 - middle);
  }

  private static double ms(int timecents) {
    return timecents <= NO_TIME ? 0 : 1000 * Math.pow(2, timecents / 1200.0);
  }

  private static double hz(int cents) {
    return KEY_0_HZ * Math.pow(2, cents / 1200.0);
  }
}

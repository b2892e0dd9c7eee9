package modpool.patch.soundfont;

/// The generators of SoundFont 2.04 (E-mu Systems, 1996-2006, section 8.1), by their numbers.
final class Generator {
  static final int COUNT = 61;

  static final int START_OFFSET = 0;
  static final int END_OFFSET = 1;
  static final int LOOP_START_OFFSET = 2;
  static final int LOOP_END_OFFSET = 3;
  static final int START_COARSE = 4;
  static final int MOD_LFO_TO_PITCH = 5;
  static final int VIB_LFO_TO_PITCH = 6;
  static final int MOD_ENV_TO_PITCH = 7;
  static final int FILTER_CUTOFF = 8;
  static final int FILTER_Q = 9;
  static final int MOD_LFO_TO_CUTOFF = 10;
  static final int MOD_ENV_TO_CUTOFF = 11;
  static final int END_COARSE = 12;
  static final int MOD_LFO_TO_VOLUME = 13;
  static final int CHORUS = 15;
  static final int REVERB = 16;
  static final int PAN = 17;
  static final int MOD_LFO_DELAY = 21;
  static final int MOD_LFO_RATE = 22;
  static final int VIB_LFO_DELAY = 23;
  static final int VIB_LFO_RATE = 24;
  static final int MOD_ENV_DELAY = 25; // then attack, hold, decay, sustain, release
  static final int KEY_TO_MOD_ENV_HOLD = 31;
  static final int KEY_TO_MOD_ENV_DECAY = 32;
  static final int VOL_ENV_DELAY = 33; // likewise
  static final int KEY_TO_VOL_ENV_HOLD = 39;
  static final int KEY_TO_VOL_ENV_DECAY = 40;
  static final int INSTRUMENT = 41;
  static final int KEY_RANGE = 43;
  static final int VELOCITY_RANGE = 44;
  static final int LOOP_START_COARSE = 45;
  static final int KEY = 46;
  static final int VELOCITY = 47;
  static final int ATTENUATION = 48;
  static final int LOOP_END_COARSE = 50;
  static final int COARSE_TUNE = 51;
  static final int FINE_TUNE = 52;
  static final int SAMPLE = 53;
  static final int SAMPLE_MODES = 54;
  static final int SCALE_TUNING = 56;
  static final int EXCLUSIVE_CLASS = 57;
  static final int ROOT_KEY = 58;

  private static final String[] NAMES = {
    "startAddrsOffset",
    "endAddrsOffset",
    "startloopAddrsOffset",
    "endloopAddrsOffset",
    "startAddrsCoarseOffset",
    "modLfoToPitch",
    "vibLfoToPitch",
    "modEnvToPitch",
    "initialFilterFc",
    "initialFilterQ",
    "modLfoToFilterFc",
    "modEnvToFilterFc",
    "endAddrsCoarseOffset",
    "modLfoToVolume",
    "unused1",
    "chorusEffectsSend",
    "reverbEffectsSend",
    "pan",
    "unused2",
    "unused3",
    "unused4",
    "delayModLFO",
    "freqModLFO",
    "delayVibLFO",
    "freqVibLFO",
    "delayModEnv",
    "attackModEnv",
    "holdModEnv",
    "decayModEnv",
    "sustainModEnv",
    "releaseModEnv",
    "keynumToModEnvHold",
    "keynumToModEnvDecay",
    "delayVolEnv",
    "attackVolEnv",
    "holdVolEnv",
    "decayVolEnv",
    "sustainVolEnv",
    "releaseVolEnv",
    "keynumToVolEnvHold",
    "keynumToVolEnvDecay",
    "instrument",
    "reserved1",
    "keyRange",
    "velRange",
    "startloopAddrsCoarseOffset",
    "keynum",
    "velocity",
    "initialAttenuation",
    "reserved2",
    "endloopAddrsCoarseOffset",
    "coarseTune",
    "fineTune",
    "sampleID",
    "sampleModes",
    "reserved3",
    "scaleTuning",
    "exclusiveClass",
    "overridingRootKey",
    "unused5",
    "endOper"
  };

  private Generator() {}

  /// What the specification calls it.
  static String name(int number) {
    return number < NAMES.length ? NAMES[number] : "generator " + number;
  }

  /// What holds where no zone says anything.
  static int standard(int number) {
    return switch (number) {
      case FILTER_CUTOFF -> 13_500;
      case MOD_LFO_DELAY, VIB_LFO_DELAY -> -12_000;
      case SCALE_TUNING -> 100;
      case KEY, VELOCITY, ROOT_KEY -> -1;
      default -> {
        boolean time =
            number >= MOD_ENV_DELAY && number < MOD_ENV_DELAY + 6 && number != MOD_ENV_DELAY + 4
                || number >= VOL_ENV_DELAY
                    && number < VOL_ENV_DELAY + 6
                    && number != VOL_ENV_DELAY + 4;
        yield time ? -12_000 : 0;
      }
    };
  }

  /// True for those that only an instrument may give: about the sample and how it is begun.
  static boolean isForInstrumentsOnly(int number) {
    return switch (number) {
      case START_OFFSET,
          END_OFFSET,
          LOOP_START_OFFSET,
          LOOP_END_OFFSET,
          START_COARSE,
          END_COARSE,
          LOOP_START_COARSE,
          LOOP_END_COARSE,
          KEY,
          VELOCITY,
          SAMPLE,
          SAMPLE_MODES,
          EXCLUSIVE_CLASS,
          ROOT_KEY ->
          true;
      default -> false;
    };
  }
}

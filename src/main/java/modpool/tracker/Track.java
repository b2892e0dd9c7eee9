package modpool.tracker;

import modpool.bridge.RenderThread;
import modpool.module.ModuleSample;

/// The state of one track: its cell, its note, what its effects remember, and what it told Paula.
///
/// Numbers wrap where ProTracker's do: periods are signed 16-bit words.
@RenderThread
final class Track {
  static final int UNPANNED = -1; // the format's own place for the track

  private static final int FINETUNE_MASK = 0xF;

  final int index;

  // The cell of the present row.
  int note;
  int effect;
  int parameter;

  // The sample, as the last sample number left it. Frames.
  int sample;
  int startFrame; // moved by effect 9
  int length; // of the first pass
  int loopStart;
  int loopLength;
  int finetune; // 0..15, see PeriodTable

  // The note.
  int period;
  int volume;

  // Tone portamento.
  int target; // 0: none
  boolean targetIsAbove; // in pitch
  int portamentoSpeed;
  boolean glissando;

  // Vibrato and tremolo. Positions run 0..255, waves are those of Oscillation.
  int vibratoSpeed;
  int vibratoDepth;
  int vibratoPosition;
  int vibratoWave;
  int tremoloSpeed;
  int tremoloDepth;
  int tremoloPosition;
  int tremoloWave;

  int panning = UNPANNED; // 0 left to 255 right

  // Other memories.
  int offset;
  int loopRow;
  int loopCount;
  int invertSpeed;
  int invertProgress;
  int invertFrame;

  // What Paula has been told, and whether she started a sample in this tick.
  int soundingPeriod;
  int soundingVolume;
  boolean started;
  int startedAt;
  int startedUntil;

  Track(int index) {
    this.index = index;
  }

  /// A sample number in a cell: its sample, with finetune and volume, awaits the next note.
  void take(int number, ModuleSample of) {
    sample = number;
    startFrame = 0;
    finetune = of.finetune() & FINETUNE_MASK;
    volume = of.volume();
    loopStart = of.loopStart();
    loopLength = of.isLooped() ? of.loopLength() : Paula.WORD;
    // ProTracker, PlayVoice: a loop from the first frame leaves the sample its whole length.
    length = loopStart > 0 ? loopStart + loopLength : of.length();
    invertFrame = loopStart;
  }

  /// Paula starts the sample from its beginning.
  void start() {
    started = true;
    startedAt = startFrame;
    startedUntil = startFrame + length;
  }

  /// Effect 9: the beginning moves on, for good. Beyond the end only a word is left of the first
  /// pass, and the loop follows.
  void skip(int frames) {
    if (frames < length) {
      startFrame += frames;
      length -= frames;
    } else {
      length = Paula.WORD;
    }
  }

  /// Sets the period as a signed word.
  void setPeriod(int value) {
    period = (short) value;
  }

  /// Paula's period register: what sounds, for this tick or longer.
  void sound(int registerPeriod) {
    soundingPeriod = registerPeriod & 0xFFFF;
  }

  /// Paula's volume register.
  void loudness(int registerVolume) {
    soundingVolume = Math.min(registerVolume & 0x7F, 64);
  }

  /// Adds to the volume within 0..64.
  void changeVolume(int by) {
    volume = Math.clamp((long) volume + by, 0, 64);
  }

  boolean hasEmptyCell() {
    return note == 0 && hasNoEffect();
  }

  boolean hasNoEffect() {
    return effect == 0 && parameter == 0;
  }

  /// The parameter's first digit.
  int high() {
    return parameter >> 4;
  }

  /// The parameter's second digit.
  int low() {
    return parameter & 0xF;
  }

  /// True for extended effect E`digit`.
  boolean isExtended(int digit) {
    return effect == 0xE && high() == digit;
  }
}

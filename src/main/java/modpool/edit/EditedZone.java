package modpool.edit;

import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.Zone;

/// A zone of a patch that is edited. Immutable; what does not fit is moved to where it does.
///
/// @param trigger when it sounds
/// @param rootKey the key at which the sample plays at its own rate
/// @param tuneCents fine tuning, an octave at most
/// @param startFrame where in the sample a note begins
/// @param sound how it is played
public record EditedZone(
    Trigger trigger,
    EditedSample sample,
    int rootKey,
    double tuneCents,
    int startFrame,
    Sound sound) {
  /// How far a zone is tuned at most, in cents.
  public static final double MOST_TUNE_CENTS = 1200;

  private static final int LAST_KEY = 127;

  public EditedZone {
    rootKey = Math.clamp(rootKey, 0, LAST_KEY);
    tuneCents = PresetNumbers.within(tuneCents, -MOST_TUNE_CENTS, MOST_TUNE_CENTS);
    startFrame = Math.clamp(startFrame, 0, Math.max(0, sample.playedEnd() - 1));
    sound = PresetNumbers.of(sound);
    boolean neverEnds = sound.oneShot() && sample.loop() != Loop.NONE;
    sound = neverEnds ? sound.withOneShot(false) : sound;
  }

  /// The same at other keys and velocities.
  public EditedZone withTrigger(Trigger other) {
    return new EditedZone(other, sample, rootKey, tuneCents, startFrame, sound);
  }

  public EditedZone withSample(EditedSample other) {
    return new EditedZone(trigger, other, rootKey, tuneCents, startFrame, sound);
  }

  public EditedZone withTuning(int key, double cents) {
    return new EditedZone(trigger, sample, key, cents, startFrame, sound);
  }

  public EditedZone withStart(int frame) {
    return new EditedZone(trigger, sample, rootKey, tuneCents, frame, sound);
  }

  public EditedZone withSound(Sound other) {
    return new EditedZone(trigger, sample, rootKey, tuneCents, startFrame, other);
  }

  /// Whether any of its waveform is never played.
  public boolean hasUnplayed() {
    return sample.firstKept(startFrame) > 0 || sample.playedEnd() < sample.wave().length();
  }

  /// Without what is never played of its waveform.
  public EditedZone trimmed() {
    EditedSample shorter = sample.trimmed(startFrame);
    int cut = sample.firstKept(startFrame);
    return new EditedZone(trigger, shorter, rootKey, tuneCents, startFrame - cut, sound);
  }

  Zone toZone() {
    return new Zone(trigger, sample.sample(), rootKey, tuneCents, startFrame, sound);
  }
}

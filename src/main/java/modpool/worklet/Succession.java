package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Fade;
import modpool.patch.Sound;
import modpool.patch.Zone;

/// How a note that sounds goes on as another zone's: what an editor does to keys that are held
/// while it moves something. Place in the waveform, envelopes and oscillators go on from where they
/// are.
@RenderThread
final class Succession {
  private final EngineSettings settings;
  private final Lanes lanes;
  private final Fade fade;
  private final double framesPerMs;

  Succession(EngineSettings settings, Lanes lanes) {
    this.settings = settings;
    this.lanes = lanes;
    fade = settings.fade();
    framesPerMs = settings.rate() / 1000.0;
  }

  /// Whether the next zone's wave does not go on where that of the lane is.
  boolean isAnother(int lane, Zone next) {
    return lanes.zone[lane].sample() != next.sample()
        || lanes.kernel[lane] != settings.interpolationOf(next.sound())
        || next.isFiltered() && !lanes.filtered[lane];
  }

  /// Whether the next zone only begins elsewhere in its sample, and the lane's key is held.
  boolean restarts(int lane, Zone next) {
    Zone past = lanes.zone[lane];
    return past.sample() == next.sample()
        && past.startFrame() != next.startFrame()
        && !lanes.amplitude.isReleased(lane);
  }

  void follow(int lane, Zone next) {
    Zone past = lanes.zone[lane];
    Sound sound = next.sound();
    Controls controls = lanes.controls[lane];
    Tone tone = controls.tone();
    lanes.zone[lane] = next;
    lanes.kernel[lane] = settings.interpolationOf(sound);
    lanes.phase[lane] = next.sample().phaseFrom(past.sample(), lanes.phase[lane]);
    lanes.ratioCents[lane] = Double.NaN;
    lanes.gain[lane] = controls.startGain(sound, lanes.velocity[lane]);
    lanes.lfoDelay[lane] = tone.vibratoDelayMs(sound.lfo1().delayMs()) * framesPerMs;
    lanes.amplitude.follow(
        lane,
        sound.amplitude(),
        tone.attackMs(sound.amplitude().attackMs()),
        tone.decayMs(sound.amplitude().decayMs()));
    lanes.modulation.follow(
        lane, sound.modulation(), sound.modulation().attackMs(), sound.modulation().decayMs());
    if (next.isFiltered() && !lanes.filtered[lane]) { // it comes into the path to stay
      lanes.filtered[lane] = true;
      lanes.filterFresh[lane] = true;
    }
    lanes.steady[lane] = false;
    lanes.still[lane] = false;
    lanes.stepDue[lane] = true;
  }

  /// Lets a voice come in, as its tail goes out: together they are as loud as either.
  ///
  /// @param frame absolute frame of index `from`
  /// @param right null for a mono sample
  void fadeIn(int lane, long frame, int from, int to, float[] left, float[] right) {
    int passed = (int) (frame - lanes.entered[lane]);
    int end = Math.min(to, from + Math.max(0, fade.length() - passed));
    for (int i = from; i < end; i++) {
      float share = 1 - fade.shape()[passed + i - from];
      left[i] *= share;
      if (right != null) {
        right[i] *= share;
      }
    }
    if (passed + to - from >= fade.length()) {
      lanes.entering[lane] = false;
    }
  }

  /// What was still coming in goes out from as loud as it had become.
  void takeShare(int tail, long frame) {
    int passed = (int) Math.min(frame - lanes.entered[tail], fade.length());
    float share = passed == 0 ? 0 : 1 - fade.shape()[passed - 1];
    lanes.gainLeft.scale(tail, share);
    lanes.gainRight.scale(tail, share);
  }
}

package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Filter;
import modpool.dsp.FilterTable;
import modpool.dsp.Grid;
import modpool.dsp.Lfo;
import modpool.dsp.Pan;
import modpool.dsp.Pitch;
import modpool.patch.MacroRoute;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Zone;

/// The control step of a voice: envelopes, LFOs, glide and the instrument's knobs become a phase
/// increment, filter coefficients and a straight piece of gain up to the next grid frame.
@RenderThread
final class VoiceControl {
  private static final double WHEEL_CENTS = 50; // full vibrato, as General MIDI level 2 suggests
  private static final int MIDDLE_KEY = 60;
  private static final double EQUAL_STEP_CENTS = 100;

  private final EngineSettings settings;
  private final Lanes lanes;
  private final double framesPerMs;
  private final double turnsPerHz; // per frame, in units of 2^-32

  VoiceControl(EngineSettings settings, Lanes lanes) {
    this.settings = settings;
    this.lanes = lanes;
    framesPerMs = settings.rate() / 1000.0;
    turnsPerHz = Pitch.ONE / settings.rate();
  }

  void start(
      int lane, long frame, Zone zone, Controls controls, int key, int velocity, int glideFromKey) {
    Sound sound = zone.sound();
    lanes.zone[lane] = zone;
    lanes.controls[lane] = controls;
    lanes.key[lane] = key;
    lanes.velocity[lane] = velocity;
    lanes.started[lane] = frame;
    lanes.onTrack[lane] = false;
    lanes.swapDue[lane] = false;
    lanes.phase[lane] = (long) zone.startFrame() << 32;
    lanes.ratioCents[lane] = Double.NaN;
    lanes.detuneCents[lane] = controls.detuneCents(key);
    startGlide(lane, sound, glideFromKey);
    lanes.gain[lane] = (float) (sound.gain() * velocityGain(sound, velocity));
    lanes.amplitude.start(lane, sound.amplitude());
    lanes.modulation.start(lane, sound.modulation());
    lanes.left1[lane] = 0;
    lanes.left2[lane] = 0;
    lanes.right1[lane] = 0;
    lanes.right2[lane] = 0;
    lanes.lastLeft[lane] = 0;
    lanes.lastRight[lane] = 0;
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
    lanes.origin[lane] = frame;
    lanes.steppedTo[lane] = frame;
    float level = level(lane, frame, lanes.amplitude.level(lane));
    float pan = pan(lane);
    lanes.gainLeft.set(lane, level * Pan.left(pan));
    lanes.gainRight.set(lane, level * Pan.right(pan));
    lanes.sounding |= 1 << lane;
  }

  private void startGlide(int lane, Sound sound, int fromKey) {
    lanes.glideCents[lane] = 0;
    lanes.glidePerFrame[lane] = 0;
    double frames = sound.glideMs() * framesPerMs;
    if (fromKey >= 0 && frames >= 1) {
      double distance = distance(lane, fromKey, lanes.key[lane]);
      lanes.glideCents[lane] = distance;
      lanes.glidePerFrame[lane] = distance / frames;
    }
  }

  /// Cents from a key that the voice plays down to the one it comes from.
  private double distance(int lane, int fromKey, int key) {
    Controls controls = lanes.controls[lane];
    double track = lanes.zone[lane].sound().keyTrackCents();
    double detune = controls.detuneCents(fromKey) - controls.detuneCents(key);
    return (fromKey - key) * track + detune * track / EQUAL_STEP_CENTS;
  }

  /// The key that the voice plays lies elsewhere now.
  void retune(int lane) {
    lanes.detuneCents[lane] = lanes.controls[lane].detuneCents(lanes.key[lane]);
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
  }

  private static double velocityGain(Sound sound, int velocity) {
    double v = velocity / 127.0;
    return 1 + (v * v - 1) * sound.velocityTracking();
  }

  /// Moves a voice up to the next grid frame.
  ///
  /// @return false when it has ended
  boolean step(int lane, long frame) {
    Zone zone = lanes.zone[lane];
    Controls controls = lanes.controls[lane];
    boolean steady = lanes.steady[lane] && lanes.seenVersion[lane] == controls.version();
    if (lanes.amplitude.isOff(lane)) {
      return false;
    }
    int frames = Grid.framesToStep(frame);
    boolean again = lanes.steppedTo[lane] == frame + frames;
    lanes.steppedTo[lane] = frame + frames;
    Sound sound = zone.sound();
    long age = frame - lanes.started[lane];
    float lfo1 = lfo(sound.lfo1(), age, controls.vibrato() > 0 || hasVibratoMacro(zone, controls));
    float lfo2 = lfo(sound.lfo2(), age, false);
    lanes.modulation.step(lane, frames, again);
    float modulation = lanes.modulation.before(lane);
    float amplitude = lanes.amplitude.step(lane, frames, again);

    if (!steady || zone.movesPitch()) {
      stepPitch(lane, age, zone, controls, lfo1, lfo2, modulation);
    }
    if (zone.isFiltered() && (!steady || zone.movesCutoff())) {
      stepFilter(lane, zone, controls, lfo1, lfo2, modulation);
    }
    if (!steady || zone.movesGain()) {
      stepGain(lane, frame, frames, amplitude);
    }
    lanes.steady[lane] = isSteady(lane, zone, controls);
    lanes.still[lane] = lanes.steady[lane] && !zone.movesAnything();
    lanes.seenVersion[lane] = controls.version();
    return true;
  }

  private boolean isSteady(int lane, Zone zone, Controls controls) {
    boolean hasArrived = lanes.gainLeft.isSteady(lane) && lanes.gainRight.isSteady(lane);
    return lanes.amplitude.isSteady(lane)
        && lanes.glidePerFrame[lane] == 0
        && controls.vibrato() == 0
        && !hasVibratoMacro(zone, controls)
        && (hasArrived || zone.movesGain());
  }

  private static boolean hasVibratoMacro(Zone zone, Controls controls) {
    return zone.macroAmount(MacroRoute.Target.VIBRATO_CENTS, controls.macros()) != 0;
  }

  private void stepPitch(
      int lane, long age, Zone zone, Controls controls, float lfo1, float lfo2, float envelope) {
    Sound sound = zone.sound();
    float[] macros = controls.macros();
    double vibratoCents =
        controls.vibrato() * WHEEL_CENTS
            + zone.macroAmount(MacroRoute.Target.VIBRATO_CENTS, macros)
            + sound.lfo1().toPitchCents();
    double cents =
        zone.centsAt(lanes.key[lane])
            + lanes.detuneCents[lane] * sound.keyTrackCents() / EQUAL_STEP_CENTS
            + controls.pitchCents()
            + glide(lane, age)
            + lfo1 * vibratoCents
            + lfo2 * sound.lfo2().toPitchCents()
            + envelope * sound.modulationToPitchCents()
            + zone.macroAmount(MacroRoute.Target.PITCH_CENTS, macros);
    if (cents != lanes.ratioCents[lane]) {
      lanes.ratioCents[lane] = cents;
      Sample sample = zone.sample();
      lanes.increment[lane] = Pitch.increment(sample.rateHz(), settings.rate(), Pitch.ratio(cents));
    }
  }

  /// How far there is still to slide. From the age alone, so that a step between two grid frames
  /// moves nothing on.
  private double glide(int lane, long age) {
    double perFrame = lanes.glidePerFrame[lane];
    if (perFrame == 0) {
      return 0;
    }
    double left = lanes.glideCents[lane] - perFrame * age;
    if (left * perFrame > 0) {
      return left;
    }
    lanes.glidePerFrame[lane] = 0;
    return 0;
  }

  private void stepFilter(
      int lane, Zone zone, Controls controls, float lfo1, float lfo2, float envelope) {
    Sound sound = zone.sound();
    Filter filter = sound.filter();
    double cents =
        zone.cutoffCents()
            + (lanes.key[lane] - MIDDLE_KEY) * filter.keyTrackCents()
            + lanes.velocity[lane] / 127.0 * filter.velocityToCutoffCents()
            + envelope * sound.modulationToCutoffCents()
            + lfo1 * sound.lfo1().toCutoffCents()
            + lfo2 * sound.lfo2().toCutoffCents()
            + zone.macroAmount(MacroRoute.Target.CUTOFF_CENTS, controls.macros());
    FilterTable table = settings.filterTable();
    float g = table.at(cents);
    float a1 = 1 / (1 + g * (g + zone.damping()));
    lanes.a1[lane] = a1;
    lanes.a2[lane] = g * a1;
    lanes.a3[lane] = g * g * a1;
  }

  private void stepGain(int lane, long frame, int frames, float amplitude) {
    float passed = frame - lanes.origin[lane];
    float level = level(lane, frame + frames, amplitude);
    float pan = pan(lane);
    lanes.gainLeft.aim(lane, passed, frames, level * Pan.left(pan));
    lanes.gainRight.aim(lane, passed, frames, level * Pan.right(pan));
    lanes.origin[lane] = frame;
  }

  /// The gain of a voice, both sides together, where its amplitude envelope stands at `envelope`.
  private float level(int lane, long frame, float envelope) {
    Zone zone = lanes.zone[lane];
    Sound sound = zone.sound();
    Controls controls = lanes.controls[lane];
    double dB = zone.macroAmount(MacroRoute.Target.GAIN_DB, controls.macros());
    long age = frame - lanes.started[lane];
    if (sound.lfo1().toGainDb() != 0) {
      dB += sound.lfo1().toGainDb() * lfo(sound.lfo1(), age, false);
    }
    if (sound.lfo2().toGainDb() != 0) {
      dB += sound.lfo2().toGainDb() * lfo(sound.lfo2(), age, false);
    }
    float level = envelope * lanes.gain[lane] * controls.gain();
    return dB == 0 ? level : level * (float) Pitch.gain(dB);
  }

  private float pan(int lane) {
    return (float) lanes.zone[lane].sound().pan() + lanes.controls[lane].pan();
  }

  /// An LFO's value `age` frames after the note's start. It has no state: that is what lets a step
  /// be skipped.
  private float lfo(Lfo lfo, long age, boolean wanted) {
    if (!wanted && !lfo.isActive()) {
      return 0;
    }
    double running = age - lfo.delayMs() * framesPerMs;
    if (running < 0) {
      return 0;
    }
    double fadeFrames = lfo.fadeMs() * framesPerMs;
    long turns = (long) (running * lfo.rateHz() * turnsPerHz);
    float value = Lfo.value(lfo.shape(), (int) turns, (int) (turns >>> 32));
    return running < fadeFrames ? value * (float) (running / fadeFrames) : value;
  }

  /// From now on the voice follows its key-up; a one-shot plays on to its end.
  void release(int lane) {
    if (lanes.zone[lane].sound().oneShot()) {
      return;
    }
    lanes.amplitude.release(lane);
    lanes.modulation.release(lane);
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
  }
}

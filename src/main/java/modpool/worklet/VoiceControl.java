package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Envelope;
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
/// increment, filter coefficients and a piece of gain up to the next grid frame (see [GainLanes]).
@RenderThread
final class VoiceControl {
  private static final double PRESSURE_CENTS = 50; // full vibrato, as by the channel's pressure
  private static final double LEAST_DAMPING = 0.0447; // a peak of 30 dB
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

  void start(int lane, long frame, Onset onset, Controls controls) {
    Zone zone = onset.zone;
    int key = onset.key;
    int velocity = onset.velocity;
    Sound sound = zone.sound();
    Tone tone = controls.tone();
    lanes.zone[lane] = zone;
    lanes.controls[lane] = controls;
    lanes.key[lane] = key;
    lanes.velocity[lane] = velocity;
    lanes.started[lane] = frame;
    lanes.onTrack[lane] = false;
    lanes.swapDue[lane] = false;
    lanes.kernel[lane] = settings.interpolationOf(sound);
    lanes.phase[lane] = onset.startPhase();
    lanes.effectCents[lane] = 0;
    lanes.effectGain[lane] = 1;
    lanes.ratioCents[lane] = Double.NaN;
    lanes.detuneCents[lane] = controls.detuneCents(key);
    startGlide(lane, onset.glideFromKey, onset.glideMs);
    lanes.trackPan[lane] = onset.side;
    lanes.gain[lane] = controls.startGain(sound, velocity);
    lanes.pressure[lane] = 0;
    lanes.lfoDelay[lane] = tone.vibratoDelayMs(sound.lfo1().delayMs()) * framesPerMs;
    lanes.lfoHz[lane] = tone.vibratoRateHz(sound.lfo1().rateHz());
    lanes.lfoShift[lane] = 0;
    lanes.filtered[lane] = zone.isFiltered() || tone.closesFilter();
    lanes.filterFresh[lane] = false;
    startEnvelopes(lane, sound, tone);
    lanes.lastLeft[lane] = 0;
    lanes.lastRight[lane] = 0;
    begin(lane, frame);
    lanes.sounding |= 1 << lane;
  }

  /// The sounding note begins again where its zone does, with its envelopes; oscillators and a
  /// glide go on.
  void restart(int lane, long frame) {
    Zone zone = lanes.zone[lane];
    lanes.phase[lane] = (long) zone.startFrame() << 32;
    startEnvelopes(lane, zone.sound(), lanes.controls[lane].tone());
    lanes.filterFresh[lane] = false;
    begin(lane, frame);
  }

  /// With the level that its envelope has, and a filter at rest.
  private void begin(int lane, long frame) {
    lanes.left1[lane] = 0;
    lanes.left2[lane] = 0;
    lanes.right1[lane] = 0;
    lanes.right2[lane] = 0;
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
    lanes.origin[lane] = frame;
    lanes.steppedTo[lane] = frame;
    float level = level(lane, frame, lanes.amplitude.level(lane));
    lanes.gainLeft.set(lane, level * left(lane));
    lanes.gainRight.set(lane, level * right(lane));
  }

  private void startEnvelopes(int lane, Sound sound, Tone tone) {
    Envelope amplitude = sound.amplitude();
    lanes.amplitude.start(
        lane, amplitude, tone.attackMs(amplitude.attackMs()), tone.decayMs(amplitude.decayMs()));
    lanes.modulation.start(lane, sound.modulation());
  }

  private void startGlide(int lane, int fromKey, double ms) {
    lanes.glideCents[lane] = 0;
    lanes.glidePerFrame[lane] = 0;
    double frames = ms * framesPerMs;
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

  /// The sounding note becomes another key's, without a new attack: from the pitch it has to that
  /// of the key.
  ///
  /// @param ms how long that takes
  void slide(int lane, long frame, int key, double ms) {
    long age = frame - lanes.started[lane];
    double track = lanes.zone[lane].sound().keyTrackCents();
    double detune = lanes.controls[lane].detuneCents(key);
    double moved = (lanes.detuneCents[lane] - detune) * track / EQUAL_STEP_CENTS;
    double distance = glide(lane, age) + (lanes.key[lane] - key) * track + moved;
    double frames = ms * framesPerMs;
    lanes.key[lane] = key;
    lanes.detuneCents[lane] = detune;
    lanes.glidePerFrame[lane] = frames >= 1 ? distance / frames : 0;
    lanes.glideCents[lane] = distance + lanes.glidePerFrame[lane] * age;
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
  }

  /// The pressure on the note's own key, 0..1.
  void press(int lane, float pressure) {
    lanes.pressure[lane] = pressure;
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
  }

  /// What a tracker's effects make of pitch and level.
  void setEffect(int lane, double cents, float gain) {
    lanes.effectCents[lane] = (float) cents;
    lanes.effectGain[lane] = gain;
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
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
    followTone(lane, age);
    float lfo1 = lfo1(lane, age, vibratoCents(lane) > 0 || hasVibratoMacro(zone, controls));
    float lfo2 = lfo(sound.lfo2(), age, false);
    lanes.modulation.step(lane, frames, again);
    float modulation = lanes.modulation.before(lane);
    float amplitude = lanes.amplitude.step(lane, frames, again);

    if (!steady || zone.movesPitch()) {
      stepPitch(lane, age, zone, controls, lfo1, lfo2, modulation);
    }
    if (lanes.filtered[lane] && (!steady || zone.movesCutoff())) {
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
        && vibratoCents(lane) == 0
        && !hasVibratoMacro(zone, controls)
        && (hasArrived || zone.movesGain());
  }

  /// What changes in mid-note when a knob of the tone is turned: the LFO goes on from where it is
  /// at another rate, and a filter comes into the path to stay.
  private void followTone(int lane, long age) {
    Tone tone = lanes.controls[lane].tone();
    Lfo lfo = lanes.zone[lane].sound().lfo1();
    double hz = tone.vibratoRateHz(lfo.rateHz());
    if (hz != lanes.lfoHz[lane]) {
      double running = Math.max(0, age - lanes.lfoDelay[lane]);
      long before = (long) (running * lanes.lfoHz[lane] * turnsPerHz);
      lanes.lfoShift[lane] += before - (long) (running * hz * turnsPerHz);
      lanes.lfoHz[lane] = hz;
    }
    if (tone.closesFilter() && !lanes.filtered[lane]) {
      lanes.filtered[lane] = true;
      lanes.filterFresh[lane] = true;
    }
  }

  /// What wheel, pressure and tone add to the patch's own vibrato.
  private double vibratoCents(int lane) {
    Controls controls = lanes.controls[lane];
    double pressed = lanes.pressure[lane] * PRESSURE_CENTS;
    return Math.max(controls.vibratoCents(), pressed) + controls.tone().vibratoCents();
  }

  private static boolean hasVibratoMacro(Zone zone, Controls controls) {
    return zone.macroAmount(MacroRoute.Target.VIBRATO_CENTS, controls.macros()) != 0;
  }

  private void stepPitch(
      int lane, long age, Zone zone, Controls controls, float lfo1, float lfo2, float envelope) {
    Sound sound = zone.sound();
    float[] macros = controls.macros();
    double vibratoCents =
        vibratoCents(lane)
            + zone.macroAmount(MacroRoute.Target.VIBRATO_CENTS, macros)
            + sound.lfo1().toPitchCents() * controls.tone().vibratoShare();
    double cents =
        zone.centsAt(lanes.key[lane])
            + lanes.detuneCents[lane] * sound.keyTrackCents() / EQUAL_STEP_CENTS
            + controls.pitchCents()
            + glide(lane, age)
            + lfo1 * vibratoCents
            + lfo2 * sound.lfo2().toPitchCents()
            + envelope * sound.modulationToPitchCents()
            + zone.macroAmount(MacroRoute.Target.PITCH_CENTS, macros)
            + lanes.effectCents[lane];
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
            + zone.macroAmount(MacroRoute.Target.CUTOFF_CENTS, controls.macros())
            + controls.tone().cutoffCents();
    FilterTable table = settings.filterTable();
    float g = table.at(cents);
    float damping = (float) Math.max(LEAST_DAMPING, zone.damping() * controls.tone().damping());
    float a1 = 1 / (1 + g * (g + damping));
    lanes.a1[lane] = a1;
    lanes.a2[lane] = g * a1;
    lanes.a3[lane] = g * g * a1;
  }

  private void stepGain(int lane, long frame, int frames, float amplitude) {
    float passed = frame - lanes.origin[lane];
    float level = level(lane, frame + frames, amplitude);
    lanes.gainLeft.aim(lane, passed, frames, level * left(lane));
    lanes.gainRight.aim(lane, passed, frames, level * right(lane));
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
      dB += sound.lfo1().toGainDb() * lfo1(lane, age, false);
    }
    if (sound.lfo2().toGainDb() != 0) {
      dB += sound.lfo2().toGainDb() * lfo(sound.lfo2(), age, false);
    }
    float level = envelope * lanes.gain[lane] * controls.gain() * lanes.effectGain[lane];
    return dB == 0 ? level : level * (float) Pitch.gain(dB);
  }

  private float left(int lane) {
    return Pan.left(pan(lane)) * lanes.controls[lane].leftShare();
  }

  private float right(int lane) {
    return Pan.right(pan(lane)) * lanes.controls[lane].rightShare();
  }

  private float pan(int lane) {
    return (float) lanes.zone[lane].sound().pan()
        + lanes.controls[lane].pan()
        + lanes.trackPan[lane];
  }

  private float lfo1(int lane, long age, boolean wanted) {
    Lfo lfo = lanes.zone[lane].sound().lfo1();
    double running = age - lanes.lfoDelay[lane];
    return lfo(lfo, running, lanes.lfoHz[lane], lanes.lfoShift[lane], wanted);
  }

  private float lfo(Lfo lfo, long age, boolean wanted) {
    return lfo(lfo, age - lfo.delayMs() * framesPerMs, lfo.rateHz(), 0, wanted);
  }

  /// An LFO's value so many frames after its delay. It has no state: that is what lets a step be
  /// skipped.
  private float lfo(Lfo lfo, double running, double hz, long shift, boolean wanted) {
    if (running < 0 || !wanted && !lfo.isActive()) {
      return 0;
    }
    double fadeFrames = lfo.fadeMs() * framesPerMs;
    long turns = (long) (running * hz * turnsPerHz) + shift;
    float value = Lfo.value(lfo.shape(), (int) turns, (int) (turns >>> 32));
    return running < fadeFrames ? value * (float) (running / fadeFrames) : value;
  }

  /// From now on the voice follows its key-up; a one-shot plays on to its end.
  void release(int lane) {
    if (lanes.zone[lane].sound().oneShot()) {
      return;
    }
    double ms = lanes.zone[lane].sound().amplitude().releaseMs();
    lanes.amplitude.release(lane, lanes.controls[lane].tone().releaseMs(ms));
    lanes.modulation.release(lane);
    lanes.steady[lane] = false;
    lanes.stepDue[lane] = true;
  }
}

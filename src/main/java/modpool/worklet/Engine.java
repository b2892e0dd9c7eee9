package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Fade;
import modpool.dsp.Grid;
import modpool.dsp.Pitch;
import modpool.patch.Sample;
import modpool.patch.Zone;

/// Eight voices and their eight tails. Knows neither instruments nor allocations: whoever holds a
/// voice's number starts, releases, cuts and renders it.
///
/// A voice adds itself to a bus that its caller owns. The order of these calls is the order of the
/// additions, and so the caller's; a voice sounds the same in any engine at any number.
@RenderThread
public final class Engine {
  /// Voices of an engine.
  public static final int VOICES = Lanes.VOICES;

  private final EngineSettings settings;
  private final Lanes lanes;
  private final VoiceControl control;
  private final TrackControl tracks;
  private final SampleReader reader;
  private final float[] left = new float[Grid.FRAMES];
  private final float[] right = new float[Grid.FRAMES];

  public Engine(EngineSettings settings) {
    this.settings = settings;
    lanes = new Lanes(settings.rate());
    control = new VoiceControl(settings, lanes);
    tracks = new TrackControl(settings, lanes);
    reader = new SampleReader(settings.interpolation());
  }

  /// Starts a note; what the voice was playing fades beside it.
  ///
  /// @param controls the knobs of the instrument whose voice this is
  /// @param glideFromKey the key to glide from, negative for none
  public void start(
      int voice,
      long frame,
      Zone zone,
      Controls controls,
      int key,
      int velocity,
      int glideFromKey) {
    cut(voice, frame);
    control.start(voice, frame, zone, controls, key, velocity, glideFromKey);
  }

  /// A song's track starts a sample; what the voice was playing fades beside it.
  ///
  /// @param controls the knobs of the instrument whose voice this is
  /// @param startPhase where in the sample's playing form, 32.32
  /// @param increment phase per frame
  /// @param volume linear
  /// @param pan -1 to 1
  /// @param audible false for a muted track
  public void startTrack(
      int voice,
      long frame,
      Zone zone,
      Controls controls,
      long startPhase,
      long increment,
      float volume,
      float pan,
      boolean audible) {
    cut(voice, frame);
    tracks.start(voice, frame, zone, controls, startPhase, increment, volume, pan, audible);
  }

  /// The pitch of a track's voice, from this frame on.
  public void setTrackIncrement(int voice, long increment) {
    lanes.increment[voice] = increment;
  }

  /// The volume of a track's voice, linear: reached by the next grid frame.
  public void setTrackVolume(int voice, float volume) {
    lanes.gain[voice] = volume;
    lanes.stepDue[voice] = true;
  }

  /// Mutes a track's voice, or not.
  public void setTrackAudible(int voice, boolean audible) {
    lanes.heardTarget[voice] = audible ? 1 : 0;
  }

  /// When the present pass through a track's sample ends, the loop of another follows, or silence.
  ///
  /// @param next a zone, or null
  public void swapTrack(int voice, Zone next) {
    lanes.swapTo[voice] = next;
    lanes.swapDue[voice] = true;
  }

  /// The key is up: the voice falls silent by its envelope.
  public void release(int voice) {
    if (isActive(voice)) {
      control.release(voice);
    }
  }

  /// Something moved that must be heard at this very frame: the pitch wheel, say.
  public void refresh(int voice) {
    lanes.stepDue[voice] = true;
  }

  /// Moves the voice to its tail, where it fades within 5 ms. A tail still fading gives way: what
  /// it last put out remains and decays in its stead.
  public void cut(int voice, long frame) {
    if (!isActive(voice)) {
      return;
    }
    if (lanes.started[voice] == frame) { // nobody has heard it yet
      lanes.silence(voice);
      return;
    }
    int tail = tailOf(voice);
    float residueLeft = residue(lanes.residueLeft, tail, frame);
    float residueRight = residue(lanes.residueRight, tail, frame);
    boolean givesWay = lanes.isSounding(tail);
    if (givesWay) {
      residueLeft += lanes.lastLeft[tail];
      residueRight += lanes.lastRight[tail];
    }
    boolean residue = givesWay || lanes.hasResidue(tail);
    lanes.copy(voice, lanes, tail);
    lanes.silence(voice);
    float passed = frame - lanes.origin[tail];
    lanes.gainLeft.straighten(tail, passed);
    lanes.gainRight.straighten(tail, passed);
    lanes.origin[tail] = frame;
    if (residue) {
      lanes.residues |= 1 << tail;
      lanes.residueLeft[tail] = residueLeft;
      lanes.residueRight[tail] = residueRight;
      lanes.residueStart[tail] = frame;
    }
  }

  private float residue(float[] side, int tail, long frame) {
    int passed = (int) (frame - lanes.residueStart[tail]);
    return lanes.hasResidue(tail) ? side[tail] * settings.fade().shape()[passed] : 0;
  }

  /// True while a note plays on the voice; its tail does not count.
  public boolean isActive(int voice) {
    return lanes.isSounding(voice);
  }

  /// True when neither the voice nor its tail makes a sound.
  public boolean isSilent(int voice) {
    return !isSounding(mask(voice));
  }

  /// True when any voice or tail of a mask makes a sound.
  boolean isSounding(int mask) {
    return ((lanes.sounding | lanes.residues) & mask) != 0;
  }

  /// The bits of a voice and its tail.
  static int mask(int voice) {
    return 1 << voice | 1 << tailOf(voice);
  }

  /// True once the voice's key is up and it is on its way out.
  public boolean isReleased(int voice) {
    return lanes.amplitude.isReleased(voice);
  }

  /// How loud the voice is now, linear: what tells the quietest.
  public float level(int voice) {
    return isActive(voice) ? lanes.amplitude.level(voice) * lanes.gain[voice] : 0;
  }

  /// Gain, key velocity, frequency and macros of a voice as the outside may ask for them.
  float value(ParameterLayout.Kind kind, int voice, int macro) {
    if (!isActive(voice)) {
      return 0;
    }
    return switch (kind) {
      case GATE -> isReleased(voice) ? 0 : 1;
      case FREQUENCY -> (float) (lanes.increment[voice] / Pitch.ONE * settings.rate());
      case GAIN -> level(voice);
      case VELOCITY -> lanes.velocity[voice];
      case MACRO -> lanes.controls[voice].macros()[macro];
    };
  }

  /// Hands a voice and its tail to another engine, which goes on exactly where this one stops.
  void move(int voice, Engine to, int toVoice) {
    lanes.copy(voice, to.lanes, toVoice);
    lanes.copy(tailOf(voice), to.lanes, tailOf(toVoice));
    lanes.silence(voice);
    lanes.silence(tailOf(voice));
    lanes.residues &= ~(1 << tailOf(voice));
  }

  /// Adds up to a grid cell of a voice, its tail and its residue to a bus.
  ///
  /// @param frame absolute frame of the first; `frame + frames` must not lie beyond the next step
  /// @param frames how many, written from index 0
  public void render(int voice, long frame, int frames, float[] busLeft, float[] busRight) {
    if (lanes.isSounding(voice)) {
      renderVoice(voice, frame, frames, busLeft, busRight);
    }
    int tail = tailOf(voice);
    if (lanes.isSounding(tail)) {
      renderTail(tail, frame, frames, busLeft, busRight);
    }
    if (lanes.hasResidue(tail)) {
      renderResidue(tail, frame, frames, busLeft, busRight);
    }
  }

  private void renderVoice(int lane, long frame, int frames, float[] busLeft, float[] busRight) {
    if (Grid.isStep(frame) || lanes.stepDue[lane]) {
      lanes.stepDue[lane] = false;
      if (lanes.onTrack[lane]) {
        tracks.step(lane, frame);
      } else if (!control.step(lane, frame)) {
        lanes.silence(lane);
        return;
      }
    }
    boolean goesOn = readSample(lane, frame, frames);
    float[] rightSource = lanes.zone[lane].sample().isStereo() ? right : left;
    float passed = frame - lanes.origin[lane];
    lanes.gainLeft.mix(lane, passed, left, busLeft, frames);
    lanes.gainRight.mix(lane, passed, rightSource, busRight, frames);
    if (!goesOn) {
      lanes.silence(lane);
    }
  }

  private void renderTail(int tail, long frame, int frames, float[] busLeft, float[] busRight) {
    Fade fade = settings.fade();
    int passed = (int) (frame - lanes.origin[tail]);
    boolean goesOn = readSample(tail, frame, frames);
    float[] rightSource = lanes.zone[tail].sample().isStereo() ? right : left;
    lanes.gainLeft.mixFading(tail, passed, left, busLeft, frames, fade.shape());
    lanes.gainRight.mixFading(tail, passed, rightSource, busRight, frames, fade.shape());
    int last = passed + frames - 1;
    float gain = fade.shape()[last];
    lanes.lastLeft[tail] = left[frames - 1] * lanes.gainLeft.at(tail, last) * gain;
    lanes.lastRight[tail] = rightSource[frames - 1] * lanes.gainRight.at(tail, last) * gain;
    if (!goesOn || passed + frames >= fade.length()) {
      lanes.silence(tail);
    }
  }

  private void renderResidue(int tail, long frame, int frames, float[] busLeft, float[] busRight) {
    float[] fade = settings.fade().shape();
    int passed = (int) (frame - lanes.residueStart[tail]);
    for (int i = 0; i < frames; i++) {
      busLeft[i] += lanes.residueLeft[tail] * fade[passed + i];
      busRight[i] += lanes.residueRight[tail] * fade[passed + i];
    }
    if (passed + frames >= settings.fade().length()) {
      lanes.residues &= ~(1 << tail);
    }
  }

  /// Reads the lane's sample into `left` (and `right` of a stereo one), filtered.
  ///
  /// @return false when the sample has come to its end
  private boolean readSample(int lane, long frame, int frames) {
    if (lanes.swapDue[lane]) {
      return readSwapping(lane, frames);
    }
    Zone zone = lanes.zone[lane];
    Sample sample = zone.sample();
    long start = lanes.phase[lane];
    long increment = lanes.increment[lane];
    lanes.phase[lane] = reader.read(sample, sample.left(), start, increment, left, frames);
    if (sample.isStereo()) {
      reader.read(sample, sample.right(), start, increment, right, frames);
    }
    if (zone.isFiltered()) { // to the frame of the sample's end: the filter does not ring on
      if (Grid.isStep(frame)) {
        lanes.flushFilter(lane);
      }
      filter(left, lane, lanes.left1, lanes.left2);
      if (sample.isStereo()) {
        filter(right, lane, lanes.right1, lanes.right2);
      }
    }
    return !reader.hasEnded();
  }

  /// Reads a track's sample and what is to follow its present pass. A song's samples are mono and
  /// have no filter.
  private boolean readSwapping(int lane, int frames) {
    Zone next = lanes.swapTo[lane];
    lanes.phase[lane] =
        reader.readThrough(
            lanes.zone[lane].sample(),
            next == null ? null : next.sample(),
            lanes.phase[lane],
            lanes.increment[lane],
            left,
            frames);
    if (reader.hasSwapped()) {
      lanes.swapDue[lane] = false;
      lanes.zone[lane] = next == null ? lanes.zone[lane] : next;
    }
    return !reader.hasEnded();
  }

  /// The two-pole low pass over what could be read; see `FilterTable` for its source.
  private void filter(float[] data, int lane, float[] first, float[] second) {
    float p = 2 * lanes.a1[lane] - 1;
    float q = 2 * lanes.a2[lane];
    float r = 2 * lanes.a3[lane];
    float s1 = first[lane];
    float s2 = second[lane];
    // Written out for the shortest path from one frame's state to the next: that is what takes the
    // time.
    for (int i = 0; i < reader.readable(); i++) {
      float v3 = data[i] - s2;
      float next2 = s2 + q * s1 + r * v3;
      s1 = p * s1 + q * v3;
      data[i] = (s2 + next2) * 0.5f;
      s2 = next2;
    }
    first[lane] = s1;
    second[lane] = s2;
  }

  private static int tailOf(int voice) {
    return voice + VOICES;
  }
}

package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Fade;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.dsp.Pitch;
import modpool.patch.Sample;
import modpool.patch.Zone;

/// Eight voices and their eight tails. Knows neither instruments nor allocations: whoever holds a
/// voice's number starts, releases, cuts and renders it. A voice may be lent: what is played on it
/// then is somebody else's, who asks for it by the controls it was started with.
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
  private final Succession succession;
  private final SampleReader reader = new SampleReader();
  private final LowPass filter;
  private final float[] left;
  private final float[] right;

  public Engine(EngineSettings settings) {
    this(settings, new Piece());
  }

  Engine(EngineSettings settings, Piece piece) {
    this.settings = settings;
    lanes = new Lanes(settings.rate());
    control = new VoiceControl(settings, lanes);
    tracks = new TrackControl(settings, lanes);
    succession = new Succession(settings, lanes);
    filter = new LowPass(lanes);
    left = piece.left;
    right = piece.right;
  }

  /// Starts a note; what the voice was playing fades beside it.
  ///
  /// @param controls the knobs of the instrument that plays it
  public void start(int voice, long frame, Onset onset, Controls controls) {
    cut(voice, frame);
    control.start(voice, frame, onset, controls);
    lanes.setLent(voice, onset.lent);
  }

  /// The note that sounds goes on as another key's, without a new attack.
  ///
  /// @param glideMs how long its pitch takes to get there
  public void slide(int voice, long frame, int key, double glideMs) {
    if (isActive(voice)) {
      control.slide(voice, frame, key, glideMs);
    }
  }

  /// The note that sounds goes on as another zone's, from where it is. Where the waveform is
  /// another, or read in another way, or a filter comes into its path, the one fades into the
  /// other. Where only the start was moved it begins again there, likewise, if its key is held.
  public void follow(int voice, long frame, Zone next) {
    Zone past = lanes.zone[voice];
    if (!isActive(voice) || past == next) {
      return;
    }
    boolean restarts = succession.restarts(voice, next);
    if ((restarts || succession.isAnother(voice, next)) && lanes.started[voice] != frame) {
      moveToTail(voice, frame);
      lanes.entering[voice] = true;
      lanes.entered[voice] = frame;
    }
    succession.follow(voice, next);
    if (restarts) {
      control.restart(voice, frame);
    }
  }

  /// The pressure on the key of the note that sounds, 0..1.
  public void press(int voice, float pressure) {
    if (isActive(voice)) {
      control.press(voice, pressure);
    }
  }

  /// What a tracker's effects make of the note that sounds, from this frame on.
  ///
  /// @param gain linear: reached by the next grid frame
  public void setEffect(int voice, double cents, float gain) {
    if (isActive(voice)) {
      control.setEffect(voice, cents, gain);
    }
  }

  /// What the voice plays, null when it is not active.
  public Zone zone(int voice) {
    return lanes.zone[voice];
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
    lanes.setLent(voice, false);
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

  /// Where a track's voice is heard, -1 left to 1 right: reached by the next grid frame.
  public void setTrackPan(int voice, float pan) {
    lanes.trackPan[voice] = pan;
    lanes.stepDue[voice] = true;
  }

  /// Mutes a track's voice, or not.
  public void setTrackAudible(int voice, boolean audible) {
    lanes.mute.aim(voice, audible);
    lanes.still[voice] = false;
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

  /// The key that the voice plays was tuned anew, and is heard so from this very frame.
  public void retune(int voice) {
    if (isActive(voice) && !lanes.onTrack[voice]) {
      control.retune(voice);
    }
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
    moveToTail(voice, frame);
    lanes.silence(voice);
  }

  private void moveToTail(int voice, long frame) {
    int tail = tailOf(voice);
    float residueLeft = residue(lanes.residueLeft, tail, frame);
    float residueRight = residue(lanes.residueRight, tail, frame);
    boolean givesWay = lanes.isSounding(tail);
    if (givesWay) {
      residueLeft += lanes.lastLeft[tail];
      residueRight += lanes.lastRight[tail];
    }
    boolean residue = givesWay || lanes.hasResidue(tail);
    Controls lentTo = givesWay ? lanes.borrower(tail) : lanes.residueLentTo[tail];
    lanes.copy(voice, lanes, tail);
    float passed = frame - lanes.origin[tail];
    lanes.gainLeft.straighten(tail, passed);
    lanes.gainRight.straighten(tail, passed);
    lanes.origin[tail] = frame;
    if (lanes.entering[tail]) {
      lanes.entering[tail] = false;
      succession.takeShare(tail, frame);
    }
    if (residue) {
      lanes.residues |= 1 << tail;
      lanes.residueLeft[tail] = residueLeft;
      lanes.residueRight[tail] = residueRight;
      lanes.residueStart[tail] = frame;
      lanes.residueLentTo[tail] = lentTo;
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

  /// True while a note of its owner's plays on the voice, or of a borrower's.
  ///
  /// @param borrower whose controls; null: the owner's
  public boolean isActive(int voice, Controls borrower) {
    return lanes.isSounding(voice) && lanes.borrower(voice) == borrower;
  }

  /// True when neither the voice nor its tail makes a sound, whoever's.
  public boolean isSilent(int voice) {
    return ((lanes.sounding | lanes.residues) & mask(voice)) == 0;
  }

  /// True when any voice or tail of a mask makes a sound that is its owner's.
  boolean isSounding(int mask) {
    return sounds(mask) > 0;
  }

  /// How many things of a mask its owners add to a bus: voices, tails and residues.
  int sounds(int mask) {
    return Integer.bitCount(lanes.sounding & mask & ~lanes.lent)
        + Integer.bitCount(lanes.residues & mask & ~lanes.lentResidues());
  }

  /// How many things of a lent voice a borrower adds to a bus.
  public int sounds(int voice, Controls borrower) {
    int tail = tailOf(voice);
    int sounds = isActive(voice, borrower) ? 1 : 0;
    sounds += isActive(tail, borrower) ? 1 : 0;
    return sounds + (lanes.hasResidue(tail) && lanes.residueLentTo[tail] == borrower ? 1 : 0);
  }

  /// How many voices of a mask play notes of their owners; tails do not count.
  int activeVoices(int mask) {
    return Integer.bitCount(lanes.sounding & mask & ~lanes.lent & (1 << VOICES) - 1);
  }

  /// What is lent of a voice, its tail included, is its owner's from now on.
  void endLoan(int voice) {
    lanes.setLent(voice, false);
    lanes.setLent(tailOf(voice), false);
    lanes.residueLentTo[tailOf(voice)] = null;
  }

  /// The bits of a voice and its tail.
  static int mask(int voice) {
    return 1 << voice | 1 << tailOf(voice);
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
      case GATE -> lanes.amplitude.isReleased(voice) ? 0 : 1;
      case FREQUENCY -> (float) (lanes.increment[voice] / Pitch.ONE * settings.rate());
      case GAIN -> level(voice);
      case VELOCITY -> lanes.velocity[voice];
      case MACRO -> lanes.controls[voice].macros()[macro];
    };
  }

  /// Hands a note to a voice that plays none, as its owner's; tails stay where they are.
  public void moveNote(int voice, Engine to, int toVoice) {
    lanes.copy(voice, to.lanes, toVoice);
    to.lanes.setLent(toVoice, false);
    lanes.silence(voice);
  }

  /// Hands a voice and its tail to another engine, which goes on exactly where this one stops.
  void move(int voice, Engine to, int toVoice) {
    lanes.copy(voice, to.lanes, toVoice);
    lanes.copy(tailOf(voice), to.lanes, tailOf(toVoice));
    lanes.silence(voice);
    lanes.silence(tailOf(voice));
    lanes.residues &= ~(1 << tailOf(voice));
  }

  /// Adds what is its owner's of a voice, its tail and its residue to a bus, from index `from` up
  /// to index `to`, at most a piece.
  ///
  /// @param frame absolute frame of index `from`. Unless the voice's controls stand still, the next
  ///   step may not lie before index `to`
  public void render(int voice, long frame, int from, int to, float[] busLeft, float[] busRight) {
    render(voice, null, frame, from, to, busLeft, busRight);
  }

  /// Likewise what is a borrower's.
  public void render(
      int voice,
      Controls borrower,
      long frame,
      int from,
      int to,
      float[] busLeft,
      float[] busRight) {
    int tail = tailOf(voice);
    if (isSilent(voice)) {
      return;
    }
    int at = from;
    while (at < to && isActive(voice, borrower)) {
      at = renderVoice(voice, frame + at - from, at, to, busLeft, busRight);
    }
    at = from;
    while (at < to && isActive(tail, borrower)) {
      at = renderTail(tail, frame + at - from, at, to, busLeft, busRight);
    }
    if (lanes.hasResidue(tail) && lanes.residueLentTo[tail] == borrower) {
      renderResidue(tail, frame, from, to, busLeft, busRight);
    }
  }

  /// Renders up to where the voice has to step.
  ///
  /// @return the index it came to
  private int renderVoice(
      int lane, long frame, int from, int to, float[] busLeft, float[] busRight) {
    if (lanes.stepDue[lane] || Grid.isStep(frame) && !lanes.isStill(lane)) {
      lanes.stepDue[lane] = false;
      if (lanes.onTrack[lane]) {
        tracks.step(lane, frame);
      } else if (!control.step(lane, frame)) {
        lanes.silence(lane);
        return to;
      }
    }
    int end = lanes.isStill(lane) ? to : Math.min(to, from + Grid.framesToStep(frame));
    boolean goesOn = readSample(lane, frame, from, end);
    boolean stereo = lanes.zone[lane].sample().isStereo();
    float[] rightSource = stereo ? right : left;
    if (lanes.entering[lane]) {
      succession.fadeIn(lane, frame, from, end, left, stereo ? right : null);
    }
    float passed = frame - lanes.origin[lane];
    lanes.gainLeft.mix(lane, passed, left, busLeft, from, end);
    lanes.gainRight.mix(lane, passed, rightSource, busRight, from, end);
    if (!goesOn) {
      lanes.silence(lane);
    }
    return end;
  }

  private int renderTail(
      int tail, long frame, int from, int to, float[] busLeft, float[] busRight) {
    Fade fade = settings.fade();
    int passed = (int) (frame - lanes.origin[tail]);
    int end = Math.min(to, from + fade.length() - passed);
    boolean goesOn = readSample(tail, frame, from, end);
    float[] rightSource = lanes.zone[tail].sample().isStereo() ? right : left;
    lanes.gainLeft.mixFading(tail, passed, left, busLeft, from, end, fade.shape());
    lanes.gainRight.mixFading(tail, passed, rightSource, busRight, from, end, fade.shape());
    int last = passed + end - from - 1;
    float gain = fade.shape()[last];
    lanes.lastLeft[tail] = left[end - 1] * lanes.gainLeft.at(tail, last) * gain;
    lanes.lastRight[tail] = rightSource[end - 1] * lanes.gainRight.at(tail, last) * gain;
    if (!goesOn || last + 1 == fade.length()) {
      lanes.silence(tail);
    }
    return end;
  }

  private void renderResidue(
      int tail, long frame, int from, int to, float[] busLeft, float[] busRight) {
    Fade fade = settings.fade();
    int passed = (int) (frame - lanes.residueStart[tail]);
    int end = Math.min(to, from + fade.length() - passed);
    for (int i = from; i < end; i++) {
      float gain = fade.shape()[passed + i - from];
      busLeft[i] += lanes.residueLeft[tail] * gain;
      busRight[i] += lanes.residueRight[tail] * gain;
    }
    if (passed + end - from == fade.length()) {
      lanes.residues &= ~(1 << tail);
    }
  }

  /// Reads the lane's sample into `left` (and `right` of a stereo one), filtered.
  ///
  /// @return false when the sample has come to its end
  private boolean readSample(int lane, long frame, int from, int to) {
    if (lanes.swapDue[lane]) {
      return readSwapping(lane, from, to);
    }
    Zone zone = lanes.zone[lane];
    Sample sample = zone.sample();
    long start = lanes.phase[lane];
    long increment = lanes.increment[lane];
    Interpolation kernel = lanes.kernel[lane];
    lanes.phase[lane] =
        reader.read(kernel, sample, sample.left(), start, increment, left, from, to);
    if (sample.isStereo()) {
      reader.read(kernel, sample, sample.right(), start, increment, right, from, to);
    }
    if (lanes.filtered[lane]) {
      filter.run(lane, frame, from, to, reader.readable(), left, sample.isStereo() ? right : null);
    }
    return !reader.hasEnded();
  }

  /// Reads a track's sample and what is to follow its present pass. A song's samples are mono and
  /// have no filter.
  private boolean readSwapping(int lane, int from, int to) {
    Zone next = lanes.swapTo[lane];
    lanes.phase[lane] =
        reader.readThrough(
            lanes.kernel[lane],
            lanes.zone[lane].sample(),
            next == null ? null : next.sample(),
            lanes.phase[lane],
            lanes.increment[lane],
            left,
            from,
            to);
    if (reader.hasSwapped()) {
      lanes.swapDue[lane] = false;
      lanes.zone[lane] = next == null ? lanes.zone[lane] : next;
      lanes.kernel[lane] = settings.interpolationOf(lanes.zone[lane].sound());
    }
    return !reader.hasEnded();
  }

  private static int tailOf(int voice) {
    return voice + VOICES;
  }
}

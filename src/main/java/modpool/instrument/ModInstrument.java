package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.dsp.Pan;
import modpool.dsp.Pitch;
import modpool.patch.Sample;
import modpool.patch.Zone;
import modpool.worklet.EngineSettings;
import modpool.worklet.MuteLanes;
import modpool.worklet.Onset;
import modpool.worklet.SampleReader;

/// The simple instrument: mixes its samples itself, as a tracker's replayer does, without a
/// worklet. A voice has a sample, a pitch, a level and a place; envelopes, LFOs and filters are
/// left out, and a key-up fades like a cut.
@RenderThread
public final class ModInstrument extends Instrument {
  private static final int CAPACITY = 32; // tracks of the widest song
  private static final int CHANNEL_VOICES = 16; // at most; beyond them is what a channel borrows
  private static final int SLOTS = 2 * CAPACITY; // a voice, and CAPACITY further on its tail

  private final EngineSettings settings;
  private final SampleReader reader = new SampleReader();
  private final float[] left = new float[Grid.PIECE];
  private final float[] right = new float[Grid.PIECE];

  private final Zone[] zone = new Zone[SLOTS];
  private final int[] key = new int[SLOTS];
  private final double[] detuneCents = new double[SLOTS]; // of the key, from equal temperament
  private final long[] phase = new long[SLOTS];
  private final long[] increment = new long[SLOTS];
  private final float[] gain = new float[SLOTS];
  private final double[] effectCents = new double[SLOTS];
  private final float[] effectGain = new float[SLOTS];
  private final float[] side = new float[SLOTS]; // added to every pan
  private final float[] gainLeft = new float[SLOTS]; // at the last grid frame ...
  private final float[] gainRight = new float[SLOTS];
  private final float[] nextLeft = new float[SLOTS]; // ... and at the next
  private final float[] nextRight = new float[SLOTS];
  private final long[] started = new long[SLOTS];
  private final long[] fadeFrom = new long[SLOTS]; // frame, or NEVER
  private final boolean[] fadeDue =
      new boolean[SLOTS]; // its key went up; the next render says when

  // a song's track: its place, what follows at the end of the present pass, and its mute
  private final boolean[] onTrack = new boolean[SLOTS];
  private final float[] trackPan = new float[SLOTS];
  private final boolean[] swapDue = new boolean[SLOTS];
  private final Zone[] swapTo = new Zone[SLOTS];
  private final MuteLanes mute;

  // output of a tail's last frame; and what is left of a tail that had to give way
  private final float[] lastLeft = new float[SLOTS];
  private final float[] lastRight = new float[SLOTS];
  private final Residues residues;

  private static final long NEVER = Long.MAX_VALUE;
  private static final double EQUAL_STEP_CENTS = 100;

  /// @param voices 1-16
  public ModInstrument(String id, int voices, EngineSettings settings) {
    this(id, voices, settings, Sharing.NONE);
  }

  ModInstrument(String id, int voices, EngineSettings settings, Sharing sharing) {
    super(
        id, voices, CAPACITY, CHANNEL_VOICES, CAPACITY - CHANNEL_VOICES, settings.rate(), sharing);
    this.settings = settings;
    mute = new MuteLanes(SLOTS, settings.rate());
    residues = new Residues(CAPACITY, settings.fade());
  }

  @Override
  public boolean isSilent() {
    for (int voice = 0; voice < CAPACITY; voice++) {
      if (zone[voice] != null || zone[voice + CAPACITY] != null || residues.isSounding(voice)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int sounds() {
    int sounds = 0;
    for (int voice = 0; voice < CAPACITY; voice++) {
      sounds += zone[voice] == null ? 0 : 1;
      sounds += zone[voice + CAPACITY] == null ? 0 : 1;
      sounds += residues.isSounding(voice) ? 1 : 0;
    }
    return sounds;
  }

  @Override
  public int activeVoices() {
    int active = 0;
    for (int voice = 0; voice < CAPACITY; voice++) {
      active += zone[voice] == null ? 0 : 1;
    }
    return active;
  }

  @Override
  public boolean isActive(int voice) {
    return zone[voice] != null;
  }

  @Override
  boolean isHeard(int voice) {
    return zone[voice] != null || zone[voice + CAPACITY] != null || residues.isSounding(voice);
  }

  @Override
  public float level(int voice) {
    return zone[voice] == null ? 0 : gain[voice];
  }

  @Override
  void start(int voice, long frame, Onset onset) {
    float level = controls().startGain(onset.zone.sound(), onset.velocity);
    key[voice] = onset.key;
    begin(voice, frame, onset.zone, onset.startPhase(), level, onset.side);
    retune(voice);
  }

  /// At once: it does not glide.
  @Override
  void slide(int voice, long frame, int playedKey, double glideMs) {
    key[voice] = playedKey;
    retune(voice);
  }

  /// It has nothing that could fade into the other.
  @Override
  void follow(int voice, long frame, Zone next) {
    cut(voice, frame);
  }

  @Override
  void press(int voice, float pressure) {} // it has no vibrato to deepen

  @Override
  void setEffect(int voice, double cents, float effectLevel) {
    effectCents[voice] = cents;
    effectGain[voice] = effectLevel;
    refresh(voice);
  }

  @Override
  Zone zone(int voice) {
    return zone[voice];
  }

  private void begin(int voice, long frame, Zone next, long startPhase, float level, float atSide) {
    cut(voice, frame);
    zone[voice] = next;
    phase[voice] = startPhase;
    gain[voice] = level;
    side[voice] = atSide;
    effectCents[voice] = 0;
    effectGain[voice] = 1;
    onTrack[voice] = false;
    trackPan[voice] = 0;
    swapDue[voice] = false;
    mute.set(voice, 1);
    fadeFrom[voice] = NEVER;
    fadeDue[voice] = false;
    started[voice] = frame;
    startGain(voice);
  }

  private void startGain(int voice) {
    aim(voice);
    gainLeft[voice] = nextLeft[voice];
    gainRight[voice] = nextRight[voice];
  }

  @Override
  public void startTrack(
      int voice,
      long frame,
      Zone next,
      long startPhase,
      long trackIncrement,
      float volume,
      float pan,
      boolean audible) {
    begin(voice, frame, next, startPhase, volume, 0);
    onTrack[voice] = true;
    trackPan[voice] = pan;
    increment[voice] = trackIncrement;
    mute.set(voice, audible ? 1 : 0);
    startGain(voice);
  }

  @Override
  public void setTrackIncrement(int voice, long trackIncrement) {
    increment[voice] = trackIncrement;
  }

  @Override
  public void setTrackVolume(int voice, float volume) {
    gain[voice] = volume;
  }

  @Override
  public void setTrackPan(int voice, float pan) {
    trackPan[voice] = pan;
  }

  @Override
  public void setTrackAudible(int voice, boolean audible) {
    mute.aim(voice, audible);
  }

  @Override
  public void swapTrack(int voice, Zone next) {
    swapTo[voice] = next;
    swapDue[voice] = true;
  }

  @Override
  void release(int voice) {
    fadeDue[voice] = zone[voice] != null && !zone[voice].sound().oneShot();
  }

  @Override
  void cut(int voice, long frame) {
    if (zone[voice] == null) {
      return;
    }
    if (started[voice] == frame) { // nobody has heard it yet
      zone[voice] = null;
      return;
    }
    int tail = voice + CAPACITY;
    if (zone[tail] != null) {
      residues.keep(voice, frame, lastLeft[tail], lastRight[tail]);
    }
    copy(voice, tail);
    fadeFrom[tail] = Math.min(frame, fadeFrom[voice]);
    fadeDue[tail] = false;
    mute.stay(tail);
    zone[voice] = null;
  }

  @Override
  void moveNote(int voice, int to) {
    copy(voice, to);
    zone[voice] = null;
  }

  private void copy(int slot, int to) {
    zone[to] = zone[slot];
    key[to] = key[slot];
    detuneCents[to] = detuneCents[slot];
    phase[to] = phase[slot];
    increment[to] = increment[slot];
    gain[to] = gain[slot];
    side[to] = side[slot];
    effectCents[to] = effectCents[slot];
    effectGain[to] = effectGain[slot];
    gainLeft[to] = gainLeft[slot];
    gainRight[to] = gainRight[slot];
    nextLeft[to] = nextLeft[slot];
    nextRight[to] = nextRight[slot];
    started[to] = started[slot];
    fadeFrom[to] = fadeFrom[slot];
    fadeDue[to] = fadeDue[slot];
    onTrack[to] = onTrack[slot];
    trackPan[to] = trackPan[slot];
    swapDue[to] = swapDue[slot];
    swapTo[to] = swapTo[slot];
    mute.copy(slot, mute, to);
  }

  @Override
  void retune(int voice) {
    detuneCents[voice] = controls().detuneCents(key[voice]);
    refresh(voice);
  }

  @Override
  void refresh(int voice) {
    if (zone[voice] != null && !onTrack[voice]) {
      double detune = detuneCents[voice] * zone[voice].sound().keyTrackCents() / EQUAL_STEP_CENTS;
      double cents =
          zone[voice].centsAt(key[voice]) + detune + controls().pitchCents() + effectCents[voice];
      increment[voice] =
          Pitch.increment(zone[voice].sample().rateHz(), settings.rate(), Pitch.ratio(cents));
    }
  }

  private void aim(int slot) {
    float level = gain[slot] * mute.heard(slot) * controls().gain() * effectGain[slot];
    nextLeft[slot] = level * Pan.left(pan(slot)) * controls().leftShare();
    nextRight[slot] = level * Pan.right(pan(slot)) * controls().rightShare();
  }

  private float pan(int slot) {
    float own = onTrack[slot] ? trackPan[slot] : (float) zone[slot].sound().pan();
    return own + controls().pan() + side[slot];
  }

  @Override
  void renderVoices(long frame, int from, int to, float[] busLeft, float[] busRight) {
    int at = from;
    while (at < to) {
      long now = frame + at - from;
      int end = Math.min(to, at + Grid.framesToStep(now));
      for (int voice = 0; voice < CAPACITY; voice++) {
        renderSlot(voice, now, at, end, busLeft, busRight);
        renderSlot(voice + CAPACITY, now, at, end, busLeft, busRight);
        residues.render(voice, now, at, end, busLeft, busRight);
      }
      at = end;
    }
  }

  private void renderSlot(
      int slot, long frame, int from, int to, float[] busLeft, float[] busRight) {
    if (zone[slot] == null) {
      return;
    }
    if (fadeDue[slot]) {
      fadeDue[slot] = false;
      fadeFrom[slot] = Math.min(frame, fadeFrom[slot]);
    }
    if (Grid.isStep(frame)) {
      gainLeft[slot] = nextLeft[slot];
      gainRight[slot] = nextRight[slot];
      mute.step(slot);
      aim(slot);
    }
    Sample sample = zone[slot].sample();
    if (swapDue[slot]) {
      readSwapping(slot, from, to);
    } else {
      readOn(slot, from, to);
    }
    boolean isStereo = sample.isStereo();
    lastLeft[slot] =
        mix(left, busLeft, frame, from, to, gainLeft[slot], nextLeft[slot], fadeFrom[slot]);
    lastRight[slot] =
        mix(
            isStereo ? right : left,
            busRight,
            frame,
            from,
            to,
            gainRight[slot],
            nextRight[slot],
            fadeFrom[slot]);
    boolean faded =
        fadeFrom[slot] != NEVER && frame + to - from >= fadeFrom[slot] + settings.fade().length();
    if (faded || reader.hasEnded()) {
      zone[slot] = null;
    }
  }

  private void readOn(int slot, int from, int to) {
    Sample sample = zone[slot].sample();
    long start = phase[slot];
    Interpolation kernel = settings.interpolationOf(zone[slot].sound());
    phase[slot] =
        reader.read(kernel, sample, sample.left(), start, increment[slot], left, from, to);
    if (sample.isStereo()) {
      reader.read(kernel, sample, sample.right(), start, increment[slot], right, from, to);
    }
  }

  private void readSwapping(int slot, int from, int to) {
    Zone next = swapTo[slot];
    Sample following = next == null ? null : next.sample();
    phase[slot] =
        reader.readThrough(
            settings.interpolationOf(zone[slot].sound()),
            zone[slot].sample(),
            following,
            phase[slot],
            increment[slot],
            left,
            from,
            to);
    if (reader.hasSwapped()) {
      swapDue[slot] = false;
      zone[slot] = next == null ? zone[slot] : next;
    }
  }

  /// @return the last value added
  private float mix(
      float[] source,
      float[] bus,
      long frame,
      int from,
      int to,
      float gain,
      float nextGain,
      long fadeStart) {
    float step = (nextGain - gain) / Grid.FRAMES;
    int place = Grid.FRAMES - Grid.framesToStep(frame) - from;
    if (fadeStart == NEVER) {
      for (int i = from; i < to; i++) {
        bus[i] += source[i] * (gain + (place + i) * step);
      }
      return 0; // only a tail is asked
    }
    float[] fade = settings.fade().shape();
    int passed = (int) (frame - fadeStart) - from;
    float value = 0;
    for (int i = from; i < to; i++) {
      value = source[i] * (gain + (place + i) * step) * fade[passed + i];
      bus[i] += value;
    }
    return value;
  }
}

package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.patch.Patch;
import modpool.patch.Strike;
import modpool.patch.Zone;
import modpool.worklet.Controls;

/// What one MIDI channel or one numbered sample of a song plays: a few voices, a patch for its next
/// note, and knobs for all its voices. Any kind can stand in for any other.
///
/// Once published in a rack it belongs to the render thread; only [#id()] may be asked elsewhere.
@RenderThread
public abstract sealed class Instrument implements VoiceAssigner.Voices
    permits WorkletInstrument, ModInstrument {
  /// No voice was stolen.
  public static final int NOTHING_STOLEN = -1;

  private final String id;
  private final Controls controls;
  private final VoiceAssigner assigner;
  private final Turns turns = new Turns();
  private final int[] chokedBy; // what ends the voice's note, by voice
  private Patch patch = Patch.SILENT;
  private int lastKey = -1;
  private boolean pedal;

  Instrument(String id, int voices, int capacity, int rate) {
    this.id = id;
    controls = new Controls(rate);
    assigner = new VoiceAssigner(this, voices, capacity);
    chokedBy = new int[capacity];
  }

  /// `01`-`31` a song's sample, `ch01`-`ch16` a MIDI channel.
  public final String id() {
    return id;
  }

  /// Voices that take notes.
  public final int voices() {
    return assigner.count();
  }

  /// The knobs that all voices obey.
  public final Controls controls() {
    return controls;
  }

  /// The patch of the notes to come; those that sound keep theirs. Its round robins begin anew.
  public final void setPatch(Patch next) {
    if (next != patch) {
      patch = next;
      turns.reset();
    }
  }

  /// A key goes down. The same key from the same source is let go first, so that it never sounds
  /// twice for one key-up.
  ///
  /// Each layer of the patch takes a voice of its own, as any note does; an instrument of fewer
  /// voices than layers plays the first ones. What the new note chokes is cut before it begins.
  ///
  /// @param source who plays: a key-up counts only from the same one
  /// @return the key whose voice was stolen, the first if there are several, or [#NOTHING_STOLEN]
  public final int noteOn(long frame, int source, int key, int velocity) {
    Strike strike = patch.strike(key, velocity);
    letGo(source, key);
    if (strike.size() == 0) {
      return NOTHING_STOLEN;
    }
    if (isSilent()) {
      controls.jump();
    }
    int count = turns.next(strike, key);
    choke(strike, count, frame);
    int stolen = NOTHING_STOLEN;
    int layers = 0;
    for (int i = 0; i < strike.size() && layers < assigner.count(); i++) {
      Zone zone = strike.zone(i);
      if (zone.trigger().isDue(count)) {
        int voice = assigner.choose();
        if (stolen == NOTHING_STOLEN && isActive(voice)) {
          stolen = assigner.key(voice);
        }
        start(voice, frame, zone, key, velocity, lastKey);
        assigner.hold(voice, source, key);
        chokedBy[voice] = zone.trigger().chokedBy();
        layers++;
      }
    }
    lastKey = key;
    return stolen;
  }

  private void choke(Strike strike, int count, long frame) {
    for (int i = 0; i < strike.size(); i++) {
      int group = strike.zone(i).trigger().chokes();
      if (group != 0 && strike.zone(i).trigger().isDue(count)) {
        choke(group, frame);
      }
    }
  }

  private void choke(int group, long frame) {
    for (int voice = 0; voice < assigner.count(); voice++) {
      if (chokedBy[voice] == group) {
        cut(voice, frame);
      }
    }
  }

  private void letGo(int source, int key) {
    for (int voice = 0; voice < assigner.count(); voice++) {
      boolean same = assigner.key(voice) == key && assigner.isFrom(voice, source);
      if (same && (assigner.isHeld(voice) || assigner.isHeldByPedal(voice))) {
        keyUp(voice, false);
      }
    }
  }

  /// A key goes up.
  public final void noteOff(int source, int key) {
    for (int voice = 0; voice < assigner.count(); voice++) {
      if (assigner.key(voice) == key && assigner.isFrom(voice, source)) {
        keyUpIfHeld(voice);
      }
    }
  }

  /// All keys go up; the pedal still holds what it holds.
  public final void allNotesOff() {
    for (int voice = 0; voice < assigner.count(); voice++) {
      keyUpIfHeld(voice);
    }
  }

  /// All keys of one source go up: its cable was pulled.
  public final void releaseSource(int source) {
    for (int voice = 0; voice < assigner.count(); voice++) {
      if (assigner.isFrom(voice, source)) {
        keyUpIfHeld(voice);
      }
    }
  }

  private void keyUpIfHeld(int voice) {
    if (assigner.isHeld(voice)) {
      keyUp(voice, pedal);
    }
  }

  private void keyUp(int voice, boolean pedalHolds) {
    if (assigner.keyUp(voice, pedalHolds)) {
      release(voice);
    }
  }

  /// The sustain pedal. Going up it releases what it alone held.
  public final void setPedal(boolean down) {
    pedal = down;
    for (int voice = 0; voice < assigner.count() && !down; voice++) {
      if (assigner.isHeldByPedal(voice)) {
        keyUp(voice, false);
      }
    }
  }

  /// Every voice of this instrument, and of no other, is cut with the shortest fade; round robins
  /// begin anew.
  public final void allSoundOff(long frame) {
    turns.reset();
    for (int voice = 0; voice < assigner.count(); voice++) {
      cut(voice, frame);
    }
  }

  /// The pitch knobs were moved and must be heard at this very frame.
  public final void refreshPitch() {
    for (int voice = 0; voice < assigner.count(); voice++) {
      refresh(voice);
    }
  }

  /// Keys were tuned anew: notes that sound on them move at this very frame.
  ///
  /// @param first the lowest of these keys
  /// @param step from one of them to the next
  public final void retune(int first, int step) {
    for (int voice = 0; voice < assigner.count(); voice++) {
      if (isActive(voice) && assigner.key(voice) % step == first) {
        retune(voice);
      }
    }
  }

  /// Voices on which a note sounds.
  public abstract int activeVoices();

  /// How many things it adds to a bus when it renders next: voices, their tails, and what is left
  /// of a tail that had to give way. With a single one, any sum can be its bus.
  public abstract int sounds();

  /// Adds up to a piece to this instrument's bus, voice by voice from local voice 0.
  ///
  /// @param frame absolute frame of index 0
  public final void render(long frame, int frames, float[] busLeft, float[] busRight) {
    int at = 0;
    while (at < frames && !isSilent()) {
      long now = frame + at;
      if (Grid.isStep(now)) {
        controls.step();
      }
      int end = controls.areStill() ? frames : Math.min(frames, at + Grid.framesToStep(now));
      renderVoices(now, at, end, busLeft, busRight);
      at = end;
    }
  }

  final void resize(int voices) {
    assigner.resize(voices);
  }

  /// True when nothing sounds, tails included.
  public abstract boolean isSilent();

  abstract void start(int voice, long frame, Zone zone, int key, int velocity, int glideFromKey);

  abstract void release(int voice);

  abstract void cut(int voice, long frame);

  abstract void refresh(int voice);

  abstract void retune(int voice);

  /// @param frame absolute frame of index `from`
  abstract void renderVoices(long frame, int from, int to, float[] busLeft, float[] busRight);

  /// A song's track starts a sample on a voice of its own; see [modpool.worklet.Engine#startTrack].
  public abstract void startTrack(
      int voice,
      long frame,
      Zone zone,
      long startPhase,
      long increment,
      float volume,
      float pan,
      boolean audible);

  /// A track's note ends, with the shortest fade.
  public final void endTrack(int voice, long frame) {
    cut(voice, frame);
  }

  /// The pitch of a track's voice, from this frame on.
  public abstract void setTrackIncrement(int voice, long increment);

  /// The volume of a track's voice, linear.
  public abstract void setTrackVolume(int voice, float volume);

  /// Mutes a track's voice, or not.
  public abstract void setTrackAudible(int voice, boolean audible);

  /// The zone whose loop follows the present pass through a track's sample; null for silence.
  public abstract void swapTrack(int voice, Zone next);
}

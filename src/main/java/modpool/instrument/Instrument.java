package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.dsp.Grid;
import modpool.patch.Patch;
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
  private final Portamento portamento = new Portamento();
  private final KeyStack keys = new KeyStack(); // while one note sounds at a time
  private final int[] voicePatch; // number of the patch that each voice plays
  private Patch patch = Patch.SILENT;
  private int patchNumber;
  private boolean pedal;
  private boolean sostenuto;
  private boolean mono;
  private boolean legato;

  Instrument(String id, int voices, int capacity, int rate) {
    this.id = id;
    controls = new Controls(rate);
    assigner = new VoiceAssigner(this, voices, capacity);
    voicePatch = new int[capacity];
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

  /// How the notes to come glide.
  public final Portamento portamento() {
    return portamento;
  }

  /// The patch of the notes to come; those that sound keep theirs.
  public final void setPatch(Patch next) {
    patchNumber += next == patch ? 0 : 1;
    patch = next;
  }

  /// One note at a time, or as many as there are voices. While several keys are down in mono, the
  /// note goes from one to the next without a new attack, and back.
  public final void setMono(boolean on) {
    mono = on;
    forgetKeys();
  }

  /// Likewise for as long as the legato switch is on, from the notes that then sound.
  public final void setLegato(boolean on) {
    legato = on;
    forgetKeys();
  }

  private void forgetKeys() {
    if (!isSingle()) {
      keys.clear();
    }
  }

  private boolean isSingle() {
    return mono || legato;
  }

  /// A key goes down. The same key from the same source is let go first, so that it never sounds
  /// twice for one key-up.
  ///
  /// @param source who plays: a key-up counts only from the same one
  /// @return the key whose voice was stolen, or [#NOTHING_STOLEN]
  public final int noteOn(long frame, int source, int key, int velocity) {
    Zone zone = patch.zoneFor(key);
    boolean caught = letGo(source, key);
    if (zone == null) {
      return NOTHING_STOLEN;
    }
    if (isSilent()) {
      controls.jump();
    }
    if (isSingle()) {
      keys.push(source, key, velocity);
    }
    int sounding = soundingBefore(source);
    if (canSlide(sounding, key)) {
      slide(sounding, frame, source, key);
      return NOTHING_STOLEN;
    }
    if (isSingle() && sounding >= 0) {
      keyUp(sounding, false);
    }
    int voice = mono ? 0 : assigner.choose();
    int stolen = isActive(voice) && !mono ? assigner.key(voice) : NOTHING_STOLEN;
    begin(voice, frame, zone, source, key, velocity);
    assigner.setCaught(voice, caught);
    return stolen;
  }

  private void begin(int voice, long frame, Zone zone, int source, int key, int velocity) {
    start(voice, frame, zone, key, velocity, portamento.from(), portamento.ms(zone));
    assigner.hold(voice, source, key);
    voicePatch[voice] = patchNumber;
    portamento.played(key);
  }

  /// The voice that goes on as the new key's, if it can: that of the key which portamento was told
  /// to start from or, when one note sounds at a time, that of the key before.
  private int soundingBefore(int source) {
    int named = portamento.named();
    int from = named == Portamento.NONE ? -1 : assigner.playing(source, named);
    return from < 0 && isSingle() ? assigner.lastHeld() : from;
  }

  /// A voice reaches as far as its zone, and only while its patch is the one to play.
  private boolean canSlide(int voice, int key) {
    if (voice < 0 || voicePatch[voice] != patchNumber) {
      return false;
    }
    Zone zone = zone(voice);
    boolean reaches = zone.lowKey() <= key && key <= zone.highKey();
    return reaches && !zone.sound().oneShot();
  }

  private void slide(int voice, long frame, int source, int key) {
    slide(voice, frame, key, portamento.ms(zone(voice)));
    assigner.rename(voice, source, key);
    portamento.played(key);
  }

  /// @return whether the sostenuto pedal had caught it
  private boolean letGo(int source, int key) {
    boolean caught = false;
    for (int voice = 0; voice < assigner.count(); voice++) {
      boolean same = assigner.key(voice) == key && assigner.isFrom(voice, source);
      if (same && (assigner.isHeld(voice) || assigner.isHeldByPedal(voice))) {
        caught |= assigner.isCaught(voice);
        keyUp(voice, false);
      }
    }
    return caught;
  }

  /// A key goes up.
  public final void noteOff(long frame, int source, int key) {
    keys.remove(source, key);
    for (int voice = 0; voice < assigner.count(); voice++) {
      if (assigner.key(voice) == key && assigner.isFrom(voice, source)) {
        keyUpOrBack(voice, frame);
      }
    }
  }

  /// All keys go up; the pedals still hold what they hold.
  public final void allNotesOff() {
    keys.clear();
    for (int voice = 0; voice < assigner.count(); voice++) {
      keyUpIfHeld(voice);
    }
  }

  /// All keys of one source go up: its cable was pulled.
  public final void releaseSource(long frame, int source) {
    keys.removeAll(source);
    for (int voice = 0; voice < assigner.count(); voice++) {
      if (assigner.isFrom(voice, source)) {
        keyUpOrBack(voice, frame);
      }
    }
  }

  /// Where one note sounds at a time, it goes back to a key that is still down.
  private void keyUpOrBack(int voice, long frame) {
    boolean goesBack = !keys.isEmpty() && assigner.isHeld(voice) && voice == assigner.lastHeld();
    if (!goesBack) {
      keyUpIfHeld(voice);
      return;
    }
    int key = keys.key();
    if (canSlide(voice, key)) {
      slide(voice, frame, keys.source(), key);
      return;
    }
    keyUp(voice, false);
    Zone zone = patch.zoneFor(key);
    if (zone != null && !zone.sound().oneShot()) { // a hit is over, whoever holds its key
      begin(voice, frame, zone, keys.source(), key, keys.velocity());
    }
  }

  private void keyUpIfHeld(int voice) {
    if (assigner.isHeld(voice)) {
      keyUp(voice, pedal || assigner.isCaught(voice));
    }
  }

  private void keyUp(int voice, boolean pedalHolds) {
    if (assigner.keyUp(voice, pedalHolds)) {
      release(voice);
    }
  }

  /// Pressure on one key, 0..1, while its note is held.
  public final void pressKey(int source, int key, float pressure) {
    int voice = assigner.playing(source, key);
    if (voice >= 0) {
      press(voice, pressure);
    }
  }

  /// The sustain pedal. Going up it releases what it alone held.
  public final void setPedal(boolean down) {
    pedal = down;
    letPedalsHold();
  }

  /// The sostenuto pedal: it holds what sounds when it goes down, and nothing that comes later.
  public final void setSostenuto(boolean down) {
    if (down == sostenuto) {
      return;
    }
    sostenuto = down;
    for (int voice = 0; voice < assigner.count(); voice++) {
      boolean sounds = assigner.isHeld(voice) || assigner.isHeldByPedal(voice);
      assigner.setCaught(voice, down && sounds);
    }
    letPedalsHold();
  }

  private void letPedalsHold() {
    for (int voice = 0; voice < assigner.count() && !pedal; voice++) {
      if (assigner.isHeldByPedal(voice) && !assigner.isCaught(voice)) {
        keyUp(voice, false);
      }
    }
  }

  /// Every voice of this instrument, and of no other, is cut with the shortest fade.
  public final void allSoundOff(long frame) {
    for (int voice = 0; voice < assigner.count(); voice++) {
      cut(voice, frame);
    }
    keys.clear();
  }

  /// The pitch knobs were moved and must be heard at this very frame.
  public final void refreshPitch() {
    for (int voice = 0; voice < assigner.count(); voice++) {
      refresh(voice);
    }
  }

  /// Voices on which a note sounds.
  public abstract int activeVoices();

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

  abstract void start(
      int voice, long frame, Zone zone, int key, int velocity, int glideFromKey, double glideMs);

  /// The note that sounds becomes another key's, without a new attack.
  abstract void slide(int voice, long frame, int key, double glideMs);

  abstract void press(int voice, float pressure);

  /// What an active voice plays.
  abstract Zone zone(int voice);

  abstract void release(int voice);

  abstract void cut(int voice, long frame);

  abstract void refresh(int voice);

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

package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.effect.Effect;
import modpool.effect.HeldEffects;
import modpool.effect.NoteEffects;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Strike;
import modpool.patch.Zone;
import modpool.worklet.Onset;

/// What keys and pedals do to an instrument's voices: which ones a key press takes, how one note
/// follows another, what a key-up lets go.
@RenderThread
abstract sealed class KeyedVoices extends SharedVoices permits Instrument {
  private static final int OFFSET_UNIT = 256; // frames

  private final VoiceAssigner assigner;
  private final Portamento portamento = new Portamento();
  private final KeyStack keys = new KeyStack(); // while one note sounds at a time
  private final Turns turns = new Turns();
  private final int[] chokedBy; // what ends the voice's note, by voice
  private final int[] voicePatch; // number of the patch that each voice plays
  private final NoteEffects noteEffects;
  private final Onset onset = new Onset();
  private HeldEffects effects = new HeldEffects();
  private Sample lastSample;
  private Patch patch = Patch.SILENT;
  private int patchNumber;
  private boolean pedal;
  private boolean sostenuto;
  private boolean mono;
  private boolean legato;

  KeyedVoices(
      int voices, int capacity, int firstBorrowed, int mostBorrowed, int rate, Sharing sharing) {
    super(voices, capacity, firstBorrowed, mostBorrowed, rate, sharing);
    assigner = assigner();
    chokedBy = new int[assigner.capacity()];
    voicePatch = new int[assigner.capacity()];
    noteEffects = new NoteEffects(assigner.capacity());
  }

  /// A note goes on in another voice.
  @Override
  final void noteMoved(int voice, int to) {
    chokedBy[to] = chokedBy[voice];
    voicePatch[to] = voicePatch[voice];
    noteEffects.move(voice, to);
  }

  /// How the notes to come glide.
  public final Portamento portamento() {
    return portamento;
  }

  /// The patch of the notes to come; those that sound keep theirs. Its round robins begin anew.
  public final void setPatch(Patch next) {
    if (next != patch) {
      patch = next;
      patchNumber++;
      turns.reset();
    }
  }

  /// The patch that was edited, in place of the one before: notes that sound go on as their zones
  /// are now, where these still reach their keys.
  public final void succeed(long frame, Patch next) {
    Patch past = patch;
    if (next == past) {
      return;
    }
    setPatch(next);
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (isActive(voice)) {
        Zone zone = next.successor(past, zone(voice), assigner.key(voice));
        if (zone != null) {
          follow(voice, frame, zone);
          voicePatch[voice] = patchNumber;
        } else {
          cut(voice, frame);
        }
      }
    }
  }

  /// The effects that its notes obey, as they are held by then.
  public final void setEffects(HeldEffects held) {
    effects = held;
  }

  /// The sample of the note that began last; null before the first.
  public final Sample lastSample() {
    return lastSample;
  }

  /// A tick of the effects that are held.
  public final void tick(long frame) {
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (isActive(voice)) {
        tick(voice, frame);
      }
    }
  }

  private void tick(int voice, long frame) {
    int then = noteEffects.tick(voice, frame, assigner.key(voice), effects);
    if (then == NoteEffects.CUT) {
      cut(voice, frame);
      return;
    }
    if (then == NoteEffects.RESTART && (assigner.isHeld(voice) || assigner.isHeldByPedal(voice))) {
      onset.of(zone(voice), assigner.key(voice), noteEffects.velocity(voice));
      onset.glideFromKey = Onset.NO_KEY;
      onset.offset = effects.parameter(Effect.OFFSET) * OFFSET_UNIT;
      onset.side = sharing().side(this, voice);
      start(voice, frame, onset);
    }
    setEffect(voice, noteEffects.cents(voice), noteEffects.gain(voice));
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
  /// Each layer of the patch takes a voice of its own, as any note does; an instrument of fewer
  /// voices than layers plays the first ones. What the new note chokes is cut before it begins.
  ///
  /// @param source who plays: a key-up counts only from the same one
  public final void noteOn(long frame, int source, int key, int velocity) {
    Strike strike = patch.strike(key, velocity);
    boolean caught = letGo(source, key);
    if (strike.size() == 0) {
      return;
    }
    if (isSilent()) {
      controls().jump();
    }
    if (isSingle()) {
      keys.push(source, key, velocity);
    }
    int before = noteBefore(source);
    if (before >= 0 && slideNote(before, frame, source, key)) {
      return;
    }
    if (isSingle()) {
      endBefore(before, frame);
    }
    begin(strike, frame, source, key, velocity, caught);
  }

  /// A voice of the note that goes on as the new key's, if it can: that of the key which portamento
  /// was told to start from or, when one note sounds at a time, that of the key before.
  private int noteBefore(int source) {
    int named = portamento.named();
    int from = named == Portamento.NONE ? -1 : assigner.playing(source, named);
    return from < 0 && isSingle() ? assigner.lastHeld() : from;
  }

  /// All voices of a note go on as another key's, or none.
  private boolean slideNote(int one, long frame, int source, int key) {
    int fromKey = assigner.key(one);
    int fromSource = assigner.source(one);
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (assigner.isPlaying(voice, fromSource, fromKey) && !canSlide(voice, key)) {
        return false;
      }
    }
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (assigner.isPlaying(voice, fromSource, fromKey)) {
        slide(voice, frame, key, portamento.ms(zone(voice)));
        assigner.rename(voice, source, key);
      }
    }
    portamento.played(key);
    return true;
  }

  /// A voice reaches as far as its zone, and only while its patch is the one to play.
  private boolean canSlide(int voice, int key) {
    Zone zone = zone(voice);
    boolean reaches = zone.lowKey() <= key && key <= zone.highKey();
    return reaches && voicePatch[voice] == patchNumber && !zone.sound().oneShot();
  }

  /// In mono nothing goes on beside the new note; the legato switch ends the key before only.
  private void endBefore(int one, long frame) {
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (mono) {
        cut(voice, frame);
      } else if (one >= 0 && assigner.isPlaying(voice, assigner.source(one), assigner.key(one))) {
        keyUp(voice, false);
      }
    }
  }

  private void begin(Strike strike, long frame, int source, int key, int velocity, boolean caught) {
    int count = turns.next(strike, key);
    choke(strike, count, frame);
    int layers = 0;
    for (int i = 0; i < strike.size() && layers < sharing().most(this); i++) {
      Zone zone = strike.zone(i);
      if (zone.trigger().isDue(count)) {
        int voice = sharing().take(this, frame);
        onset.of(zone, key, velocity).glideFromKey = portamento.from();
        onset.glideMs = portamento.ms(zone);
        onset.offset = effects.parameter(Effect.OFFSET) * OFFSET_UNIT;
        onset.side = sharing().side(this, voice);
        start(voice, frame, onset);
        noteEffects.begin(voice, frame, velocity);
        lastSample = zone.sample();
        assigner.hold(voice, source, key);
        assigner.setCaught(voice, caught);
        chokedBy[voice] = zone.trigger().chokedBy();
        voicePatch[voice] = patchNumber;
        layers++;
      }
    }
    portamento.played(key);
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
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (chokedBy[voice] == group) {
        cut(voice, frame);
      }
    }
  }

  /// @return whether the sostenuto pedal had caught it
  private boolean letGo(int source, int key) {
    boolean caught = false;
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (assigner.isPlaying(voice, source, key)) {
        caught |= assigner.isCaught(voice);
        keyUp(voice, false);
      }
    }
    return caught;
  }

  /// A key goes up.
  public final void noteOff(long frame, int source, int key) {
    keys.remove(source, key);
    int last = assigner.lastHeld();
    if (last >= 0 && assigner.isPlaying(last, source, key)) {
      goBack(last, frame);
    }
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (assigner.key(voice) == key && assigner.isFrom(voice, source)) {
        keyUpIfHeld(voice);
      }
    }
  }

  /// All keys go up; the pedals still hold what they hold.
  public final void allNotesOff() {
    keys.clear();
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      keyUpIfHeld(voice);
    }
  }

  /// All keys of one source go up: its cable was pulled.
  public final void releaseSource(long frame, int source) {
    keys.removeAll(source);
    int last = assigner.lastHeld();
    if (last >= 0 && assigner.isFrom(last, source)) {
      goBack(last, frame);
    }
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (assigner.isFrom(voice, source)) {
        keyUpIfHeld(voice);
      }
    }
  }

  /// Where one note sounds at a time, it returns to a key that is still down.
  private void goBack(int one, long frame) {
    if (keys.isEmpty() || slideNote(one, frame, keys.source(), keys.key())) {
      return;
    }
    endBefore(one, frame);
    Strike strike = patch.strike(keys.key(), keys.velocity());
    if (strike.size() > 0 && !strike.zone(0).sound().oneShot()) { // a hit is over once it was hit
      begin(strike, frame, keys.source(), keys.key(), keys.velocity(), false);
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
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (assigner.isPlaying(voice, source, key)) {
        press(voice, pressure);
      }
    }
  }

  /// No key is pressed any more, though keys may still be down.
  public final void releasePressure() {
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (isActive(voice)) {
        press(voice, 0);
      }
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
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      boolean sounds = assigner.isHeld(voice) || assigner.isHeldByPedal(voice);
      assigner.setCaught(voice, down && sounds);
    }
    letPedalsHold();
  }

  private void letPedalsHold() {
    for (int voice = assigner.first();
        voice < assigner.end() && !pedal;
        voice = assigner.after(voice)) {
      if (assigner.isHeldByPedal(voice) && !assigner.isCaught(voice)) {
        keyUp(voice, false);
      }
    }
  }

  /// Every voice of this instrument, and of no other, is cut with the shortest fade; round robins
  /// begin anew.
  public final void allSoundOff(long frame) {
    turns.reset();
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      cut(voice, frame);
    }
    keys.clear();
  }

  /// The pitch knobs were moved and must be heard at this very frame.
  public final void refreshPitch() {
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      refresh(voice);
    }
  }

  /// Keys were tuned anew: notes that sound on them move at this very frame.
  ///
  /// @param first the lowest of these keys
  /// @param step from one of them to the next
  public final void retune(int first, int step) {
    for (int voice = assigner.first(); voice < assigner.end(); voice = assigner.after(voice)) {
      if (isActive(voice) && assigner.key(voice) % step == first) {
        retune(voice);
      }
    }
  }

  /// True when nothing sounds, tails included.
  public abstract boolean isSilent();

  abstract void start(int voice, long frame, Onset onset);

  /// The note that sounds becomes another key's, without a new attack.
  abstract void slide(int voice, long frame, int key, double glideMs);

  /// The note that sounds goes on as another zone's.
  abstract void follow(int voice, long frame, Zone next);

  /// What a tracker's effects make of a note's pitch and level.
  abstract void setEffect(int voice, double cents, float gain);

  abstract void press(int voice, float pressure);

  /// What an active voice plays.
  abstract Zone zone(int voice);

  abstract void release(int voice);

  abstract void refresh(int voice);

  abstract void retune(int voice);
}

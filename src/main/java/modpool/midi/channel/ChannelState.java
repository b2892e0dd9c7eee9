package modpool.midi.channel;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;
import modpool.bridge.board.ChannelBoard;
import modpool.instrument.Instrument;
import modpool.instrument.StealListener;
import modpool.midi.controller.Glide;
import modpool.midi.controller.Knobs;
import modpool.midi.controller.Master;
import modpool.midi.controller.ParameterNumbers;
import modpool.midi.controller.Part;
import modpool.midi.controller.SoundControllers;
import modpool.patch.MacroRoute;
import modpool.patch.ProgramTable;
import modpool.tuning.KeyTuning;

/// One MIDI channel: its controllers, its program and its [#keys()], and the instrument that plays
/// them. The state is the channel's, so it outlives any change of instrument.
///
/// As a member of a zone it plays its lead's program with its lead's controllers; its own are
/// wheel, pressure and brightness. See [Zones].
@RenderThread
final class ChannelState {
  private static final Part[] PARTS = Part.values();
  private static final double PRESSURE_CENTS = 50;
  private static final float SOFT_GAIN = 0.5f;

  private final Master master;
  private final KeyTuning tuning;
  private final BankChoice choice;
  private final StealListener steals;
  private final Knobs knobs = new Knobs();
  private final ChannelKeys keys;
  private final ChannelState[] members = new ChannelState[Channels.COUNT];

  private ChannelState lead = this;
  private int memberCount;
  private Instrument instrument;
  private ProgramTable programs;
  private double tuneCents;

  /// @param tuning what its keys are tuned to
  /// @param steals hears of the voices that its notes lose
  ChannelState(Master master, KeyTuning tuning, boolean drums, StealListener steals) {
    this.master = master;
    this.tuning = tuning;
    this.steals = steals;
    choice = new BankChoice(drums);
    keys = new ChannelKeys(knobs.effects(), tuning);
  }

  ChannelKeys keys() {
    return keys;
  }

  /// Gives the channel another instrument or other banks; what was set stays set.
  void attach(Instrument next, ProgramTable table) {
    boolean sameInstrument = next == instrument;
    if (sameInstrument && table == programs) {
      return;
    }
    instrument = next;
    keys.playOn(next);
    programs = table;
    if (sameInstrument) {
      applyHere(Part.PATCH);
    } else {
      if (next != null) {
        next.setStealListener(steals);
      }
      applyAllHere();
    }
  }

  void setTuneCents(double cents) {
    if (cents != tuneCents) { // else a rack that only moves voices would touch their pitch
      tuneCents = cents;
      applyHere(Part.PITCH);
    }
  }

  ChannelState lead() {
    return lead;
  }

  void clearMembers() {
    memberCount = 0;
  }

  void addMember(ChannelState member) {
    members[memberCount++] = member;
  }

  /// Becomes a member of a lead's zone, or its own channel.
  void follow(ChannelState next) {
    if (next != lead) {
      lead = next;
      keys.follow(next.knobs.effects(), next.tuning);
      applyAllHere();
    }
  }

  private boolean isMember() {
    return lead != this;
  }

  /// Whether there is anything for a tick to do.
  boolean needsTicks() {
    return knobs.effects().needTicks() || keys.isWaiting();
  }

  /// All channels have had their tick.
  void ticked() {
    knobs.effects().ticked();
  }

  /// Some keys were tuned anew: what sounds on them follows, in the whole zone.
  void retune(int first, int step) {
    keys.retune(first, step);
    for (int i = 0; i < memberCount; i++) {
      members[i].keys.retune(first, step);
    }
  }

  /// @return false when the program has no patch of its own and another stands in
  boolean setProgram(int number) {
    if (isMember()) {
      return true;
    }
    choice.setProgram(number, programs);
    apply(Part.PATCH);
    return instrument == null || choice.isExact(programs);
  }

  /// Plays drums, or melodies, from the next note on.
  void setDrums(boolean on) {
    choice.setDrums(on, programs);
    apply(Part.PATCH);
    apply(Part.PITCH);
  }

  BankChoice choice() {
    return choice;
  }

  int bank() {
    return choice.bank(programs);
  }

  /// Shows how it is set; a member of a zone as its lead is.
  void show(ChannelBoard board, int number, int heard) {
    BankChoice chosen = lead.choice;
    board.show(
        number,
        chosen.playedBank(),
        chosen.program(),
        chosen.playsKit(),
        lead.knobs.levels().volume(),
        lead.knobs.levels().pan(),
        lead.knobs.pedals().sustains(),
        heard);
    lead.knobs.show(board, number);
  }

  void setPressure(int value) {
    knobs.setPressure(value);
    apply(Part.VIBRATO);
  }

  void setBend(int value) {
    knobs.bend().set(value);
    apply(Part.PITCH);
  }

  /// @return the registered parameter that this has set, or [ParameterNumbers#NONE]
  int control(long frame, int source, int controller, int value) {
    switch (controller) {
      case 6 -> {
        return parameterSet(knobs.parameters().enterMsb(value));
      }
      case 38 -> {
        return parameterSet(knobs.parameters().enterLsb(value));
      }
      case 96 -> {
        return parameterSet(knobs.parameters().step(1));
      }
      case 97 -> {
        return parameterSet(knobs.parameters().step(-1));
      }
      case 98, 99, 100, 101 -> knobs.parameters().select(controller, value);
      case SoundControllers.BRIGHTNESS -> setSound(controller, value);
      case 120 -> allSoundOff(frame);
      case 121 -> resetControllers();
      case 123, 124, 125, 126, 127 -> allNotesOff(); // the mode messages imply it
      default -> {
        if (!isMember()) {
          controlOfLead(source, controller, value);
        }
      }
    }
    return ParameterNumbers.NONE;
  }

  private void controlOfLead(int source, int controller, int value) {
    switch (controller) {
      case 0 -> choice.setMsb(value);
      case 32 -> choice.setLsb(value);
      case 84 -> glideFrom(value);
      default -> {
        Part part = knobs.set(source, controller, value);
        if (part != null) {
          apply(part);
        }
      }
    }
  }

  private void glideFrom(int key) {
    if (instrument != null) {
      instrument.portamento().startFrom(key);
    }
  }

  private void setSound(int controller, int value) {
    knobs.sound().set(controller, value);
    apply(Part.TONE);
  }

  /// One note at a time, or many.
  void setMono(boolean on) {
    knobs.glide().setMono(on);
    apply(Part.GLIDE);
  }

  void setBendSemitones(int semitones) {
    knobs.parameters().setBendSemitones(semitones);
    apply(Part.PITCH);
  }

  private int parameterSet(int number) {
    switch (number) {
      case ParameterNumbers.NONE,
          ParameterNumbers.ZONE,
          ParameterNumbers.TUNING_PROGRAM,
          ParameterNumbers.TUNING_BANK -> {}
      case ParameterNumbers.BEND_RANGE -> {
        if (isMember()) {
          lead.shareBendRange(knobs.parameters());
        }
        apply(Part.PITCH);
      }
      case ParameterNumbers.FINE_TUNING, ParameterNumbers.COARSE_TUNING -> apply(Part.PITCH);
      case ParameterNumbers.WHEEL_RANGE -> apply(Part.VIBRATO);
      default -> {
        if (!isMember()) {
          setSound(number - ParameterNumbers.SOUND, knobs.parameters().soundValue());
        }
      }
    }
    return number;
  }

  private void shareBendRange(ParameterNumbers from) {
    for (int i = 0; i < memberCount; i++) {
      members[i].knobs.parameters().takeBendRange(from);
      members[i].applyHere(Part.PITCH);
    }
  }

  int tuningProgram() {
    return knobs.parameters().tuningProgram();
  }

  int tuningBank() {
    return knobs.parameters().tuningBank();
  }

  int zoneMembers() {
    return knobs.parameters().zoneMembers();
  }

  /// A source has gone, with its keys and its pedals.
  void sourceGone(long frame, int source) {
    knobs.pedals().release(source);
    keys.forget(source);
    apply(Part.PEDALS);
    if (instrument != null) {
      instrument.releaseSource(frame, source);
    }
  }

  /// Pedals stand as another channel's do, but for one source's, which are up.
  void followPedals(ChannelState other, int except) {
    knobs.pedals().follow(other.knobs.pedals(), except);
    apply(Part.PEDALS);
  }

  /// Keys and pedals up.
  void releaseAll() {
    knobs.pedals().release();
    keys.release();
    apply(Part.PEDALS);
  }

  /// All keys up, of the whole zone.
  void allNotesOff() {
    keys.release();
    for (int i = 0; i < memberCount; i++) {
      members[i].keys.release();
    }
  }

  /// Silence, of the whole zone.
  void allSoundOff(long frame) {
    keys.cut(frame);
    for (int i = 0; i < memberCount; i++) {
      members[i].keys.cut(frame);
    }
  }

  /// What controller 121 resets; see [Knobs#rest]. Of a whole zone.
  void resetControllers() {
    rest();
    for (int i = 0; i < memberCount; i++) {
      members[i].rest();
    }
  }

  /// Likewise, of this channel alone.
  void rest() {
    knobs.rest();
    if (instrument != null) {
      instrument.portamento().startFrom(-1);
      instrument.releasePressure();
    }
    apply(Part.PEDALS);
    apply(Part.VIBRATO);
    apply(Part.LEVEL);
    apply(Part.PITCH);
    apply(Part.GLIDE);
  }

  /// As at power-up. It must have left its zone.
  ///
  /// @param reverb how much goes to the reverb
  void reset(BankSelect style, int reverb) {
    rest();
    knobs.reset(reverb);
    choice.setStyle(style);
    choice.reset(programs);
    applyAllHere();
  }

  /// Hands what is set to an imprint, or takes it from there: all but what hands and feet hold.
  void pass(Imprint state) {
    choice.pass(state);
    knobs.pass(state);
  }

  /// Everything may have been set.
  void recalled(BankSelect style) {
    choice.setStyle(style);
    applyAllHere();
  }

  /// Something that all channels have in common was set.
  void masterSet() {
    applyHere(Part.LEVEL);
    applyHere(Part.PITCH);
  }

  private void applyAllHere() {
    for (Part part : PARTS) {
      applyHere(part);
    }
  }

  /// Hands on what was set, to the members of the zone too.
  private void apply(Part part) {
    applyHere(part);
    for (int i = 0; i < memberCount; i++) {
      members[i].applyHere(part);
    }
  }

  private void applyHere(Part part) {
    if (instrument == null) {
      return;
    }
    switch (part) {
      case PATCH -> {
        instrument.setPatch(lead.choice.patch(programs));
        instrument.controls().setTuning(lead.tuning);
      }
      case LEVEL -> lead.knobs.levels().apply(instrument.controls(), master);
      case PITCH -> applyPitch();
      case VIBRATO -> applyVibrato();
      case TONE ->
          lead.knobs.sound().apply(instrument.controls(), isMember() ? knobs.sound() : null);
      case GLIDE -> applyGlide(lead.knobs.glide());
      case PEDALS -> applyPedals();
      case EFFECTS -> instrument.setEffects(lead.knobs.effects());
      case MACROS -> {
        for (int macro = 0; macro < MacroRoute.MACROS; macro++) {
          instrument.controls().setMacro(macro, lead.knobs.macro(macro) / 127f);
        }
      }
    }
  }

  private void applyGlide(Glide glide) {
    instrument.portamento().set(glide.hasPortamento());
    instrument.portamento().setMs(glide.ms());
    instrument.setLegato(glide.isLegato());
    instrument.setMono(glide.isMono());
  }

  private void applyPitch() {
    double bent = knobs.bend().cents(knobs.parameters().bendRangeCents());
    if (isMember()) {
      bent += lead.knobs.bend().cents(lead.knobs.parameters().bendRangeCents());
    }
    double tuned = tuneCents + lead.knobs.parameters().fineCents() + master.fineCents();
    if (!lead.choice.playsKit()) { // semitones would make other drums of them
      tuned += lead.knobs.parameters().coarseCents() + master.coarseCents();
    }
    instrument.controls().setBendCents(bent);
    instrument.controls().setTuneCents(tuned);
    instrument.refreshPitch();
  }

  private void applyVibrato() {
    double wheel = lead.knobs.modulation() / 127f * lead.knobs.parameters().wheelCents();
    double pressed = Math.max(lead.knobs.pressure(), knobs.pressure()) / 127f * PRESSURE_CENTS;
    instrument.controls().setVibratoCents(Math.max(wheel, pressed));
  }

  private void applyPedals() {
    instrument.setPedal(lead.knobs.pedals().sustains());
    instrument.setSostenuto(lead.knobs.pedals().catches());
    instrument.controls().setTouch(lead.knobs.pedals().softens() ? SOFT_GAIN : 1);
  }
}

package modpool.midi.channel;

import modpool.bridge.ChannelBoard;
import modpool.bridge.RenderThread;
import modpool.instrument.Instrument;
import modpool.patch.MacroRoute;
import modpool.patch.ProgramTable;
import modpool.tuning.KeyTuning;

/// One MIDI channel: its controllers, its program, and the instrument that plays them. The state is
/// the channel's, so it outlives any change of instrument.
///
/// As a member of a zone it plays its lead's program with its lead's controllers; its own are
/// wheel, pressure and brightness. See [Zones].
@RenderThread
final class ChannelState {
  private enum Part {
    PATCH,
    LEVEL,
    PITCH,
    VIBRATO,
    TONE,
    GLIDE,
    PEDALS,
    MACROS
  }

  private static final Part[] PARTS = Part.values();
  private static final double PRESSURE_CENTS = 50;
  private static final float SOFT_GAIN = 0.5f;
  private static final int ON_FROM = 64;

  private final Master master;
  private final KeyTuning tuning;
  private final BankChoice choice;
  private final Levels levels = new Levels();
  private final PitchBend bend = new PitchBend();
  private final ParameterNumbers parameters = new ParameterNumbers();
  private final SoundControllers sound = new SoundControllers();
  private final Pedals pedals = new Pedals();
  private final Glide glide = new Glide();
  private final int[] macros = new int[MacroRoute.MACROS];
  private final ChannelState[] members = new ChannelState[Channels.COUNT];

  private ChannelState lead = this;
  private int memberCount;
  private Instrument instrument;
  private ProgramTable programs;
  private int modulation;
  private int pressure;
  private double tuneCents;

  /// @param tuning what its keys are tuned to
  ChannelState(Master master, KeyTuning tuning, boolean drums) {
    this.master = master;
    this.tuning = tuning;
    choice = new BankChoice(drums);
  }

  /// Gives the channel another instrument or other banks; what was set stays set.
  void attach(Instrument next, ProgramTable table) {
    boolean sameInstrument = next == instrument;
    if (sameInstrument && table == programs) {
      return;
    }
    instrument = next;
    programs = table;
    if (sameInstrument) {
      applyHere(Part.PATCH);
    } else {
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
      applyAllHere();
    }
  }

  private boolean isMember() {
    return lead != this;
  }

  /// @return the key whose voice was stolen, or [Instrument#NOTHING_STOLEN]
  int noteOn(long frame, int source, int key, int velocity) {
    return instrument == null || lead.tuning.isSilent(key)
        ? Instrument.NOTHING_STOLEN
        : instrument.noteOn(frame, source, key, velocity);
  }

  void noteOff(long frame, int source, int key) {
    if (instrument != null) {
      instrument.noteOff(frame, source, key);
    }
  }

  /// Some keys were tuned anew: what sounds on them follows, in the whole zone.
  void retune(int first, int step) {
    retuneHere(first, step);
    for (int i = 0; i < memberCount; i++) {
      members[i].retuneHere(first, step);
    }
  }

  private void retuneHere(int first, int step) {
    if (instrument != null) {
      instrument.retune(first, step);
    }
  }

  void pressKey(int source, int key, int value) {
    if (instrument != null) {
      instrument.pressKey(source, key, value / 127f);
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
        lead.levels.volume(),
        lead.levels.pan(),
        heard);
  }

  void setPressure(int value) {
    pressure = value;
    apply(Part.VIBRATO);
  }

  void setBend(int value) {
    bend.set(value);
    apply(Part.PITCH);
  }

  /// @return the registered parameter that this has set, or [ParameterNumbers#NONE]
  int control(long frame, int source, int controller, int value) {
    switch (controller) {
      case 6 -> {
        return parameterSet(parameters.enterMsb(value));
      }
      case 38 -> {
        return parameterSet(parameters.enterLsb(value));
      }
      case 96 -> {
        return parameterSet(parameters.step(1));
      }
      case 97 -> {
        return parameterSet(parameters.step(-1));
      }
      case 98, 99, 100, 101 -> parameters.select(controller, value);
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
      case 1 -> {
        modulation = value;
        apply(Part.VIBRATO);
      }
      case 2, 7, 10, 11, 91, 93 -> setLevel(controller, value);
      case 5, 65, 68 -> setGlide(controller, value);
      case 84 -> glideFrom(value);
      case 16, 17, 18, 19 -> {
        macros[controller - 16] = value;
        apply(Part.MACROS);
      }
      case 64, 66, 67 -> {
        pedals.set(source, controller, value);
        apply(Part.PEDALS);
      }
      default -> {
        if (SoundControllers.FIRST <= controller && controller <= SoundControllers.LAST) {
          setSound(controller, value);
        }
      }
    }
  }

  private void setLevel(int controller, int value) {
    switch (controller) {
      case 2 -> levels.setBreath(value);
      case 7 -> levels.setVolume(value);
      case 10 -> levels.setPan(value);
      case 11 -> levels.setExpression(value);
      case 91 -> levels.setReverb(value);
      default -> levels.setChorus(value);
    }
    apply(Part.LEVEL);
  }

  private void setGlide(int controller, int value) {
    switch (controller) {
      case 5 -> glide.setTime(value);
      case 65 -> glide.setPortamento(value >= ON_FROM);
      default -> glide.setLegato(value >= ON_FROM);
    }
    apply(Part.GLIDE);
  }

  private void glideFrom(int key) {
    if (instrument != null) {
      instrument.portamento().startFrom(key);
    }
  }

  private void setSound(int controller, int value) {
    sound.set(controller, value);
    apply(Part.TONE);
  }

  /// One note at a time, or many.
  void setMono(boolean on) {
    glide.setMono(on);
    apply(Part.GLIDE);
  }

  void setBendSemitones(int semitones) {
    parameters.setBendSemitones(semitones);
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
          lead.shareBendRange(parameters);
        }
        apply(Part.PITCH);
      }
      case ParameterNumbers.FINE_TUNING, ParameterNumbers.COARSE_TUNING -> apply(Part.PITCH);
      case ParameterNumbers.WHEEL_RANGE -> apply(Part.VIBRATO);
      default -> {
        if (!isMember()) {
          setSound(number - ParameterNumbers.SOUND, parameters.soundValue());
        }
      }
    }
    return number;
  }

  private void shareBendRange(ParameterNumbers from) {
    for (int i = 0; i < memberCount; i++) {
      members[i].parameters.takeBendRange(from);
      members[i].applyHere(Part.PITCH);
    }
  }

  int tuningProgram() {
    return parameters.tuningProgram();
  }

  int tuningBank() {
    return parameters.tuningBank();
  }

  int zoneMembers() {
    return parameters.zoneMembers();
  }

  /// A source has gone, with its keys and its pedals.
  void sourceGone(long frame, int source) {
    pedals.release(source);
    apply(Part.PEDALS);
    if (instrument != null) {
      instrument.releaseSource(frame, source);
    }
  }

  /// Keys and pedals up.
  void releaseAll() {
    pedals.release();
    allNotesOffHere();
    apply(Part.PEDALS);
  }

  /// All keys up, of the whole zone.
  void allNotesOff() {
    allNotesOffHere();
    for (int i = 0; i < memberCount; i++) {
      members[i].allNotesOffHere();
    }
  }

  private void allNotesOffHere() {
    if (instrument != null) {
      instrument.allNotesOff();
    }
  }

  /// Silence, of the whole zone.
  void allSoundOff(long frame) {
    allSoundOffHere(frame);
    for (int i = 0; i < memberCount; i++) {
      members[i].allSoundOffHere(frame);
    }
  }

  private void allSoundOffHere(long frame) {
    if (instrument != null) {
      instrument.allSoundOff(frame);
    }
  }

  /// What controller 121 resets, by MMA RP-015: not volume, pan, bank, program, sound controllers,
  /// effect sends, parameters or macros. Those of a whole zone.
  void resetControllers() {
    rest();
    for (int i = 0; i < memberCount; i++) {
      members[i].rest();
    }
  }

  /// Likewise, of this channel alone.
  void rest() {
    pedals.release();
    modulation = 0;
    pressure = 0;
    levels.rest();
    bend.rest();
    glide.rest();
    parameters.deselect();
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
    levels.reset(reverb);
    parameters.reset();
    sound.reset();
    glide.reset();
    for (int macro = 0; macro < macros.length; macro++) {
      macros[macro] = 0;
    }
    choice.setStyle(style);
    choice.reset(programs);
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
      case LEVEL -> lead.levels.apply(instrument.controls(), master);
      case PITCH -> applyPitch();
      case VIBRATO -> applyVibrato();
      case TONE -> lead.sound.apply(instrument.controls(), isMember() ? sound : null);
      case GLIDE -> lead.glide.apply(instrument);
      case PEDALS -> applyPedals();
      case MACROS -> {
        for (int macro = 0; macro < macros.length; macro++) {
          instrument.controls().setMacro(macro, lead.macros[macro] / 127f);
        }
      }
    }
  }

  private void applyPitch() {
    double bent = bend.cents(parameters.bendRangeCents());
    if (isMember()) {
      bent += lead.bend.cents(lead.parameters.bendRangeCents());
    }
    double tuned = tuneCents + lead.parameters.fineCents() + master.fineCents();
    if (!lead.choice.playsKit()) { // semitones would make other drums of them
      tuned += lead.parameters.coarseCents() + master.coarseCents();
    }
    instrument.controls().setBendCents(bent);
    instrument.controls().setTuneCents(tuned);
    instrument.refreshPitch();
  }

  private void applyVibrato() {
    double wheel = lead.modulation / 127f * lead.parameters.wheelCents();
    double pressed = Math.max(lead.pressure, pressure) / 127f * PRESSURE_CENTS;
    instrument.controls().setVibratoCents(Math.max(wheel, pressed));
  }

  private void applyPedals() {
    instrument.setPedal(lead.pedals.sustains());
    instrument.setSostenuto(lead.pedals.catches());
    instrument.controls().setTouch(lead.pedals.softens() ? SOFT_GAIN : 1);
  }
}

package modpool.midi.channel;

import modpool.bridge.Event;
import modpool.bridge.Imprint;
import modpool.bridge.Meters;
import modpool.bridge.Notices;
import modpool.bridge.RenderThread;
import modpool.bridge.board.ChannelBoard;
import modpool.instrument.Instrument;
import modpool.instrument.StealListener;
import modpool.midi.controller.Master;
import modpool.midi.controller.ParameterNumbers;
import modpool.patch.ProgramTable;
import modpool.tuning.Tuner;
import modpool.tuning.Tuning;

/// The 16 MIDI channels. Acts on events, at their frames.
@RenderThread
public final class Channels {
  /// MIDI channels of a port.
  public static final int COUNT = 16;

  /// The channel that plays drum kits, shown as 10.
  public static final int DRUMS = 9;

  private static final int FIRST_MODE = 120;
  private static final int OMNI_OFF = 124;
  private static final int OMNI_ON = 125;
  private static final int MONO = 126;
  private static final int POLY = 127;
  private static final int REVERB = 40; // how much GM2, GS and XG send at first
  private static final int AS_AT_FIRST = -1;
  private static final BankSelect[] STYLES = BankSelect.values();

  private final Notices notices;
  private final Master master = new Master();
  private final Tuner tuner = new Tuner(DRUMS);
  private final ChannelState[] channels = new ChannelState[COUNT];
  private final Zones zones = new Zones(channels);
  private final EditorKeys editor;
  private final int[] monoChannels = new int[COUNT]; // how many each has put into mono
  private final int[] heard = new int[COUNT]; // messages that each has acted on
  private BankSelect styleAtFirst = BankSelect.ANY;
  private BankSelect style = BankSelect.ANY;
  private int omni; // a bit per channel that hears all

  public Channels(Meters meters, Notices notices) {
    this.notices = notices;
    for (int channel = 0; channel < COUNT; channel++) {
      StealCount steals = new StealCount(channel, meters, notices);
      channels[channel] = new ChannelState(master, tuner.of(channel), channel == DRUMS, steals);
    }
    editor = new EditorKeys(new ChannelState(master, tuner.of(0), false, StealListener.NOBODY));
  }

  /// What the leads of MPE zones have, their members have.
  ///
  /// @param flags a bit for each channel
  public int zoneWide(int flags) {
    return zones.zoneWide(flags);
  }

  /// Gives the editor its instrument and its patch; notes that sound go on as the patch is now.
  ///
  /// @param instrument null when nothing is edited
  /// @param edited holds the patch alone; null when nothing is edited
  public void attachEditor(long frame, Instrument instrument, ProgramTable edited) {
    editor.attach(frame, instrument, edited);
  }

  /// Gives a channel its instrument and the banks it chooses from.
  ///
  /// @param instrument null when nobody plays this channel
  public void attach(int channel, Instrument instrument, ProgramTable programs) {
    channels[channel].attach(instrument, programs);
  }

  /// Tunes all channels, in cents from equal temperament at 440 Hz.
  public void setTuneCents(double cents) {
    for (ChannelState channel : channels) {
      channel.setTuneCents(cents);
    }
    editor.state().setTuneCents(cents);
  }

  /// Where the keys lie of the notes to come, unless messages have tuned them.
  public void setTuning(Tuning tuning) {
    tuner.setTuning(tuning);
  }

  /// Acts on an event now.
  public void handle(long frame, long event) {
    int kind = Event.kind(event);
    switch (kind) {
      case Event.SOURCE_GONE -> {
        for (ChannelState channel : channels) {
          channel.sourceGone(frame, Event.source(event));
        }
        editor.state().sourceGone(frame, Event.source(event));
      }
      case Event.EDITOR_KEYS -> editor.turn(Event.value(event), channels);
      case Event.PANIC -> silence(frame);
      case Event.TUNE_KEY, Event.TUNE_OCTAVE -> tune(event);
      case Event.RESET -> reset(frame, Event.value(event));
      case Event.MASTER -> {
        master.set(Event.key(event), Event.value(event));
        for (ChannelState channel : channels) {
          channel.masterSet();
        }
        editor.state().masterSet();
      }
      case Event.BANK_STYLE -> {
        styleAtFirst = STYLES[Math.floorMod(Event.value(event), STYLES.length)];
        setStyle(styleAtFirst);
      }
      default -> {
        if (Event.channel(event) < COUNT) {
          handle(frame, event, kind, Event.channel(event));
        }
      }
    }
  }

  private void tune(long event) {
    tuner.handle(event);
    for (int number = 0; number < COUNT; number++) {
      if (tuner.retunes(event, number)) {
        channels[number].retune(Event.key(event), tuner.step(event));
      }
    }
    if (tuner.retunes(event, 0)) {
      editor.state().retune(Event.key(event), tuner.step(event));
    }
  }

  private void handle(long frame, long event, int kind, int number) {
    if (editor.takes(frame, event)) {
      return;
    }
    act(frame, event, kind, number);
    boolean isMode = kind == Event.CONTROL && Event.key(event) >= FIRST_MODE;
    if (omni == 0 || isMode || !isVoiceMessage(kind)) {
      return;
    }
    for (int other = 0; other < COUNT; other++) {
      if (other != number && (omni >> other & 1) != 0) {
        act(frame, event, kind, other);
      }
    }
  }

  private static boolean isVoiceMessage(int kind) {
    return switch (kind) {
      case Event.NOTE_ON,
          Event.NOTE_OFF,
          Event.KEY_PRESSURE,
          Event.CONTROL,
          Event.PROGRAM,
          Event.CHANNEL_PRESSURE,
          Event.BEND ->
          true;
      default -> false;
    };
  }

  /// Shows how the channels are set.
  public void show(ChannelBoard board) {
    board.showMaster(master.volume());
    for (int channel = 0; channel < COUNT; channel++) {
      channels[channel].show(board, channel, heard[channel]);
    }
  }

  /// @param number the channel that acts on it
  private void act(long frame, long event, int kind, int number) {
    ChannelState channel = channels[number];
    heard[number]++;
    int source = Event.source(event);
    int key = Event.key(event);
    int value = Event.value(event);
    switch (kind) {
      case Event.NOTE_ON -> channel.keys().noteOn(frame, source, key & 0x7F, value);
      case Event.NOTE_OFF -> channel.keys().noteOff(frame, source, key);
      case Event.KEY_PRESSURE -> channel.keys().press(source, key, value);
      case Event.CONTROL -> control(frame, source, number, key, value);
      case Event.PROGRAM -> {
        if (!channel.setProgram(value & 0x7F)) {
          int kit = channel.choice().playsKit() ? 1 << 21 : 0;
          int detail = kit | channel.bank() << 7 | value & 0x7F;
          notices.offer(Notices.UNKNOWN_PROGRAM, number, detail);
        }
      }
      case Event.BANK -> channel.choice().setBank(value);
      case Event.START_PROGRAM -> channel.choice().setStart(value >> 7, value & 0x7F);
      case Event.DRUM_PART -> {
        channel.setDrums(value != 0);
        tuner.setDrums(number, value != 0);
      }
      case Event.EFFECT_KEYS -> channel.keys().placeSwitches(value);
      case Event.CHANNEL_PRESSURE -> channel.setPressure(value);
      case Event.BEND -> channel.setBend(value);
      default -> {}
    }
  }

  private void control(long frame, int source, int number, int controller, int value) {
    ChannelState channel = channels[number];
    int parameter = channel.control(frame, source, controller, value);
    if (parameter == ParameterNumbers.ZONE) {
      zones.configure(number, channel.zoneMembers());
    } else if (parameter == ParameterNumbers.TUNING_PROGRAM) {
      tuner.choose(number, channel.tuningProgram());
    } else if (parameter == ParameterNumbers.TUNING_BANK) {
      tuner.chooseBank(number, channel.tuningBank());
    } else if (controller >= OMNI_OFF && channel.lead() == channel) {
      setMode(number, controller, value);
    }
  }

  /// The four modes of MIDI. Each channel is a receiver of its own: it hears its own channel only,
  /// or all of them; and it plays many notes, or one. Mono with a number of channels sets as many,
  /// from this one up, each one note.
  ///
  /// Who hears its own channel only would miss that a pedal of another goes up.
  private void setMode(int number, int controller, int value) {
    switch (controller) {
      case OMNI_OFF -> {
        if ((omni >> number & 1) != 0) {
          omni &= ~(1 << number);
          channels[number].releaseAll();
        }
      }
      case OMNI_ON -> omni |= 1 << number;
      case MONO -> setMono(number, Math.min(Math.max(1, value), COUNT - number));
      case POLY -> setMono(number, 0);
      default -> {}
    }
  }

  private void setMono(int number, int count) {
    int affected = Math.max(Math.max(1, count), monoChannels[number]);
    for (int i = 0; i < affected; i++) {
      channels[number + i].setMono(i < count);
      if (i > 0) {
        channels[number + i].allNotesOff();
      }
    }
    monoChannels[number] = count;
  }

  private void setStyle(BankSelect next) {
    style = next;
    for (ChannelState channel : channels) {
      channel.choice().setStyle(style);
    }
  }

  /// Everything as it was at power-up, in the way of the standard that asks for it.
  private void reset(long frame, int standard) {
    for (ChannelState channel : channels) {
      channel.allSoundOff(frame);
    }
    editor.state().allSoundOff(frame);
    editor.state().rest();
    zones.clear();
    master.reset();
    tuner.reset();
    omni = 0;
    style =
        switch (standard) {
          case Event.RESET_GM2 -> BankSelect.GM2;
          case Event.RESET_GS -> BankSelect.GS;
          case Event.RESET_XG -> BankSelect.XG;
          default -> styleAtFirst;
        };
    boolean hasReverb =
        standard == Event.RESET_GM2 || standard == Event.RESET_GS || standard == Event.RESET_XG;
    for (int number = 0; number < COUNT; number++) {
      monoChannels[number] = 0;
      channels[number].reset(style, hasReverb ? REVERB : 0);
    }
  }

  /// Hands all that is set to an imprint; not what hands and feet hold: keys, pedals, pressure.
  public void copyTo(Imprint state) {
    state.take();
    pass(state);
  }

  /// Sets all that an imprint says, in silence and with nothing held.
  public void recall(long frame, Imprint state) {
    silence(frame);
    state.give();
    pass(state);
    for (ChannelState channel : channels) {
      channel.recalled(style);
    }
  }

  private void pass(Imprint state) {
    state.group(Imprint.ALL);
    style = styleOf(state.pass("style", AS_AT_FIRST, STYLES.length - 1, styleNumber()));
    master.pass(state);
    zones.pass(state);
    for (int number = 0; number < COUNT; number++) {
      state.group(1 + number);
      channels[number].pass(state);
      boolean hearsAll = state.pass("omni", (omni >> number & 1) != 0);
      omni = hearsAll ? omni | 1 << number : omni & ~(1 << number);
      monoChannels[number] = state.pass("monoChannels", 0, COUNT - number, monoChannels[number]);
    }
    tuner.pass(state);
  }

  private int styleNumber() {
    return style == styleAtFirst ? AS_AT_FIRST : style.ordinal();
  }

  private BankSelect styleOf(int number) {
    return number == AS_AT_FIRST ? styleAtFirst : STYLES[number];
  }

  /// Whether effects are held that a tick would move.
  public boolean needTicks() {
    for (ChannelState channel : channels) {
      if (channel.needsTicks()) {
        return true;
      }
    }
    return false;
  }

  /// A tick of the effects that are held.
  public void tick(long frame) {
    for (ChannelState channel : channels) {
      channel.keys().tick(frame);
    }
    for (ChannelState channel : channels) {
      channel.ticked();
    }
  }

  /// All sound off, all pedals, wheels and controllers at rest.
  public void silence(long frame) {
    for (ChannelState channel : channels) {
      channel.allSoundOff(frame);
      channel.resetControllers();
    }
    editor.state().allSoundOff(frame);
    editor.state().resetControllers();
  }
}

package modpool.midi.controller;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;
import modpool.bridge.board.ChannelBoard;
import modpool.effect.Effect;
import modpool.effect.HeldEffects;
import modpool.patch.MacroRoute;

/// What a channel's controllers are set to, apart from those that act at once.
@RenderThread
public final class Knobs {
  private static final int ON_FROM = 64;
  private static final String[] MACRO_NAMES = {"macro1", "macro2", "macro3", "macro4"};
  private static final int FIRST_MACRO = 16;
  private static final int FIRST_EFFECT = 102;
  private static final Effect[] EFFECTS = Effect.values();

  private final Levels levels = new Levels();
  private final PitchBend bend = new PitchBend();
  private final ParameterNumbers parameters = new ParameterNumbers();
  private final SoundControllers sound = new SoundControllers();
  private final Pedals pedals = new Pedals();
  private final Glide glide = new Glide();
  private final HeldEffects effects = new HeldEffects();
  private final int[] macros = new int[MacroRoute.MACROS];
  private int modulation;
  private int pressure;

  public Levels levels() {
    return levels;
  }

  public PitchBend bend() {
    return bend;
  }

  public ParameterNumbers parameters() {
    return parameters;
  }

  public SoundControllers sound() {
    return sound;
  }

  public Pedals pedals() {
    return pedals;
  }

  public Glide glide() {
    return glide;
  }

  public HeldEffects effects() {
    return effects;
  }

  /// Where a macro's controller stands, 0-127.
  public int macro(int number) {
    return macros[number];
  }

  /// Where the modulation wheel stands, 0-127.
  public int modulation() {
    return modulation;
  }

  /// The pressure on the channel's keys, 0-127.
  public int pressure() {
    return pressure;
  }

  public void setPressure(int value) {
    pressure = value;
  }

  public void show(ChannelBoard board, int channel) {
    int packed = macros[3] << 21 | macros[2] << 14 | macros[1] << 7 | macros[0];
    board.showKnobs(channel, packed, levels.reverb(), levels.chorus());
  }

  /// Sets a controller.
  ///
  /// @return what is to be handed on now; null when it is none of these
  public Part set(int source, int controller, int value) {
    switch (controller) {
      case 1 -> {
        modulation = value;
        return Part.VIBRATO;
      }
      case 2, 7, 10, 11, 91, 93 -> {
        setLevel(controller, value);
        return Part.LEVEL;
      }
      case 5, 65, 68 -> {
        setGlide(controller, value);
        return Part.GLIDE;
      }
      case 16, 17, 18, 19 -> {
        macros[controller - FIRST_MACRO] = value;
        return Part.MACROS;
      }
      case 102, 103, 104, 105, 106, 107, 108, 109, 110, 111 -> {
        effects.hold(EFFECTS[controller - FIRST_EFFECT], value);
        return Part.EFFECTS;
      }
      case 64, 66, 67 -> {
        pedals.set(source, controller, value);
        return Part.PEDALS;
      }
      default -> {
        if (controller < SoundControllers.FIRST || controller > SoundControllers.LAST) {
          return null;
        }
        sound.set(controller, value);
        return Part.TONE;
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
  }

  private void setGlide(int controller, int value) {
    switch (controller) {
      case 5 -> glide.setTime(value);
      case 65 -> glide.setPortamento(value >= ON_FROM);
      default -> glide.setLegato(value >= ON_FROM);
    }
  }

  /// What controller 121 puts back, by MMA RP-015: not volume, pan, sound controllers, effect
  /// sends, parameters or macros.
  public void rest() {
    pedals.release();
    modulation = 0;
    pressure = 0;
    levels.rest();
    bend.rest();
    glide.rest();
    effects.rest();
    parameters.deselect();
  }

  /// Hands what is set to an imprint, or takes it from there: not pedals and pressure.
  public void pass(Imprint state) {
    levels.pass(state);
    modulation = state.pass("modulation", 0, 127, modulation);
    bend.pass(state);
    parameters.pass(state);
    sound.pass(state);
    glide.pass(state);
    for (int macro = 0; macro < macros.length; macro++) {
      macros[macro] = state.pass(MACRO_NAMES[macro], 0, 127, macros[macro]);
    }
  }

  /// As at power-up.
  ///
  /// @param reverb how much goes to the reverb
  public void reset(int reverb) {
    rest();
    levels.reset(reverb);
    parameters.reset();
    sound.reset();
    glide.reset();
    for (int macro = 0; macro < macros.length; macro++) {
      macros[macro] = 0;
    }
  }
}

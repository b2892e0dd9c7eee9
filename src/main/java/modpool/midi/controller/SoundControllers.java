package modpool.midi.controller;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;
import modpool.worklet.Controls;
import modpool.worklet.Tone;

/// A channel's controllers 71-78, each at rest at 64.
@RenderThread
public final class SoundControllers {
  static final int FIRST = 71;
  static final int LAST = 78;
  public static final int BRIGHTNESS = 74;

  private static final int CENTER = 64;
  private static final Tone.Knob[] KNOBS = {
    Tone.Knob.RESONANCE,
    Tone.Knob.RELEASE,
    Tone.Knob.ATTACK,
    Tone.Knob.CUTOFF,
    Tone.Knob.DECAY,
    Tone.Knob.VIBRATO_RATE,
    Tone.Knob.VIBRATO_DEPTH,
    Tone.Knob.VIBRATO_DELAY
  };

  private static final String[] NAMES = {
    "resonance",
    "releaseTime",
    "attackTime",
    "brightness",
    "decayTime",
    "vibratoRate",
    "vibratoDepth",
    "vibratoDelay"
  };

  private final int[] values = new int[KNOBS.length];

  SoundControllers() {
    reset();
  }

  void reset() {
    for (int i = 0; i < values.length; i++) {
      values[i] = CENTER;
    }
  }

  public void set(int controller, int value) {
    values[controller - FIRST] = value;
  }

  /// Hands what is set to an imprint, or takes it from there.
  void pass(Imprint state) {
    for (int i = 0; i < values.length; i++) {
      values[i] = state.pass(NAMES[i], 0, 127, values[i]);
    }
  }

  /// @param note what a member of a zone adds for its own note: brightness; null for none
  public void apply(Controls controls, SoundControllers note) {
    for (int i = 0; i < values.length; i++) {
      double more = note != null && i == BRIGHTNESS - FIRST ? note.turn(i) : 0;
      controls.setTone(KNOBS[i], turn(i) + more);
    }
  }

  /// -1 to 1, 0 at rest.
  private double turn(int i) {
    int distance = values[i] - CENTER;
    return distance < 0 ? distance / 64.0 : distance / 63.0;
  }
}

package modpool.midi.controller;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;
import modpool.worklet.Controls;

/// How loud a channel is, where between left and right, and how much of it goes to the shared
/// effects.
@RenderThread
public final class Levels {
  private static final int CENTER = 64;
  private static final int FULL = 127;

  private int volume;
  private int expression;
  private int breath;
  private int pan;
  private int reverb;
  private int chorus;

  Levels() {
    reset(0);
  }

  public int volume() {
    return volume;
  }

  public int pan() {
    return pan;
  }

  int reverb() {
    return reverb;
  }

  int chorus() {
    return chorus;
  }

  void setVolume(int value) {
    volume = value;
  }

  void setExpression(int value) {
    expression = value;
  }

  /// Full until it is blown for the first time, so that a channel without one is not silent.
  void setBreath(int value) {
    breath = value;
  }

  void setPan(int value) {
    pan = value;
  }

  void setReverb(int value) {
    reverb = value;
  }

  void setChorus(int value) {
    chorus = value;
  }

  /// What controller 121 puts back.
  void rest() {
    expression = FULL;
    breath = FULL;
  }

  /// As at power-up.
  ///
  /// @param reverbAtFirst how much goes to the reverb
  void reset(int reverbAtFirst) {
    rest();
    volume = 100; // General MIDI's
    pan = CENTER;
    reverb = reverbAtFirst;
    chorus = 0;
  }

  /// Hands what is set to an imprint, or takes it from there.
  void pass(Imprint state) {
    volume = state.pass("volume", 0, FULL, volume);
    expression = state.pass("expression", 0, FULL, expression);
    breath = state.pass("breath", 0, FULL, breath);
    pan = state.pass("pan", 0, FULL, pan);
    reverb = state.pass("reverb", 0, FULL, reverb);
    chorus = state.pass("chorus", 0, FULL, chorus);
  }

  public void apply(Controls controls, Master master) {
    float v = volume / 127f;
    float e = expression / 127f;
    float b = breath / 127f;
    controls.setGain(v * v * e * e * (b * b) * master.gain());
    // 1 and 0 are hard left, 64 the middle, 127 hard right (MMA RP-036).
    controls.setPan((Math.max(1, pan) - CENTER) / 63f);
    controls.setBalance(master.balance());
    controls.toReverb().set(reverb / 127f);
    controls.toChorus().set(chorus / 127f);
  }
}

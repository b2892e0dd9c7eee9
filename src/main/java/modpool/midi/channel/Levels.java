package modpool.midi.channel;

import modpool.bridge.RenderThread;
import modpool.worklet.Controls;

/// How loud a channel is, where between left and right, and how much it sends to the effects.
@RenderThread
final class Levels {
  private static final int CENTER = 64;

  private int volume = 100; // General MIDI's power-up value
  private int expression = 127;
  private int pan = CENTER;
  private int reverb; // General MIDI level 2 begins with 40; here a channel is dry until asked
  private int chorus;

  void setVolume(int value) {
    volume = value;
  }

  void setExpression(int value) {
    expression = value;
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
    expression = 127;
  }

  void apply(Controls controls) {
    controls.setLevel(volume, expression);
    // 1 and 0 are hard left, 64 the middle, 127 hard right (MMA RP-036).
    controls.setPan((Math.max(1, pan) - CENTER) / 63f);
    controls.toReverb().set(reverb / 127f);
    controls.toChorus().set(chorus / 127f);
  }
}

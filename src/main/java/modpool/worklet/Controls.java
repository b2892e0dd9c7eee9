package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Smoothing;
import modpool.patch.MacroRoute;
import modpool.send.SendGain;
import modpool.tuning.KeyTuning;

/// The knobs of one instrument that all its voices obey: level, pan, pitch, vibrato, macros; and
/// what it sends to the shared effects.
///
/// Level and pan move towards their targets through two one-pole smoothers on the control grid, so
/// that a controller's jump has no corner. An idle instrument's knobs are simply where they are
/// set.
@RenderThread
public final class Controls {
  private final float perCell;
  private final float[] macros = new float[MacroRoute.MACROS];
  private final SendGain toReverb;
  private final SendGain toChorus;

  private float targetGain = 1;
  private float firstGain = 1;
  private float gain = 1;
  private float targetPan;
  private float firstPan;
  private float pan;
  private double bendCents;
  private double tuneCents;
  private KeyTuning tuning = KeyTuning.EQUAL;
  private float vibrato;
  private boolean moving;
  private int version;
  private int steppedVersion;

  public Controls(int rate) {
    perCell = Smoothing.perCell(rate);
    toReverb = new SendGain(rate);
    toChorus = new SendGain(rate);
  }

  /// Linear gain from MIDI's volume and expression: (volume/127)^2 (expression/127)^2.
  public void setLevel(int volume, int expression) {
    float v = volume / 127f;
    float e = expression / 127f;
    setGain(v * v * e * e);
  }

  /// Linear gain.
  public void setGain(float gain) {
    targetGain = gain;
    moving = true;
    version++;
  }

  /// -1 (left) to 1 (right).
  public void setPan(float pan) {
    targetPan = pan;
    moving = true;
    version++;
  }

  public void setBendCents(double cents) {
    bendCents = cents;
    version++;
  }

  public void setTuneCents(double cents) {
    tuneCents = cents;
    version++;
  }

  /// Where the keys lie, from the next note on.
  public void setTuning(KeyTuning next) {
    tuning = next;
  }

  /// How many cents a key lies above its place in equal temperament.
  public double detuneCents(int key) {
    return tuning.detuneCents(key);
  }

  /// Depth of the wheel's vibrato, 0..1.
  public void setVibrato(float depth) {
    vibrato = depth;
    version++;
  }

  /// Position of a macro, 0..1.
  public void setMacro(int macro, float position) {
    macros[macro] = position;
    version++;
  }

  /// One step of the smoothers; called where the frame lies on the grid.
  public void step() {
    if (moving) {
      move();
    }
    steppedVersion = version;
  }

  private void move() {
    firstGain += (targetGain - firstGain) * perCell;
    gain += (firstGain - gain) * perCell;
    firstPan += (targetPan - firstPan) * perCell;
    pan += (firstPan - pan) * perCell;
    if (Math.abs(targetGain - gain) < Smoothing.CLOSE
        && Math.abs(targetGain - firstGain) < Smoothing.CLOSE
        && Math.abs(targetPan - pan) < Smoothing.CLOSE
        && Math.abs(targetPan - firstPan) < Smoothing.CLOSE) {
      arrive();
    }
    version++;
  }

  /// True when nothing was set since the last step and none is to come: then voices need not look.
  public boolean areStill() {
    return !moving && steppedVersion == version;
  }

  /// Everything to its target at once: for an instrument that is silent.
  public void jump() {
    arrive();
    toReverb.jump();
    toChorus.jump();
  }

  private void arrive() {
    firstGain = targetGain;
    gain = targetGain;
    firstPan = targetPan;
    pan = targetPan;
    moving = false;
  }

  /// What its bus sends to the shared reverb.
  public SendGain toReverb() {
    return toReverb;
  }

  /// True while it sends anything to an effect.
  public boolean sends() {
    return !toReverb.isOff() || !toChorus.isOff();
  }

  /// What its bus sends to the shared chorus.
  public SendGain toChorus() {
    return toChorus;
  }

  /// The smoothed gain, as it will be at the end of this grid cell.
  public float gain() {
    return gain;
  }

  /// The smoothed pan, likewise.
  public float pan() {
    return pan;
  }

  /// Bend and tuning together.
  public double pitchCents() {
    return bendCents + tuneCents;
  }

  float vibrato() {
    return vibrato;
  }

  float[] macros() {
    return macros;
  }

  /// Changes whenever anything here does: a voice that has seen a version need not look again.
  int version() {
    return version;
  }
}

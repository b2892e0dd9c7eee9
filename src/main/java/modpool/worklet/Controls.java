package modpool.worklet;

import modpool.bridge.RenderThread;
import modpool.dsp.Smoothing;
import modpool.patch.MacroRoute;
import modpool.patch.Sound;
import modpool.send.SendGain;
import modpool.tuning.KeyTuning;

/// The knobs of one instrument that all its voices obey: level, place, pitch, vibrato, tone,
/// macros; and what it sends to the shared effects.
///
/// Level, pan and balance move towards their targets through two one-pole smoothers on the control
/// grid, so that a controller's jump has no corner. An idle instrument's knobs are simply where
/// they are set.
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
  private float targetBalance;
  private float firstBalance;
  private float balance;
  private final Tone tone = new Tone();
  private double bendCents;
  private double tuneCents;
  private KeyTuning tuning = KeyTuning.EQUAL;
  private double vibratoCents;
  private float touch = 1;
  private boolean moving;
  private int version;
  private int steppedVersion;

  public Controls(int rate) {
    perCell = Smoothing.perCell(rate);
    toReverb = new SendGain(rate);
    toChorus = new SendGain(rate);
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

  /// Turns one side down: -1 leaves the left one, 1 the right one.
  public void setBalance(float balance) {
    targetBalance = balance;
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

  /// Depth of the vibrato that wheel and pressure add.
  public void setVibratoCents(double cents) {
    vibratoCents = cents;
    version++;
  }

  /// Turns a knob of the tone, -1..1; 0 leaves the patch as it is.
  public void setTone(Tone.Knob knob, double turn) {
    tone.turn(knob, turn);
    version++;
  }

  /// Linear gain of the notes that start from now on: the soft pedal.
  public void setTouch(float gain) {
    touch = gain;
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
    firstBalance += (targetBalance - firstBalance) * perCell;
    balance += (firstBalance - balance) * perCell;
    if (isClose(targetGain, firstGain, gain)
        && isClose(targetPan, firstPan, pan)
        && isClose(targetBalance, firstBalance, balance)) {
      arrive();
    }
    version++;
  }

  private static boolean isClose(float target, float first, float second) {
    return Math.abs(target - second) < Smoothing.CLOSE
        && Math.abs(target - first) < Smoothing.CLOSE;
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
    firstBalance = targetBalance;
    balance = targetBalance;
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

  /// What the smoothed balance leaves of the left side, likewise.
  public float leftShare() {
    return Math.min(1, 1 - balance);
  }

  /// What it leaves of the right side.
  public float rightShare() {
    return Math.min(1, 1 + balance);
  }

  /// Linear gain of a note that starts now: its sound's, its key velocity's and the soft pedal's.
  public float startGain(Sound sound, int velocity) {
    double v = velocity / 127.0;
    double tracked = 1 + (v * v - 1) * sound.velocityTracking();
    return (float) (sound.gain() * tracked * touch);
  }

  /// Bend and tuning together.
  public double pitchCents() {
    return bendCents + tuneCents;
  }

  double vibratoCents() {
    return vibratoCents;
  }

  Tone tone() {
    return tone;
  }

  float[] macros() {
    return macros;
  }

  /// Changes whenever anything here does: a voice that has seen a version need not look again.
  int version() {
    return version;
  }
}

package modpool.testing;

import java.util.ArrayList;
import java.util.List;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.patch.MacroRoute;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Zone;

/// A [Sound] put together by what is special about it; the rest is plain. Velocity does not change
/// the level unless asked for.
public final class TestSound {
  private double gain = 1;
  private double pan;
  private boolean oneShot;
  private double velocityTracking;
  private double glideMs;
  private Envelope amplitude = Envelope.GATE;
  private Envelope modulation = Envelope.GATE;
  private double toPitchCents;
  private double toCutoffCents;
  private Lfo lfo1 = Lfo.OFF;
  private Lfo lfo2 = Lfo.OFF;
  private Filter filter = Filter.OPEN;
  private final List<MacroRoute> macros = new ArrayList<>();
  private Interpolation interpolation; // null: the session's

  public TestSound gain(double linear) {
    gain = linear;
    return this;
  }

  public TestSound pan(double place) {
    pan = place;
    return this;
  }

  public TestSound oneShot() {
    oneShot = true;
    return this;
  }

  public TestSound velocityTracking(double amount) {
    velocityTracking = amount;
    return this;
  }

  public TestSound glideMs(double ms) {
    glideMs = ms;
    return this;
  }

  public TestSound amplitude(Envelope envelope) {
    amplitude = envelope;
    return this;
  }

  public TestSound releaseMs(double ms) {
    return amplitude(new Envelope(0, 0, 0, 0, 1, ms));
  }

  public TestSound modulation(Envelope envelope, double pitchCents, double cutoffCents) {
    modulation = envelope;
    toPitchCents = pitchCents;
    toCutoffCents = cutoffCents;
    return this;
  }

  public TestSound lfo1(Lfo lfo) {
    lfo1 = lfo;
    return this;
  }

  public TestSound lfo2(Lfo lfo) {
    lfo2 = lfo;
    return this;
  }

  public TestSound lowPass(double cutoffHz, double resonanceDb) {
    filter = new Filter(cutoffHz, resonanceDb, 0, 0);
    return this;
  }

  public TestSound macro(int number, MacroRoute.Target to, double amount) {
    macros.add(new MacroRoute(number, to, amount));
    return this;
  }

  public TestSound interpolation(Interpolation kind) {
    interpolation = kind;
    return this;
  }

  public Sound sound() {
    return new Sound(
        gain,
        pan,
        100,
        oneShot,
        velocityTracking,
        glideMs,
        amplitude,
        modulation,
        toPitchCents,
        toCutoffCents,
        lfo1,
        lfo2,
        filter,
        macros,
        interpolation);
  }

  /// A patch of this sound on all keys; the sample has its own pitch at key 60.
  public Patch of(Sample sample) {
    return new Patch(sample.name(), List.of(Zone.of(sample, 60, sound())));
  }

  /// Likewise, beginning at a frame of the sample.
  public Patch of(Sample sample, int startFrame) {
    Zone zone = new Zone(0, 127, sample, 60, 0, startFrame, sound());
    return new Patch(sample.name(), List.of(zone));
  }
}

package modpool.doctor.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.control.Setup;
import modpool.doctor.peers.Player;
import modpool.doctor.peers.Reading;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.Sharing;
import modpool.midi.channel.BankSelect;
import modpool.tuning.Tuning;

/// An instrument of ours, playing.
final class OurPlayer implements Player {
  static final String NAME = "modpool";
  static final Set<Reading> ALL = Set.of(Reading.values());

  /// What is played on it.
  interface Hands {
    /// Begins anew.
    void rewind();

    /// Lets go, before the instrument is closed.
    void close();
  }

  private final Control control;
  private final Hands hands;
  private final ToIntFunction<Control> voices;
  private final float[] left;
  private final float[] right;

  OurPlayer(Control control, Hands hands, ToIntFunction<Control> voices, int blockFrames) {
    this.control = control;
    this.hands = hands;
    this.voices = voices;
    left = new float[blockFrames];
    right = new float[blockFrames];
  }

  /// How an instrument is to be opened.
  ///
  /// @param channels open ones, from the first
  /// @param voices of each
  static Setup setup(Reading reading, int rate, int blockFrames, int channels, int voices) {
    boolean amiga = reading == Reading.A500;
    Map<Integer, Integer> each = new HashMap<>();
    for (int channel = 0; channel < channels; channel++) {
      each.put(channel, voices);
    }
    return new Setup(
        rate,
        blockFrames,
        amiga ? Interpolation.CUBIC : Interpolation.valueOf(reading.name()),
        amiga ? Machine.A500 : Machine.CLEAN,
        InstrumentFactory.Kind.POOLED,
        0,
        100,
        false,
        0,
        0,
        Tuning.EQUAL,
        null,
        null,
        0,
        BankSelect.ANY,
        0,
        (1 << channels) - 1,
        0,
        Sharing.Kind.NONE,
        each,
        Map.of(),
        Map.of());
  }

  /// Voices that sound, as the render thread counts them.
  static int sounding(Control control) {
    return (int) control.meters().get(Meter.VOICES);
  }

  @Override
  public void rewind() {
    hands.rewind();
  }

  @Override
  public void render() {
    control.render(left, right, left.length);
  }

  @Override
  public float peak() {
    float peak = 0;
    for (int i = 0; i < left.length; i++) {
      peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
    }
    return peak;
  }

  @Override
  public int voices() {
    return voices.applyAsInt(control);
  }

  @Override
  public void close() {
    hands.close();
    control.close();
  }
}

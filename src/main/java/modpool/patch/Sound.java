package modpool.patch;

import java.util.List;
import java.util.function.Consumer;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;

/// How a sample is played: everything of a voice but the waveform.
///
/// @param gain linear
/// @param pan -1 (left) to 1 (right), added to the channel's
/// @param keyTrackCents pitch per key, 100 as on a piano, 0 for a drum
/// @param oneShot key-up is ignored; the sample plays to its end
/// @param velocityTracking 1: level follows (velocity/127)^2, 0: not at all
/// @param glideMs time to slide from the instrument's previous key
/// @param amplitude the level's envelope
/// @param modulation the second envelope
/// @param modulationToPitchCents what the second envelope adds to the pitch at its peak
/// @param modulationToCutoffCents what the second envelope adds to the cut-off at its peak
/// @param lfo1 first oscillator; the modulation wheel and channel pressure add vibrato at its rate
/// @param lfo2 second oscillator
/// @param filter low pass
/// @param macros what CC 16-19 move
/// @param interpolation how a sample is read between its frames, not [Interpolation#STEPS]; null as
///   the session says
public record Sound(
    double gain,
    double pan,
    double keyTrackCents,
    boolean oneShot,
    double velocityTracking,
    double glideMs,
    Envelope amplitude,
    Envelope modulation,
    double modulationToPitchCents,
    double modulationToCutoffCents,
    Lfo lfo1,
    Lfo lfo2,
    Filter filter,
    List<MacroRoute> macros,
    Interpolation interpolation) {

  /// Most by which anything moves pitch or cut-off, to either side.
  public static final double MOST_CENTS = 9_600;

  /// Longest time of anything.
  public static final double MOST_MS = 60_000;

  /// Most by which anything moves the level, to either side.
  public static final double MOST_SWING_DB = 60;

  /// A sample as it is, gated by its key.
  public static final Sound PLAIN =
      new Sound(
          1,
          0,
          100,
          false,
          1,
          0,
          Envelope.GATE,
          Envelope.GATE,
          0,
          0,
          Lfo.OFF,
          Lfo.OFF,
          Filter.OPEN,
          List.of(),
          null);

  public Sound {
    macros = List.copyOf(macros);
    if (interpolation == Interpolation.STEPS) {
      throw new IllegalArgumentException("steps are an Amiga's, not a sound's");
    }
  }

  /// The same with something changed.
  public Sound with(Consumer<Builder> change) {
    Builder builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /// The same with another gain, linear.
  public Sound withGain(double other) {
    return with(b -> b.gain(other));
  }

  /// The same, its key-up ignored or not.
  public Sound withOneShot(boolean other) {
    return with(b -> b.oneShot(other));
  }

  /// The same with another envelope of its level.
  public Sound withAmplitude(Envelope other) {
    return with(b -> b.amplitude(other));
  }

  /// The same with another first oscillator.
  public Sound withLfo1(Lfo other) {
    return with(b -> b.lfo1(other));
  }

  /// The same with another low pass.
  public Sound withFilter(Filter other) {
    return with(b -> b.filter(other));
  }

  /// Takes the parts of a sound one by one; each is called as in [Sound].
  public static final class Builder {
    private double gain;
    private double pan;
    private double keyTrackCents;
    private boolean oneShot;
    private double velocityTracking;
    private double glideMs;
    private Envelope amplitude;
    private Envelope modulation;
    private double modulationToPitchCents;
    private double modulationToCutoffCents;
    private Lfo lfo1;
    private Lfo lfo2;
    private Filter filter;
    private List<MacroRoute> macros;
    private Interpolation interpolation;

    /// @param from what is as it was unless it is changed
    public Builder(Sound from) {
      gain = from.gain;
      pan = from.pan;
      keyTrackCents = from.keyTrackCents;
      oneShot = from.oneShot;
      velocityTracking = from.velocityTracking;
      glideMs = from.glideMs;
      amplitude = from.amplitude;
      modulation = from.modulation;
      modulationToPitchCents = from.modulationToPitchCents;
      modulationToCutoffCents = from.modulationToCutoffCents;
      lfo1 = from.lfo1;
      lfo2 = from.lfo2;
      filter = from.filter;
      macros = from.macros;
      interpolation = from.interpolation;
    }

    public Builder gain(double other) {
      gain = other;
      return this;
    }

    public Builder pan(double other) {
      pan = other;
      return this;
    }

    public Builder keyTrackCents(double other) {
      keyTrackCents = other;
      return this;
    }

    public Builder oneShot(boolean other) {
      oneShot = other;
      return this;
    }

    public Builder velocityTracking(double other) {
      velocityTracking = other;
      return this;
    }

    public Builder glideMs(double other) {
      glideMs = other;
      return this;
    }

    public Builder amplitude(Envelope other) {
      amplitude = other;
      return this;
    }

    public Builder modulation(Envelope other) {
      modulation = other;
      return this;
    }

    public Builder modulationToPitchCents(double other) {
      modulationToPitchCents = other;
      return this;
    }

    public Builder modulationToCutoffCents(double other) {
      modulationToCutoffCents = other;
      return this;
    }

    public Builder lfo1(Lfo other) {
      lfo1 = other;
      return this;
    }

    public Builder lfo2(Lfo other) {
      lfo2 = other;
      return this;
    }

    public Builder filter(Filter other) {
      filter = other;
      return this;
    }

    public Builder macros(List<MacroRoute> other) {
      macros = other;
      return this;
    }

    public Builder interpolation(Interpolation other) {
      interpolation = other;
      return this;
    }

    public Sound build() {
      return new Sound(
          gain,
          pan,
          keyTrackCents,
          oneShot,
          velocityTracking,
          glideMs,
          amplitude,
          modulation,
          modulationToPitchCents,
          modulationToCutoffCents,
          lfo1,
          lfo2,
          filter,
          macros,
          interpolation);
    }
  }
}

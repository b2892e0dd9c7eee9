package modpool.patch;

import java.util.List;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
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
    List<MacroRoute> macros) {

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
          List.of());

  public Sound {
    macros = List.copyOf(macros);
  }

  /// The same with another gain, linear.
  public Sound withGain(double other) {
    return new Sound(
        other,
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
        macros);
  }

  /// The same, its key-up ignored or not.
  public Sound withOneShot(boolean other) {
    return new Sound(
        gain,
        pan,
        keyTrackCents,
        other,
        velocityTracking,
        glideMs,
        amplitude,
        modulation,
        modulationToPitchCents,
        modulationToCutoffCents,
        lfo1,
        lfo2,
        filter,
        macros);
  }

  /// The same with another envelope of its level.
  public Sound withAmplitude(Envelope other) {
    return new Sound(
        gain,
        pan,
        keyTrackCents,
        oneShot,
        velocityTracking,
        glideMs,
        other,
        modulation,
        modulationToPitchCents,
        modulationToCutoffCents,
        lfo1,
        lfo2,
        filter,
        macros);
  }

  /// The same with another first oscillator.
  public Sound withLfo1(Lfo other) {
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
        other,
        lfo2,
        filter,
        macros);
  }

  /// The same with another low pass.
  public Sound withFilter(Filter other) {
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
        other,
        macros);
  }
}

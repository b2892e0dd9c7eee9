package modpool.patch;

import java.util.List;
import modpool.dsp.Pitch;
import modpool.patch.Sample.Loop;

/// A waveform as its file has it: what a [Sample] is made from once a preset has had its say about
/// key and loop.
///
/// @param left the only channel of a mono recording
/// @param right null for mono
/// @param rateHz frames per second
/// @param bits 8, 16, 24 or 32: what a point was stored in
/// @param rootKey the key it was recorded at, 60 when the file does not say
/// @param tuneCents what tunes it to `rootKey`
/// @param loop how it loops
/// @param loopStart first frame of the loop
/// @param loopEnd frame after the loop
/// @param trigger the keys and velocities its file means it for
/// @param gainDb the level its file asks for
/// @param notes what its file says that is not kept, a phrase each
public record Recording(
    float[] left,
    float[] right,
    double rateHz,
    int bits,
    int rootKey,
    double tuneCents,
    Loop loop,
    int loopStart,
    int loopEnd,
    Trigger trigger,
    double gainDb,
    List<String> notes) {

  /// The key of a recording that names none.
  public static final int DEFAULT_ROOT_KEY = 60;

  /// Most points (frames times channels) of one file: 256 MB once they are floats.
  public static final int MAX_POINTS = 64 << 20;

  /// Longest file read.
  public static final int MAX_BYTES = 256 << 20;

  public Recording {
    notes = List.copyOf(notes);
  }

  /// A waveform whose file says nothing else.
  public static Recording of(float[] left, float[] right, double rateHz, int bits) {
    return new Recording(
        left,
        right,
        rateHz,
        bits,
        DEFAULT_ROOT_KEY,
        0,
        Loop.NONE,
        0,
        0,
        Trigger.keys(0, 127),
        0,
        List.of());
  }

  /// The same for another root key and tuning.
  public Recording tuned(int key, double cents) {
    return new Recording(
        left, right, rateHz, bits, key, cents, loop, loopStart, loopEnd, trigger, gainDb, notes);
  }

  /// The same with another loop.
  ///
  /// @param end exclusive
  public Recording looped(Loop kind, int start, int end) {
    return new Recording(
        left, right, rateHz, bits, rootKey, tuneCents, kind, start, end, trigger, gainDb, notes);
  }

  /// The same for these keys and velocities, at this level.
  public Recording placed(Trigger when, double levelDb) {
    return new Recording(
        left, right, rateHz, bits, rootKey, tuneCents, loop, loopStart, loopEnd, when, levelDb,
        notes);
  }

  /// The same, saying what was left out.
  public Recording noting(List<String> leftOut) {
    return new Recording(
        left, right, rateHz, bits, rootKey, tuneCents, loop, loopStart, loopEnd, trigger, gainDb,
        leftOut);
  }

  public int frames() {
    return left.length;
  }

  /// The waveform with its own loop.
  public Sample toSample(String name) {
    return toSample(name, loop, loopStart, loopEnd);
  }

  /// The waveform with another loop.
  ///
  /// @throws IllegalArgumentException when the loop lies outside it
  public Sample toSample(String name, Loop otherLoop, int start, int end) {
    return new Sample.Builder(name, left, right)
        .rateHz(rateHz)
        .bits(bits)
        .loop(otherLoop, start, end)
        .build();
  }

  /// A zone that plays it as its file says.
  public Zone toZone(String name) {
    Sound sound = Sound.PLAIN.withGain(Pitch.gain(gainDb));
    return new Zone(trigger, toSample(name), rootKey, tuneCents, 0, sound);
  }
}

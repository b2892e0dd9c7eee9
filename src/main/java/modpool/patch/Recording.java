package modpool.patch;

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
record Recording(
    float[] left,
    float[] right,
    double rateHz,
    int bits,
    int rootKey,
    double tuneCents,
    Loop loop,
    int loopStart,
    int loopEnd) {

  /// The key of a recording that names none.
  static final int DEFAULT_ROOT_KEY = 60;

  int frames() {
    return left.length;
  }

  /// The waveform with its own loop.
  Sample toSample(String name) {
    return toSample(name, loop, loopStart, loopEnd);
  }

  /// The waveform with another loop.
  ///
  /// @throws IllegalArgumentException when the loop lies outside it
  Sample toSample(String name, Loop otherLoop, int start, int end) {
    return new Sample.Builder(name, left, right)
        .rateHz(rateHz)
        .bits(bits)
        .loop(otherLoop, start, end)
        .build();
  }
}

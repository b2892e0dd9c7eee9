package modpool.patch;

/// Where in its sample a zone's notes begin. Here and not in the zone: the JVM makes all strings of
/// a class when a method of it is first compiled, on the thread that asks for it, which may be the
/// one that renders.
final class StartFrame {
  private StartFrame() {}

  /// @throws IllegalArgumentException when it lies outside the sample
  static void check(int startFrame, Sample sample) {
    if (startFrame < 0 || startFrame > sample.length()) {
      throw new IllegalArgumentException("startFrame is outside the sample: " + startFrame);
    }
  }
}

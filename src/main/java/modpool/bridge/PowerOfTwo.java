package modpool.bridge;

/// What a ring's size must be. Here and not in the rings: the JVM makes all strings of a class when
/// a method of it is first compiled, on the thread that asks for it, which may be the one that
/// renders.
final class PowerOfTwo {
  private PowerOfTwo() {}

  /// @throws IllegalArgumentException when the size is none
  static void check(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("not a power of two: " + size);
    }
  }
}

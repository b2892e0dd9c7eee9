package modpool.cli;

/// What the program's exit says; scripts rely on it.
final class ExitCode {
  static final int DONE = 0;

  /// The input is bad or unreadable, or the output cannot be written.
  static final int BAD_FILE = 1;

  static final int BAD_USAGE = 2;

  /// An output device or server that was asked for is not there.
  static final int NO_DEVICE = 3;

  /// A bug.
  static final int INTERNAL = 4;

  private ExitCode() {}
}

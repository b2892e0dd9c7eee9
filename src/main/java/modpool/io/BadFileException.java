package modpool.io;

import java.io.IOException;
import java.io.Serial;

/// A file that cannot be used, and why, in words for the person who named it.
///
/// The message is one line, `FILE: what is wrong; what to do`, and needs nothing added.
public final class BadFileException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /// @param file the file as its user knows it
  /// @param what what is wrong with it and, where that is not obvious, what to do
  public BadFileException(String file, String what) {
    super(file + ": " + what);
  }

  /// @param cause kept for a verbose report
  public BadFileException(String file, String what, Throwable cause) {
    super(file + ": " + what, cause);
  }
}

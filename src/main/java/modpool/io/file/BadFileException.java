package modpool.io.file;

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
    super(line(file, what));
  }

  /// @param cause kept for a verbose report
  public BadFileException(String file, String what, Throwable cause) {
    super(line(file, what), cause);
  }

  /// Whatever a damaged file or its name holds, terminals get nothing but text.
  private static String line(String file, String what) {
    return (file + ": " + what).replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
  }
}

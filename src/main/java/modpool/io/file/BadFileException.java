package modpool.io.file;

import java.io.IOException;
import java.io.Serial;

/// A file that cannot be used, and why, in words for the person who named it.
///
/// The message is one line, `FILE: what is wrong; what to do`, and needs nothing added.
public final class BadFileException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final String what;

  /// @param file the file as its user knows it
  /// @param what what is wrong with it and, where that is not obvious, what to do
  public BadFileException(String file, String what) {
    this(file, what, null);
  }

  /// @param cause kept for a verbose report
  public BadFileException(String file, String what, Throwable cause) {
    super(line(file + ": " + what), cause);
    this.what = line(what);
  }

  /// What is wrong with it, without its name.
  public String what() {
    return what;
  }

  /// Whatever a damaged file or its name holds, terminals get nothing but text.
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
  }
}

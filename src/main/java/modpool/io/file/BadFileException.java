package modpool.io.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

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

  /// What to tell of a file that could not be read: none may end a performance, not even by what
  /// its reader does wrong.
  ///
  /// @param e what its reader threw
  public static BadFileException because(Path file, Throwable e) {
    return switch (e) {
      case BadFileException told -> told;
      case OutOfMemoryError _ -> {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        String what = "is too large for the %d MB that Java may use; give it more by -Xmx";
        yield new BadFileException(file.toString(), what.formatted(megabytes), e);
      }
      default ->
          new BadFileException(
              file.toString(), "cannot be read by a bug in modpool, please report it: " + e, e);
    };
  }

  /// What is wrong with it, without its name.
  public String what() {
    return what;
  }

  /// Whatever a damaged file or its name holds, terminals get nothing but text.
  private static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
  }
}

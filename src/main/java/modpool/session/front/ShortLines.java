package modpool.session.front;

import java.io.IOException;
import java.io.Reader;

/// Reads lines, but no more of one than a command can have; empty ones are left out.
public final class ShortLines {
  /// Characters of the longest line that is one: a path of Linux has at most 4096.
  public static final int MOST = 8_192;

  private final Reader in;

  /// @param in is buffered
  ShortLines(Reader in) {
    this.in = in;
  }

  /// The next line, or null at the end. Of a line longer than [#MOST] there is one character more
  /// than that: the rest is skipped.
  String next() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int character = in.read(); character >= 0; character = in.read()) {
      if (character != '\n' && character != '\r') {
        if (line.length() <= MOST) {
          line.append((char) character);
        }
      } else if (!line.isEmpty()) {
        return line.toString();
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}

package modpool.tuning;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;

/// The lines of a Scala file, without its comments, with the numbers they have in the file.
final class ScalaLines {
  private static final int MAX_BYTES = 1 << 20;
  private static final int SHOWN = 30; // of a line, in a message

  private record Line(int number, String text) {}

  private final String name;
  private final List<Line> lines;
  private int next;

  ScalaLines(Path file) throws BadFileException {
    this(file.toString(), InputFile.read(file, MAX_BYTES));
  }

  /// @param name what to call it in a message
  ScalaLines(String name, byte[] bytes) {
    this.name = name;
    // The format's own: ISO 8859-1, and lines that begin with ! are comments.
    String[] all = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1);
    lines =
        IntStream.range(0, all.length)
            .mapToObj(i -> new Line(i + 1, all[i]))
            .filter(line -> !line.text.stripLeading().startsWith("!"))
            .toList();
  }

  /// The next line as it stands.
  ///
  /// @param what what it ought to hold, for a message
  String text(String what) throws BadFileException {
    if (next == lines.size()) {
      throw new BadFileException(name, "ends where " + what + " ought to stand");
    }
    return lines.get(next++).text.strip();
  }

  /// The first word of the next line: what follows it is a remark.
  String word(String what) throws BadFileException {
    String line = text(what);
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }

  /// The next line as a whole number within bounds.
  int whole(String what, int low, int high) throws BadFileException {
    String word = word(what);
    try {
      int value = Integer.parseInt(word);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong("is no " + what, e);
    }
    throw wrong("is no " + what + " from " + low + " to " + high, null);
  }

  /// True when only empty lines are left.
  boolean areOver() {
    return lines.stream().skip(next).allMatch(line -> line.text.isBlank());
  }

  /// What is wrong with the line that was read last.
  BadFileException wrong(String what, Throwable cause) {
    Line line = lines.get(next - 1);
    String text = line.text.strip();
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    String printable = shown.replaceAll("\\p{Cc}", "?");
    return new BadFileException(
        name, "line " + line.number + ": '" + printable + "' " + what, cause);
  }

  String name() {
    return name;
  }
}

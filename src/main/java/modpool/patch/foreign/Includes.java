package modpool.patch.foreign;

import java.util.function.Function;
import modpool.io.file.BadFileException;

/// What a text includes, counted: depth, files and their length. So a small file cannot ask for
/// endless text.
public final class Includes {
  /// Longest file of text that is read.
  public static final int MAX_BYTES = 8 << 20;

  private static final int MAX_DEPTH = 16;
  private static final int MAX_FILES = 256;
  private static final int MAX_TEXT = 16 << 20; // of all together

  private final String verb;
  private final Function<String, BadFileException> bad;
  private int files;
  private long text;

  /// @param verb what the text says of itself: `includes`
  /// @param bad makes a complaint about it
  public Includes(String verb, Function<String, BadFileException> bad) {
    this.verb = verb;
    this.bad = bad;
  }

  /// Counts a file that is included.
  ///
  /// @param depth of the text that includes it, 0 for the outermost
  public void file(String path, int depth) throws BadFileException {
    if (depth == MAX_DEPTH) {
      String shown = Unmapped.shown(path);
      throw bad.apply("%s '%s' %d deep; it %1$s itself".formatted(verb, shown, MAX_DEPTH));
    }
    if (++files > MAX_FILES) {
      throw bad.apply("%s more than %d files".formatted(verb, MAX_FILES));
    }
  }

  /// Counts text, of a file or what came of it.
  public void text(int characters) throws BadFileException {
    text += characters;
    if (text > MAX_TEXT) {
      throw bad.apply(
          "has, with what it %s, more than %d MB of text".formatted(verb, MAX_TEXT >> 20));
    }
  }
}

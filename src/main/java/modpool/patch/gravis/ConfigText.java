package modpool.patch.gravis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.io.file.BadFileException;
import modpool.patch.foreign.Includes;

/// The lines of a TiMidity configuration as words, with those of what it sources, without comments.
/// A `dir` is told to the folder when its line is met.
final class ConfigText {
  private static final int MAX_LINES = 200_000;
  private static final int MAX_WORDS = 256;
  private static final String EXTENSION = "#extension"; // what only newer programs understand
  // Possessive: a group that may give back takes stack for each turn.
  private static final Pattern WORD =
      Pattern.compile("\"([^\"]*)\"|(?:[^\\s\"]++|\"(?=[^\"]*$))++");

  private final ConfigFolder folder;
  private final Includes includes;
  private final List<List<String>> lines = new ArrayList<>();

  private ConfigText(ConfigFolder folder) {
    this.folder = folder;
    includes = new Includes("sources", folder::bad);
  }

  /// @param folder where what it sources lies
  /// @param bytes of the configuration itself
  static List<List<String>> lines(ConfigFolder folder, byte[] bytes) throws BadFileException {
    ConfigText text = new ConfigText(folder);
    text.read(bytes, 0);
    return text.lines;
  }

  private void read(byte[] bytes, int depth) throws BadFileException {
    includes.text(bytes.length);
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\\R")) {
      List<String> words = words(line);
      if (words.isEmpty()) {
        continue;
      }
      String first = words.getFirst();
      List<String> rest = words.subList(1, words.size());
      if (first.equals("source")) {
        for (String path : rest) {
          source(path, depth);
        }
      } else if (first.equals("dir")) {
        for (String path : rest) {
          folder.addFolder(path);
        }
      } else {
        lines.add(words);
      }
      if (lines.size() > MAX_LINES) {
        throw folder.bad("has, with what it sources, more than " + MAX_LINES + " lines");
      }
    }
  }

  private void source(String path, int depth) throws BadFileException {
    includes.file(path, depth);
    read(folder.text(path), depth + 1);
  }

  /// A word that begins with `#` begins a comment.
  private static List<String> words(String line) {
    String plain = line.strip();
    if (plain.startsWith(EXTENSION)) {
      plain = plain.substring(EXTENSION.length());
    }
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(plain);
    while (word.find() && words.size() < MAX_WORDS) {
      if (word.group(1) == null && word.group().startsWith("#")) {
        break;
      }
      words.add(word.group(1) != null ? word.group(1) : word.group());
    }
    return words;
  }
}

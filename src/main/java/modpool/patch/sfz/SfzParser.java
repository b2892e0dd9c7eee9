package modpool.patch.sfz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.foreign.Unmapped;

/// Takes lines apart into headers and opcodes. A region's opcodes are its own and, where it has
/// none, those of its group, master and global.
final class SfzParser {
  private static final int MAX_REGIONS = 20_000;
  private static final int MAX_OPCODES = 4_000_000; // of all regions, what they inherit counted
  private static final int MAX_VALUE = 4096;
  private static final int MAX_NAME = 64;
  private static final List<String> LEVELS = List.of("region", "group", "master", "global");

  private final SfzFolder folder;
  private final Unmapped unmapped;
  private final List<Map<String, String>> levels = new ArrayList<>(); // the region first
  private final List<SfzRegion> regions = new ArrayList<>();
  private final Map<String, String> control = new HashMap<>();
  private Map<String, String> now = new HashMap<>(); // what stands before any header is no matter
  private int keyShift; // by the control header before
  private boolean inControl;
  private boolean inRegion;
  private int opcodes;

  SfzParser(SfzFolder folder, Unmapped unmapped) {
    this.folder = folder;
    this.unmapped = unmapped;
    LEVELS.forEach(_ -> levels.add(new HashMap<>()));
  }

  /// The regions, each with all it inherits.
  List<SfzRegion> regions(List<String> lines) throws BadFileException {
    for (String line : lines) {
      take(line);
    }
    endRegion();
    return regions;
  }

  /// A line's headers and opcodes, in one pass: a value may hold spaces, so it ends where the next
  /// header or opcode begins.
  private void take(String line) throws BadFileException {
    String name = null;
    int value = 0; // where that of `name` begins
    int word = 0; // where the word begins that may be the next name
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      int close = c == '<' ? headerEnd(line, i) : -1;
      if (close > 0) {
        end(name, line, value, i);
        name = null;
        header(line.substring(i + 1, close));
        i = close;
        word = close + 1;
      } else if (c == '=' && isName(line, word, i)) {
        end(name, line, value, word);
        name = line.substring(word, i);
        value = i + 1;
        word = line.length(); // a value that holds a '=' is no name
      } else if (Character.isWhitespace(c)) {
        word = i + 1;
      }
    }
    end(name, line, value, line.length());
  }

  private void end(String name, String line, int from, int to) {
    if (name != null) {
      opcode(name, line.substring(from, to).strip());
    }
  }

  private static boolean isName(String line, int from, int to) {
    if (from >= to || to - from > MAX_NAME || !Character.isLetter(line.charAt(from))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isWordPart(line.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Where the header that begins here ends, -1 when none does.
  private static int headerEnd(String line, int from) {
    int at = from + 1;
    while (at < Math.min(line.length(), from + MAX_NAME) && isWordPart(line.charAt(at))) {
      at++;
    }
    return at > from + 1 && at < line.length() && line.charAt(at) == '>' ? at : -1;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /// What `<control>` says.
  Map<String, String> control() {
    return control;
  }

  private void opcode(String name, String value) {
    if (value.length() > MAX_VALUE) {
      unmapped.add("opcode %s of more than %d characters".formatted(name, MAX_VALUE));
      return;
    }
    // The path in force where the sample is named is the one that counts.
    String whole =
        name.equals("sample") && !value.startsWith("*")
            ? control.getOrDefault("default_path", "") + value
            : value;
    now.put(name, whole);
  }

  private void header(String name) throws BadFileException {
    endRegion();
    if (inControl) {
      SfzRegion read = new SfzRegion(List.of(control), 0, unmapped);
      keyShift =
          read.whole("note_offset", 0, -127, 127) + 12 * read.whole("octave_offset", 0, -10, 10);
    }
    inControl = name.equals("control");
    int level = LEVELS.indexOf(name);
    if (level >= 0) {
      for (int within = level; within >= 0; within--) {
        levels.set(within, new HashMap<>());
      }
      now = levels.get(level);
      inRegion = name.equals("region");
    } else if (inControl) {
      now = control;
    } else {
      unmapped.add("header <" + name + ">");
      now = new HashMap<>();
    }
  }

  private void endRegion() throws BadFileException {
    if (inRegion) {
      if (regions.size() == MAX_REGIONS) {
        throw folder.bad("has more than " + MAX_REGIONS + " regions");
      }
      opcodes += levels.stream().mapToInt(Map::size).sum();
      if (opcodes > MAX_OPCODES) {
        throw folder.bad("has more than " + MAX_OPCODES + " opcodes in all its regions together");
      }
      regions.add(new SfzRegion(levels, keyShift, unmapped));
      inRegion = false;
    }
  }
}

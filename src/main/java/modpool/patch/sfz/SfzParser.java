package modpool.patch.sfz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.io.BadFileException;
import modpool.patch.foreign.Unmapped;

/// Takes lines apart into headers and opcodes. A region's opcodes are its own and, where it has
/// none, those of its group, master and global.
final class SfzParser {
  private static final int MAX_REGIONS = 20_000;
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(?<header>\\w+)>|(?<name>[A-Za-z]\\w*)=(?<value>.*?)(?=\\s+[A-Za-z]\\w*=|\\s*<\\w+>|\\s*$)");

  private static final List<String> LEVELS = List.of("global", "master", "group", "region");

  private final SfzFolder folder;
  private final Unmapped unmapped;
  private final List<Map<String, String>> levels = new ArrayList<>();
  private final List<Map<String, String>> regions = new ArrayList<>();
  private final Map<String, String> control = new HashMap<>();
  private Map<String, String> now = new HashMap<>(); // what stands before any header is no matter
  private boolean inRegion;

  SfzParser(SfzFolder folder, Unmapped unmapped) {
    this.folder = folder;
    this.unmapped = unmapped;
    LEVELS.forEach(_ -> levels.add(new HashMap<>()));
  }

  /// The regions, each with all it inherits.
  List<Map<String, String>> regions(List<String> lines) throws BadFileException {
    for (String line : lines) {
      Matcher token = TOKEN.matcher(line);
      while (token.find()) {
        if (token.group("header") != null) {
          header(token.group("header"));
        } else {
          opcode(token.group("name"), token.group("value"));
        }
      }
    }
    endRegion();
    return regions;
  }

  /// What `<control>` says.
  Map<String, String> control() {
    return control;
  }

  private void opcode(String name, String value) {
    // The path in force where the sample is named is the one that counts.
    String whole =
        name.equals("sample") && !value.startsWith("*")
            ? control.getOrDefault("default_path", "") + value
            : value;
    now.put(name, whole);
  }

  private void header(String name) throws BadFileException {
    endRegion();
    int level = LEVELS.indexOf(name);
    if (level >= 0) {
      for (int below = level; below < LEVELS.size(); below++) {
        levels.set(below, new HashMap<>());
      }
      now = levels.get(level);
      inRegion = name.equals("region");
    } else if (name.equals("control")) {
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
      Map<String, String> all = new HashMap<>();
      levels.forEach(all::putAll);
      regions.add(all);
      inRegion = false;
    }
  }
}

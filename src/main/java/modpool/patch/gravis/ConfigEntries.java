package modpool.patch.gravis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.io.file.BadFileException;
import modpool.patch.foreign.Unmapped;

/// What a configuration's lines say: banks and drum sets of numbered files, each with its options.
final class ConfigEntries {
  private static final int NUMBERS = 128;
  private static final double MAX_AMP = 800; // percent, TiMidity's own bound

  /// A line of a bank or drum set.
  record Entry(String path, Treatment treatment) {}

  /// A bank or drum set: files by their numbers, and keys that choke each other.
  static final class Set128 {
    final SortedMap<Integer, Entry> entries = new TreeMap<>();
    final List<Set<Integer>> choking = new ArrayList<>();
  }

  private final ConfigFolder folder;
  private final Unmapped unmapped;
  private final SortedMap<Integer, Set128> banks = new TreeMap<>();
  private final SortedMap<Integer, Set128> drumSets = new TreeMap<>();
  private Set128 now; // null before the first
  private boolean drums;

  /// @param unmapped gets what is not known
  ConfigEntries(ConfigFolder folder, List<List<String>> lines, Unmapped unmapped)
      throws BadFileException {
    this.folder = folder;
    this.unmapped = unmapped;
    for (List<String> line : lines) {
      take(line.getFirst(), line.subList(1, line.size()));
    }
  }

  /// Banks by their numbers.
  SortedMap<Integer, Set128> banks() {
    return banks;
  }

  /// Drum sets by their numbers; a set's numbers are keys.
  SortedMap<Integer, Set128> drumSets() {
    return drumSets;
  }

  private void take(String first, List<String> rest) throws BadFileException {
    if (first.equals("bank") || first.equals("drumset")) {
      drums = first.equals("drumset");
      int number = number(rest.isEmpty() ? "" : rest.getFirst());
      if (number < 0) {
        throw folder.bad("has a '" + first + "' without a number; write one of 0 to 127 behind it");
      }
      now = (drums ? drumSets : banks).computeIfAbsent(number, _ -> new Set128());
    } else if (first.matches("\\d+")) {
      if (now == null) {
        throw folder.bad(
            "has the number " + Unmapped.shown(first) + " before any 'bank' or 'drumset'");
      }
      numbered(first, rest);
    } else if (first.equals("altassign") && now != null && drums) {
      Set<Integer> keys = new HashSet<>();
      rest.forEach(key -> keys.add(number(key)));
      now.choking.add(keys);
    } else {
      unmapped.add("directive " + Unmapped.shown(first));
    }
  }

  private void numbered(String first, List<String> rest) {
    int number = number(first);
    if (number < 0) {
      unmapped.add("number beyond 127: " + Unmapped.shown(first));
    } else if (rest.isEmpty() || rest.getFirst().startsWith("%")) {
      unmapped.add(
          rest.isEmpty() ? "number without a file" : "instead of a file: " + rest.getFirst());
    } else {
      Treatment treatment = treatment(rest.subList(1, rest.size()));
      now.entries.put(number, new Entry(rest.getFirst(), treatment)); // the last one holds
    }
  }

  private Treatment treatment(List<String> options) {
    Map<String, String> known = new HashMap<>();
    // Drums are played to their ends unless their line says otherwise.
    Treatment.Part usual = drums ? Treatment.Part.STRIP : Treatment.Part.USUAL;
    Treatment.Part loop = usual;
    Treatment.Part envelope = usual;
    for (String option : options) {
      int equals = Math.max(0, option.indexOf('='));
      String name = option.substring(0, equals);
      String value = option.substring(Math.min(equals + 1, option.length()));
      boolean keeps = name.equals("keep");
      Treatment.Part part = keeps ? Treatment.Part.KEEP : Treatment.Part.STRIP;
      if ((keeps || name.equals("strip")) && value.equals("loop")) {
        loop = part;
      } else if ((keeps || name.equals("strip")) && value.equals("env")) {
        envelope = part;
      } else if (Set.of("amp", "note", "pan").contains(name) && isFit(name, value)) {
        known.put(name, value);
      } else if (!option.equals("strip=tail")) { // what lies behind a loop is never played
        unmapped.add("option " + Unmapped.shown(equals == 0 ? option : tellable(name, option)));
      }
    }
    double amp = Double.parseDouble(known.getOrDefault("amp", "NaN"));
    return new Treatment(
        Math.min(amp, MAX_AMP) / 100,
        known.containsKey("note") ? number(known.get("note")) : -1,
        pan(known.get("pan")),
        loop,
        envelope);
  }

  /// Of an option that is not known its name alone, so that many of them are one line.
  private static String tellable(String name, String option) {
    boolean odd = Set.of("amp", "note", "pan", "keep", "strip").contains(name);
    return odd ? option : name + "=";
  }

  private static boolean isFit(String name, String value) {
    return switch (name) {
      case "amp" -> value.matches("\\d{1,6}");
      case "note" -> number(value) >= 0;
      default -> value.matches("center|left|right|-?\\d{1,6}");
    };
  }

  private static double pan(String value) {
    return switch (value) {
      case null -> Double.NaN;
      case "center" -> 0;
      case "left" -> -1;
      case "right" -> 1;
      default -> Math.clamp(Integer.parseInt(value), -100, 100) / 100.0;
    };
  }

  /// A number of 0 to 127, else -1.
  private static int number(String text) {
    int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    return number < NUMBERS ? number : -1;
  }
}

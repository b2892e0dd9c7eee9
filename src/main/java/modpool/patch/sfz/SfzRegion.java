package modpool.patch.sfz;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import modpool.patch.foreign.Unmapped;

/// One region's opcodes, asked for by name: its own, else those that it inherits. What nobody asked
/// for is unknown, and told at the end.
final class SfzRegion {
  private static final Pattern NOTE = Pattern.compile("([a-g])([#b♯♭]?)(-?\\d{1,2})");
  private static final int[] SEMITONES = {9, 11, 0, 2, 4, 5, 7}; // a to g over c

  private final List<Map<String, String>> levels;
  private final int keyShift;
  private final Unmapped unmapped;
  private final Set<String> asked = new HashSet<>();

  /// @param levels its own opcodes first, then those of its group and so on, which others share
  /// @param keyShift what its keys are to be moved by
  SfzRegion(List<Map<String, String>> levels, int keyShift, Unmapped unmapped) {
    this.levels = List.copyOf(levels);
    this.keyShift = keyShift;
    this.unmapped = unmapped;
  }

  int keyShift() {
    return keyShift;
  }

  boolean has(String name) {
    asked.add(name);
    return levels.stream().anyMatch(level -> level.containsKey(name));
  }

  /// Which of two opcodes for the same thing counts: the one that stands nearer, and within one
  /// level the first of these.
  String nearest(String name, String other) {
    asked.add(name);
    asked.add(other);
    for (Map<String, String> level : levels) {
      if (level.containsKey(name)) {
        return name;
      }
      if (level.containsKey(other)) {
        return other;
      }
    }
    return name;
  }

  /// The names there are that begin with this.
  Set<String> beginningWith(String start) {
    Set<String> names = new TreeSet<>();
    names().filter(name -> name.startsWith(start)).forEach(names::add);
    asked.addAll(names);
    return names;
  }

  String text(String name, String otherwise) {
    asked.add(name);
    for (Map<String, String> level : levels) {
      String value = level.get(name);
      if (value != null) {
        return value;
      }
    }
    return otherwise;
  }

  /// Names that stand in several levels come as often.
  private Stream<String> names() {
    return levels.stream().flatMap(level -> level.keySet().stream());
  }

  /// A number within bounds; what is none is told and left out.
  double number(String name, double otherwise, double low, double high) {
    String value = text(name, "").strip();
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(value);
      if (number >= low && number <= high) {
        return number;
      }
      if (!Double.isNaN(number)) {
        unmapped.add("%s beyond %s to %s".formatted(name, plain(low), plain(high)));
        return Math.clamp(number, low, high);
      }
    } catch (NumberFormatException e) {
      // told below, as is what parses but is no number
    }
    unmapped.add(name + " that is no number");
    return otherwise;
  }

  int whole(String name, int otherwise, int low, int high) {
    return (int) number(name, otherwise, low, high);
  }

  /// A key: a number, or a note's name whose octave 4 begins with key 60.
  ///
  /// @return -1 for none, and for what is none
  int key(String name, int otherwise) {
    String value = text(name, "").strip().toLowerCase(Locale.ROOT);
    if (value.isEmpty()) {
      return otherwise;
    }
    Matcher note = NOTE.matcher(value);
    if (note.matches()) {
      int semitone = SEMITONES[note.group(1).charAt(0) - 'a'];
      String sign = note.group(2);
      int shift = sign.isEmpty() ? 0 : "#♯".contains(sign) ? 1 : -1;
      return 12 * (Integer.parseInt(note.group(3)) + 1) + semitone + shift;
    }
    return whole(name, otherwise, -1, 127);
  }

  /// Tells what nobody has asked for.
  void tellUnknown() {
    names()
        .filter(name -> !asked.contains(name))
        .distinct()
        .sorted()
        .forEach(name -> unmapped.add("opcode " + name));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}

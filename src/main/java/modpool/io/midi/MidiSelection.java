package modpool.io.midi;

import java.util.List;
import java.util.Locale;

/// Which MIDI inputs to open, as named by their user: parts of names in any case, `all` or `none`.
///
/// @param names as given; none at all means `all`
/// @param excluded parts of names that `all` leaves out (the target of a thru, ourselves)
public record MidiSelection(List<String> names, List<String> excluded) {
  private static final String ALL = "all";
  private static final String NONE = "none";

  public MidiSelection {
    names = names.isEmpty() ? List.of(ALL) : List.copyOf(names);
    excluded = List.copyOf(excluded);
  }

  /// True when an input of this name is to be opened. What is named wins over `none` and exclusion.
  boolean includes(String input) {
    if (waitedFor().stream().anyMatch(name -> contains(input, name))) {
      return true;
    }
    return has(ALL) && !has(NONE) && excluded.stream().noneMatch(name -> contains(input, name));
  }

  /// The inputs asked for by name: one that is absent is waited for.
  List<String> waitedFor() {
    return names.stream()
        .filter(name -> !name.equalsIgnoreCase(ALL) && !name.equalsIgnoreCase(NONE))
        .toList();
  }

  static boolean contains(String input, String part) {
    return input.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private boolean has(String word) {
    return names.stream().anyMatch(word::equalsIgnoreCase);
  }
}

package modpool.io.midi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The ports that were asked for by name and are not there: each is warned of once, and again only
/// after it has been there. For one thread at a time.
final class WaitedFor {
  private final String kind;
  private final List<String> names;
  private final Consumer<String> warning;
  private final Set<String> missed = new HashSet<>(); // already warned of

  /// @param kind what they are: `input` or `output`
  /// @param names parts of their names
  /// @param warning takes lines for people
  WaitedFor(String kind, List<String> names, Consumer<String> warning) {
    this.kind = kind;
    this.names = List.copyOf(names);
    this.warning = warning;
  }

  /// Warns of those that are missed.
  ///
  /// @param present names of the ports that are there
  void look(List<String> present) {
    List<String> absent =
        names.stream()
            .filter(name -> present.stream().noneMatch(p -> MidiSelection.contains(p, name)))
            .toList();
    missed.retainAll(Set.copyOf(absent));
    for (String name : absent) {
      if (missed.add(name)) {
        warning.accept("no MIDI %s has \"%s\" in its name; waiting for it".formatted(kind, name));
      }
    }
  }
}

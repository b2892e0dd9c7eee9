package modpool.ui.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import modpool.ui.look.KeyName;

/// What held keys are called together. Pure.
final class ChordName {
  private static final int OCTAVE = 12;

  /// A kind of chord: its notes as a bit per semitone over the root, and what follows the root's
  /// name.
  private record Kind(int notes, String suffix) {}

  /// In the order in which they are tried.
  private static final List<Kind> KINDS =
      List.of(
          kind("", 4, 7),
          kind("m", 3, 7),
          kind("7", 4, 7, 10),
          kind("maj7", 4, 7, 11),
          kind("m7", 3, 7, 10),
          kind("m(maj7)", 3, 7, 11),
          kind("6", 4, 7, 9),
          kind("m6", 3, 7, 9),
          kind("dim", 3, 6),
          kind("dim7", 3, 6, 9),
          kind("m7♭5", 3, 6, 10),
          kind("aug", 4, 8),
          kind("aug7", 4, 8, 10),
          kind("sus4", 5, 7),
          kind("sus2", 2, 7),
          kind("7sus4", 5, 7, 10),
          kind("add9", 2, 4, 7),
          kind("m(add9)", 2, 3, 7),
          kind("6/9", 2, 4, 7, 9),
          kind("9", 2, 4, 7, 10),
          kind("maj9", 2, 4, 7, 11),
          kind("m9", 2, 3, 7, 10),
          kind("7♭9", 1, 4, 7, 10),
          kind("7♯9", 3, 4, 7, 10),
          kind("7♭5", 4, 6, 10),
          kind("11", 2, 4, 5, 7, 10),
          kind("m11", 2, 3, 5, 7, 10),
          kind("13", 2, 4, 7, 9, 10),
          // Without their fifths.
          kind("7", 4, 10),
          kind("maj7", 4, 11),
          kind("m7", 3, 10),
          kind("9", 2, 4, 10),
          kind("maj9", 2, 4, 11),
          kind("m9", 2, 3, 10),
          kind("13", 4, 9, 10),
          kind("5", 7));

  private static final List<String> INTERVALS =
      List.of(
          "octave",
          "minor second",
          "major second",
          "minor third",
          "major third",
          "fourth",
          "tritone",
          "fifth",
          "minor sixth",
          "major sixth",
          "minor seventh",
          "major seventh");

  private ChordName() {}

  private static Kind kind(String suffix, int... intervals) {
    int notes = 1;
    for (int interval : intervals) {
      notes |= 1 << interval;
    }
    return new Kind(notes, suffix);
  }

  /// The name of the chord, of the interval, of the key, or of all notes when they make none;
  /// nothing for no keys. The lowest key is its root where that makes a chord, else it follows a
  /// stroke.
  ///
  /// @param keys MIDI keys
  static String of(Collection<Integer> keys) {
    TreeSet<Integer> held = new TreeSet<>(keys);
    if (held.isEmpty()) {
      return "";
    }
    if (held.size() == 1) {
      return KeyName.of(held.first());
    }
    int bass = held.first() % OCTAVE;
    String chord = held.size() == 2 ? "" : chord(classes(held), bass);
    if (!chord.isEmpty()) {
      return chord;
    }
    return held.size() == 2 ? interval(held.first(), held.last()) : notes(held);
  }

  private static int classes(Collection<Integer> keys) {
    int classes = 0;
    for (int key : keys) {
      classes |= 1 << key % OCTAVE;
    }
    return classes;
  }

  private static String chord(int classes, int bass) {
    for (int step = 0; step < OCTAVE; step++) {
      int root = (bass + step) % OCTAVE;
      if ((classes >> root & 1) != 0) {
        for (Kind kind : KINDS) {
          if (kind.notes == over(classes, root)) {
            String under = root == bass ? "" : "/" + KeyName.ofClass(bass);
            return KeyName.ofClass(root) + kind.suffix + under;
          }
        }
      }
    }
    return "";
  }

  /// The classes as semitones over a root.
  private static int over(int classes, int root) {
    int all = (1 << OCTAVE) - 1;
    return (classes >> root | classes << OCTAVE - root) & all;
  }

  private static String interval(int low, int high) {
    String name = INTERVALS.get((high - low) % OCTAVE);
    return KeyName.of(low) + "–" + KeyName.of(high) + "  " + name;
  }

  private static String notes(Collection<Integer> keys) {
    List<String> names = new ArrayList<>();
    for (int key : keys) {
      String name = KeyName.ofClass(key);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return String.join(" ", names);
  }
}

package modpool.session.song;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// Which parts of what is played are muted and soloed by hand. While any is soloed, only soloed
/// ones are heard. For the session's thread.
public class PartMutes {
  private final String what;
  private final int count;
  private final BiConsumer<Integer, Boolean> instrument;
  private final Set<Integer> muted = new TreeSet<>(); // from 1
  private final Set<Integer> soloed = new TreeSet<>();
  private final Set<Integer> silenced = new TreeSet<>(); // what the instrument was told

  /// @param what the parts are, for people
  /// @param count how many there are
  /// @param instrument told of each that falls silent, or is heard again
  PartMutes(String what, int count, BiConsumer<Integer, Boolean> instrument) {
    this.what = what;
    this.count = count;
    this.instrument = instrument;
  }

  /// Mutes a part, or lets it be heard again.
  ///
  /// @param part from 1
  public final void mute(int part) {
    toggle(muted, part);
  }

  /// Soloes a part, or not any more.
  ///
  /// @param part from 1
  public final void solo(int part) {
    toggle(soloed, part);
  }

  private void toggle(Set<Integer> parts, int part) {
    if (part < 1 || part > count) {
      throw new IllegalArgumentException(what + " are 1-" + count + ": " + part);
    }
    if (!parts.remove(part)) {
      parts.add(part);
    }
    tell();
  }

  /// Lets all be heard.
  public final void clear() {
    muted.clear();
    soloed.clear();
    tell();
  }

  private void tell() {
    for (int part = 1; part <= count; part++) {
      boolean silent = muted.contains(part) || !soloed.isEmpty() && !soloed.contains(part);
      if (silent ? silenced.add(part) : silenced.remove(part)) {
        instrument.accept(part, silent);
      }
    }
  }

  /// Parts from 1, in their order.
  public final Set<Integer> muted() {
    return copy(muted);
  }

  /// Parts from 1, in their order.
  public final Set<Integer> soloed() {
    return copy(soloed);
  }

  /// Parts from 1 that are not heard, in their order.
  final Set<Integer> silenced() {
    return copy(silenced);
  }

  private static Set<Integer> copy(Set<Integer> parts) {
    return Collections.unmodifiableSet(new TreeSet<>(parts));
  }
}

package modpool.ui.settings;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/// One of several things, that acts at once.
///
/// @param title for people
/// @param options what there is, in words
/// @param chosen the number of the present one
/// @param choose takes the number of another
public record Choice(String title, List<String> options, IntSupplier chosen, IntConsumer choose) {
  public Choice {
    options = List.copyOf(options);
  }
}

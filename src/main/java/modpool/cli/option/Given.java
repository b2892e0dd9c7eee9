package modpool.cli.option;

import java.util.function.Consumer;

/// Options that hold null unless they are given: what they are else is said by those who have it.
public final class Given {
  private Given() {}

  /// Sets what is given.
  public static <T> void ifGiven(T value, Consumer<T> setting) {
    if (value != null) {
      setting.accept(value);
    }
  }
}

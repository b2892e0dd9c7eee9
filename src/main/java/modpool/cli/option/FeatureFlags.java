package modpool.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import modpool.Settings;

/// The two settings that choose what plays when `--instruments` does not say, as environment
/// variables: `true` or `false`.
public final class FeatureFlags {
  public static final String USE_WORKLET_POOLING = "MODPOOL_USE_WORKLET_POOLING";
  public static final String USE_SIMPLIFIED_MOD_INSTRUMENTS =
      "MODPOOL_USE_SIMPLIFIED_MOD_INSTRUMENTS";

  private FeatureFlags() {}

  /// Puts what an environment says into settings.
  ///
  /// @return the same settings
  /// @throws IllegalArgumentException for another word
  public static Settings set(Map<String, String> environment, Settings settings) {
    set(environment, USE_WORKLET_POOLING, settings::useWorkletPooling);
    set(environment, USE_SIMPLIFIED_MOD_INSTRUMENTS, settings::useSimplifiedModInstruments);
    return settings;
  }

  private static void set(Map<String, String> environment, String name, Consumer<Boolean> flag) {
    String word = environment.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
    switch (word) {
      case "" -> {}
      case "true" -> flag.accept(true);
      case "false" -> flag.accept(false);
      default -> throw new IllegalArgumentException(name + " must be true or false: " + word);
    }
  }
}

package modpool.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import modpool.ui.keys.KeyboardLayout;

/// What the window remembers. Immutable.
///
/// @param theme how it looks
/// @param layout what is printed on the computer's keys; null: as is usual here
/// @param masterVolume of all channels when it starts, 1-127
public record WindowSettings(Theme theme, KeyboardLayout layout, int masterVolume) {
  private static final String THEME = "theme";
  private static final String LAYOUT = "keyboardLayout";
  private static final String VOLUME = "masterVolume";
  private static final int FULL = 127;

  /// What a window is like that has never been changed.
  public static final WindowSettings DEFAULT = new WindowSettings(Theme.DARK, null, FULL);

  /// What a file says; the default for what it does not, or not understandably.
  static WindowSettings of(ObjectNode node) {
    return new WindowSettings(
        choice(Theme.values(), node.path(THEME).asText(""), DEFAULT.theme),
        choice(KeyboardLayout.values(), node.path(LAYOUT).asText(""), null),
        node.path(VOLUME).asInt(FULL));
  }

  public WindowSettings {
    // A window that starts without a sound would only puzzle.
    masterVolume = masterVolume < 1 || masterVolume > FULL ? FULL : masterVolume;
  }

  private static <E extends Enum<E>> E choice(E[] choices, String text, E otherwise) {
    for (E choice : choices) {
      if (choice.name().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    return otherwise;
  }

  /// Writes it into what was remembered before; what others keep there stays.
  void into(ObjectNode node) {
    node.put(THEME, theme.name().toLowerCase(Locale.ROOT));
    node.put(VOLUME, masterVolume);
    if (layout == null) {
      node.remove(LAYOUT);
    } else {
      node.put(LAYOUT, layout.name().toLowerCase(Locale.ROOT));
    }
  }

  WindowSettings with(Theme other) {
    return new WindowSettings(other, layout, masterVolume);
  }

  WindowSettings with(KeyboardLayout other) {
    return new WindowSettings(theme, other, masterVolume);
  }

  WindowSettings withMasterVolume(int other) {
    return new WindowSettings(theme, layout, other);
  }

  boolean isFullVolume() {
    return masterVolume == FULL;
  }

  /// The layout that is meant.
  KeyboardLayout layoutHere() {
    return layout == null ? KeyboardLayout.usualIn(Locale.getDefault()) : layout;
  }
}

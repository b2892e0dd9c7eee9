package modpool.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// What the window remembers. Immutable.
///
/// @param theme how it looks
public record WindowSettings(Theme theme) {
  private static final String THEME = "theme";

  /// What a window is like that has never been changed.
  public static final WindowSettings DEFAULT = new WindowSettings(Theme.DARK);

  /// What a file says; the default for what it does not, or not understandably.
  static WindowSettings of(ObjectNode node) {
    return new WindowSettings(theme(node.path(THEME).asText("")));
  }

  private static Theme theme(String text) {
    for (Theme theme : Theme.values()) {
      if (theme.name().equalsIgnoreCase(text)) {
        return theme;
      }
    }
    return DEFAULT.theme;
  }

  /// Writes it into what was remembered before; what others keep there stays.
  void into(ObjectNode node) {
    node.put(THEME, theme.name().toLowerCase(Locale.ROOT));
  }

  WindowSettings with(Theme other) {
    return new WindowSettings(other);
  }
}

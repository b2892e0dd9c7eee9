package modpool.ui;

import java.util.ArrayList;
import java.util.List;
import modpool.ui.keys.KeyboardLayout;
import modpool.ui.settings.Choice;

/// What can be chosen of the window itself.
final class LookChoices {
  private LookChoices() {}

  static List<Choice> of(Window window) {
    List<String> themes = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      themes.add(theme.title());
    }
    List<String> layouts = new ArrayList<>(List.of("As is usual here"));
    for (KeyboardLayout layout : KeyboardLayout.values()) {
      layouts.add(layout.name());
    }
    return List.of(
        new Choice(
            "Theme",
            themes,
            () -> window.theme().ordinal(),
            chosen -> window.setTheme(Theme.values()[chosen])),
        new Choice(
            "Keyboard",
            layouts,
            () -> window.layout() == null ? 0 : 1 + window.layout().ordinal(),
            chosen -> window.setLayout(chosen == 0 ? null : KeyboardLayout.values()[chosen - 1])));
  }
}

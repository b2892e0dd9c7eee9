package modpool.ui;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.util.Map;
import javax.swing.UIManager;

/// How the window looks.
public enum Theme {
  LIGHT("Light"),
  DARK("Dark");

  private final String title;

  Theme(String title) {
    this.title = title;
  }

  /// For people.
  String title() {
    return title;
  }

  /// Lets all windows look so, those that are open too.
  void apply() {
    FlatLaf.setGlobalExtraDefaults(
        Map.of(
            "@accentColor", "#3d8fd1",
            "Component.focusWidth", "1",
            "Component.innerFocusWidth", "0",
            "Slider.thumbSize", "12,12",
            "Slider.trackWidth", "3",
            "ScrollBar.width", "12"));
    if (this == DARK) {
      FlatDarkLaf.setup();
    } else {
      FlatLightLaf.setup();
    }
    UIManager.put("ToolTip.font", UIManager.getFont("Label.font"));
    FlatLaf.updateUI();
  }
}

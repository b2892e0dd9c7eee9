package modpool.ui.look;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import javax.swing.UIManager;

/// The colours of what we paint ourselves, for the theme of the moment.
public final class Palette {
  private static final float GOLDEN = 0.618034f; // turns by which neighbours' hues differ most

  private Palette() {}

  public static boolean isDark() {
    return FlatLaf.isLafDark();
  }

  /// Behind lights, meters and grids.
  public static Color well() {
    return isDark() ? new Color(0x26282B) : new Color(0xDADDE2);
  }

  /// Lines between parts.
  public static Color line() {
    return UIManager.getColor("Component.borderColor");
  }

  public static Color text() {
    return UIManager.getColor("Label.foreground");
  }

  /// For what is said in passing.
  public static Color quiet() {
    return isDark() ? new Color(0x9DA2A8) : new Color(0x5F666E);
  }

  public static Color accent() {
    return UIManager.getColor("Component.accentColor");
  }

  /// Behind what is chosen.
  public static Color chosen() {
    return mix(UIManager.getColor("Panel.background"), accent(), isDark() ? 0.22f : 0.14f);
  }

  public static Color low() {
    return isDark() ? new Color(0x4FB477) : new Color(0x2E9E5B);
  }

  public static Color high() {
    return isDark() ? new Color(0xE0B040) : new Color(0xD39A12);
  }

  public static Color over() {
    return isDark() ? new Color(0xE5604D) : new Color(0xD33F2C);
  }

  /// An instrument's colour, by its id: `ch01`, or a song's `31`. Neighbours differ widely.
  public static Color of(String id) {
    return of(InstrumentNumber.of(id));
  }

  /// Likewise, by its number.
  public static Color of(int number) {
    float hue = number * GOLDEN % 1;
    return isDark() ? Color.getHSBColor(hue, 0.55f, 0.85f) : Color.getHSBColor(hue, 0.65f, 0.72f);
  }

  /// Part of the way from one colour to another, 0 to 1.
  public static Color mix(Color from, Color to, float part) {
    float p = Math.clamp(part, 0f, 1f);
    return new Color(
        Math.round(from.getRed() + (to.getRed() - from.getRed()) * p),
        Math.round(from.getGreen() + (to.getGreen() - from.getGreen()) * p),
        Math.round(from.getBlue() + (to.getBlue() - from.getBlue()) * p));
  }

  /// Black or white, whichever reads better on a colour.
  public static Color textOn(Color ground) {
    double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
    return light > 140 ? new Color(0x101214) : Color.WHITE;
  }
}

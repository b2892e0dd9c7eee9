package modpool.ui.look;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.border.Border;

/// A thin line over a part of the window, and room around it.
public final class LineAbove implements Border {
  private final int vertical;
  private final int horizontal;

  /// @param vertical room above and below, unscaled
  /// @param horizontal room at the sides
  public LineAbove(int vertical, int horizontal) {
    this.vertical = vertical;
    this.horizontal = horizontal;
  }

  @Override
  public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
    g.setColor(Palette.line());
    g.fillRect(x, y, width, Math.max(1, Sizes.px(1)));
  }

  @Override
  public Insets getBorderInsets(Component c) {
    int line = Math.max(1, Sizes.px(1));
    return new Insets(
        line + Sizes.px(vertical), Sizes.px(horizontal), Sizes.px(vertical), Sizes.px(horizontal));
  }

  @Override
  public boolean isBorderOpaque() {
    return false;
  }
}

package modpool.ui.look;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/// Lengths that follow the density of pixels and the size of the font.
public final class Sizes {
  private Sizes() {}

  /// A length that was thought of for 96 dots an inch.
  public static int px(int length) {
    return UIScale.scale(length);
  }

  /// Likewise of both.
  public static Dimension of(int width, int height) {
    return new Dimension(px(width), px(height));
  }

  /// For smooth lines; the caller disposes of it.
  public static Graphics2D smooth(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  /// For smooth text and sharp, quickly drawn rectangles; the caller disposes of it.
  public static Graphics2D smoothText(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return g;
  }
}

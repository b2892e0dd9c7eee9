package modpool.ui.scope;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import javax.accessibility.AccessibleRole;
import modpool.ui.look.Drawing;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// A wave over time, from where it rises through zero.
final class WavePane extends Drawing {
  private static final int SHOWN = 1024;
  private static final double ROOM = 1.1; // over the largest of the wave
  private static final double LEAST = 0.02; // so that noise does not fill the pane

  private final float[] wave;
  private int from;
  private double reach = LEAST;

  /// @param wave what is looked at; written before each [#look()]
  WavePane(String name, float[] wave) {
    super(name, AccessibleRole.PANEL);
    this.wave = wave;
  }

  /// The wave is another now.
  void look() {
    from = Trigger.find(wave, SHOWN);
    double largest = LEAST;
    for (int i = 0; i < SHOWN; i++) {
      largest = Math.max(largest, Math.abs(wave[from + i]) * ROOM);
    }
    reach = Math.max(largest, reach * 0.96); // grows at once, shrinks slowly
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(400, 180);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    g.setColor(Palette.well());
    g.fillRoundRect(0, 0, getWidth(), getHeight(), Sizes.px(8), Sizes.px(8));
    g.setColor(Palette.line());
    g.drawLine(0, getHeight() / 2, getWidth(), getHeight() / 2);
    Path2D.Double path = new Path2D.Double();
    double middle = getHeight() / 2.0;
    for (int i = 0; i < SHOWN; i++) {
      double x = getWidth() * i / (SHOWN - 1.0);
      double y = middle - wave[from + i] / reach * (middle - Sizes.px(4));
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    g.setColor(Palette.accent());
    g.draw(path);
    g.dispose();
  }
}

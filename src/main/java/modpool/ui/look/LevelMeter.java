package modpool.ui.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleRole;

/// A level from -60 dB to 0 as a bar from the left, with a mark at the highest of late.
public final class LevelMeter extends Drawing {
  private static final double HIGH_DB = -12;
  private static final double OVER_DB = -3;

  private final Ballistics ballistics = new Ballistics();
  private int shownLevel;
  private int shownMark;
  private boolean dimmed;

  /// @param name for people who hear the window
  public LevelMeter(String name) {
    super(name, AccessibleRole.PROGRESS_BAR);
  }

  /// Takes the peak since the last time.
  ///
  /// @param dimmed it is not heard
  public void move(float peak, double seconds, boolean dimmed) {
    ballistics.move(peak, seconds);
    int level = pixel(ballistics.level());
    int mark = pixel(ballistics.mark());
    if (level != shownLevel || mark != shownMark || dimmed != this.dimmed) {
      shownLevel = level;
      shownMark = mark;
      this.dimmed = dimmed;
      repaint();
    }
  }

  private int pixel(double part) {
    return (int) Math.round(Math.clamp(part, 0.0, 1.0) * getWidth());
  }

  @Override
  public Dimension getPreferredSize() {
    return isPreferredSizeSet() ? super.getPreferredSize() : Sizes.of(120, 10);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    int arc = Math.min(getHeight(), Sizes.px(4));
    g.setColor(Palette.well());
    g.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
    int high = pixel(Ballistics.part(HIGH_DB));
    int over = pixel(Ballistics.part(OVER_DB));
    fill(g, 0, high, dimmed ? Palette.quiet() : Palette.low());
    fill(g, high, over, dimmed ? Palette.quiet() : Palette.high());
    fill(g, over, getWidth(), dimmed ? Palette.quiet() : Palette.over());
    if (shownMark > 0) {
      Color color =
          shownMark > over ? Palette.over() : shownMark > high ? Palette.high() : Palette.low();
      g.setColor(dimmed ? Palette.quiet() : color);
      g.fillRect(Math.max(0, shownMark - Sizes.px(2)), 0, Sizes.px(2), getHeight());
    }
    g.dispose();
  }

  private void fill(Graphics2D g, int from, int to, Color color) {
    int end = Math.min(to, shownLevel);
    if (end > from) {
      g.setColor(color);
      g.fillRect(from, 0, end - from, getHeight());
    }
  }

  @Override
  protected String state() {
    return Math.round(ballistics.levelDb()) + " dB";
  }
}

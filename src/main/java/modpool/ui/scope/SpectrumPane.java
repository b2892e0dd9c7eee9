package modpool.ui.scope;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import javax.accessibility.AccessibleRole;
import modpool.ui.look.Drawing;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// A spectrum from 30 Hz to 16 kHz and from -90 dB to 0; it falls slowly.
final class SpectrumPane extends Drawing {
  private static final double LOWEST_HZ = 30;
  private static final double HIGHEST_HZ = 16_000;
  private static final double FLOOR_DB = -90;
  private static final double FALL_DB = 1.5; // from one look to the next
  private static final int[] MARKS_HZ = {100, 1_000, 10_000};
  private static final int[] MARKS_DB = {-20, -40, -60, -80};

  private final Spectrum spectrum = new Spectrum();
  private final double[] amplitudes = new double[Spectrum.FRAMES / 2];
  private final double[] levels = new double[Spectrum.FRAMES / 2]; // dB
  private double rate = 48_000;

  SpectrumPane(String name) {
    super(name, AccessibleRole.PANEL);
    java.util.Arrays.fill(levels, FLOOR_DB);
  }

  /// @param wave [Spectrum#FRAMES] samples
  void look(float[] wave, double ratePerSecond) {
    rate = ratePerSecond;
    spectrum.measure(wave, amplitudes);
    for (int i = 0; i < levels.length; i++) {
      double db = amplitudes[i] <= 0 ? FLOOR_DB : 20 * Math.log10(amplitudes[i]);
      levels[i] = Math.max(Math.max(FLOOR_DB, db), levels[i] - FALL_DB);
    }
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(400, 180);
  }

  private double x(double hz) {
    return getWidth() * Math.log(hz / LOWEST_HZ) / Math.log(HIGHEST_HZ / LOWEST_HZ);
  }

  private double y(double db) {
    return getHeight() * db / FLOOR_DB;
  }

  /// The highest of the bins that fall on a column, or what lies between two.
  private double levelAt(int column) {
    double from = bin(column);
    double to = bin(column + 1);
    int low = (int) Math.ceil(from);
    if (low >= to) {
      int left = (int) from;
      double part = from - left;
      return levels[left] * (1 - part) + levels[Math.min(left + 1, levels.length - 1)] * part;
    }
    double level = FLOOR_DB;
    for (int i = low; i < Math.min(to, levels.length); i++) {
      level = Math.max(level, levels[i]);
    }
    return level;
  }

  private double bin(int column) {
    double hz = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, (double) column / getWidth());
    return Math.min(levels.length - 1.0, hz * Spectrum.FRAMES / rate);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    g.setFont(getFont().deriveFont(getFont().getSize2D() * 0.8f));
    g.setColor(Palette.well());
    g.fillRoundRect(0, 0, getWidth(), getHeight(), Sizes.px(8), Sizes.px(8));
    paintMarks(g);
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0, getHeight());
    for (int column = 0; column < getWidth(); column++) {
      path.lineTo(column, y(levelAt(column)));
    }
    path.lineTo(getWidth(), getHeight());
    g.setColor(Palette.mix(Palette.well(), Palette.accent(), 0.35f));
    g.fill(path);
    g.setColor(Palette.accent());
    g.draw(path);
    g.dispose();
  }

  private void paintMarks(Graphics2D g) {
    FontMetrics metrics = g.getFontMetrics();
    for (int hz : MARKS_HZ) {
      int x = (int) x(hz);
      g.setColor(Palette.line());
      g.drawLine(x, 0, x, getHeight());
      g.setColor(Palette.quiet());
      String text = hz >= 1_000 ? hz / 1_000 + " kHz" : hz + " Hz";
      g.drawString(text, x + Sizes.px(4), metrics.getAscent() + Sizes.px(2));
    }
    for (int db : MARKS_DB) {
      int y = (int) y(db);
      g.setColor(Palette.line());
      g.drawLine(0, y, getWidth(), y);
      g.setColor(Palette.quiet());
      g.drawString(db + " dB", Sizes.px(4), y - Sizes.px(3));
    }
  }
}

package modpool.ui.song;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import javax.accessibility.AccessibleRole;
import modpool.bridge.board.TrackBoard;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.ui.look.Drawing;
import modpool.ui.look.InstrumentNumber;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// The wave that a track plays.
final class TrackScope extends Drawing {
  private static final int POINTS = 96;

  private final WavePart part = new WavePart();
  private final float[] wave = new float[POINTS];
  private Color color = Color.GRAY;
  private boolean silent = true;

  TrackScope(int track) {
    super("Wave of track " + track, AccessibleRole.PANEL);
  }

  void look(Module module, long cell, double seconds) {
    int number = TrackBoard.sample(cell);
    int volume = TrackBoard.volume(cell);
    ModuleSample sample = number == 0 || number > 31 ? ModuleSample.EMPTY : module.sample(number);
    part.move(TrackBoard.strikes(cell), TrackBoard.period(cell), seconds);
    boolean nothing = sample.isEmpty() || volume == 0;
    if (nothing && silent) {
      return;
    }
    silent = nothing;
    color = Palette.of(InstrumentNumber.of("%02d".formatted(number)));
    part.read(sample, TrackBoard.period(cell), volume, wave);
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(84, 36);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    int arc = Sizes.px(6);
    g.setColor(Palette.well());
    g.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
    Path2D.Double path = new Path2D.Double();
    double middle = getHeight() / 2.0;
    double reach = middle - Sizes.px(3);
    for (int i = 0; i < POINTS; i++) {
      double x = Sizes.px(3) + (getWidth() - Sizes.px(6)) * i / (POINTS - 1.0);
      double y = middle - (silent ? 0 : wave[i]) * reach;
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    g.setColor(silent ? Palette.line() : color);
    g.draw(path);
    g.dispose();
  }
}

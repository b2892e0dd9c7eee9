package modpool.ui.song;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.accessibility.AccessibleRole;
import modpool.module.Module;
import modpool.tracker.clock.SongPosition;
import modpool.ui.look.Drawing;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;
import modpool.view.PatternLines;
import modpool.view.Scene;
import modpool.view.ViewLine;

/// The pattern that plays, scrolling past its middle line.
final class PatternPane extends Drawing {
  private static final int HEADS =
      1; // the lines begin with the tracks' heads, which we draw ourselves

  private List<ViewLine> lines = List.of();
  private Seen seen;
  private int letters;

  /// All that its lines are made of, but for the tracks' heads.
  private record Seen(Module module, int order, int row, int tracks, int lines) {}

  PatternPane() {
    super("Pattern", AccessibleRole.PANEL);
    setFont(new Font(Font.MONOSPACED, Font.PLAIN, Sizes.px(13)));
  }

  /// How wide a letter is.
  int letterWidth() {
    return getFontMetrics(getFont()).charWidth('0');
  }

  private int lineHeight() {
    return getFontMetrics(getFont()).getHeight() + Sizes.px(2);
  }

  void look(Scene scene) {
    int rows = Math.max(3, getHeight() / lineHeight());
    Seen next =
        new Seen(
            scene.module(),
            SongPosition.order(scene.position()),
            SongPosition.row(scene.position()),
            scene.parts(),
            rows);
    if (next.equals(seen)) {
      return;
    }
    seen = next;
    int width = PatternLines.fullWidth(scene.parts());
    List<ViewLine> all = PatternLines.of(scene, width, rows + HEADS);
    lines = List.copyOf(all.subList(HEADS, all.size()));
    if (width != letters) {
      letters = width;
      revalidate();
    }
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension((letters + 1) * letterWidth(), 12 * lineHeight());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smoothText(graphics);
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    g.setColor(Palette.well());
    g.fillRect(0, 0, getWidth(), getHeight());
    for (int i = 0; i < lines.size(); i++) {
      ViewLine line = lines.get(i);
      int y = i * lineHeight();
      boolean current = line.look() == ViewLine.Look.CURRENT;
      if (current) {
        g.setColor(Palette.chosen());
        g.fillRect(0, y, getWidth(), lineHeight());
      }
      g.setColor(current ? Palette.text() : Palette.quiet());
      g.drawString(line.text(), letterWidth() / 2, y + Sizes.px(1) + metrics.getAscent());
    }
    g.dispose();
  }
}

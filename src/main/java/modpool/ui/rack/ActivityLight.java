package modpool.ui.rack;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// Lights up when a channel hears MIDI.
final class ActivityLight extends JComponent {
  private static final int LOOKS = 5; // it stays on

  private int heard;
  private int left;

  /// @param messages that the channel has heard so far
  void look(int messages) {
    boolean wasOn = left > 0;
    left = messages != heard ? LOOKS : Math.max(0, left - 1);
    heard = messages;
    if (wasOn != left > 0) {
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(10, 10);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    int size = Math.min(getWidth(), getHeight());
    g.setColor(left > 0 ? Palette.low() : Palette.well());
    g.fillOval((getWidth() - size) / 2, (getHeight() - size) / 2, size, size);
    g.dispose();
  }
}

package modpool.ui.keys;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import javax.accessibility.AccessibleRole;
import modpool.ui.look.Drawing;
import modpool.ui.look.KeyName;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// A piano from C1 to C8 that the mouse plays: the lower on a key, the louder; dragged, it glides
/// over the keys.
final class Piano extends Drawing {
  private static final int FIRST = 24;
  private static final int LAST = 108;
  private static final int KEYS = 128;
  private static final int OCTAVE = 12;
  private static final Color BLACK = new Color(0x26282B);

  private final HeldKeys held;
  private boolean[] sounding = new boolean[KEYS];
  private Color color = Color.GRAY;
  private int typedFrom;
  private int typedTo;
  private int underMouse = -1;

  Piano(HeldKeys held) {
    super("Piano", AccessibleRole.PANEL);
    this.held = held;
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            slideTo(e);
          }

          @Override
          public void mouseDragged(MouseEvent e) {
            slideTo(e);
          }

          @Override
          public void mouseReleased(MouseEvent e) {
            leave();
          }
        };
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
  }

  private PianoLayout keys() {
    return new PianoLayout(FIRST, LAST, getWidth(), getHeight());
  }

  private void slideTo(MouseEvent e) {
    PianoLayout keys = keys();
    int key = keys.keyAt(e.getX(), e.getY());
    if (key != underMouse) {
      leave();
      if (key >= 0) {
        held.press(this, key, keys.velocityAt(key, e.getY()));
        underMouse = key;
      }
    }
  }

  private void leave() {
    if (underMouse >= 0) {
      held.release(this, underMouse);
      underMouse = -1;
    }
  }

  /// Shows what sounds.
  ///
  /// @param now by key
  void look(boolean[] now, Color colorNow) {
    if (!Arrays.equals(now, sounding) || !color.equals(colorNow)) {
      sounding = now.clone();
      color = colorNow;
      repaint();
    }
  }

  /// Marks the keys that the computer's keys reach.
  void showTyped(int from, int to) {
    if (from != typedFrom || to != typedTo) {
      typedFrom = from;
      typedTo = to;
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(800, 84);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smoothText(graphics); // smooth shapes of this size are slow to draw
    g.setFont(getFont().deriveFont(getFont().getSize2D() * 0.75f));
    PianoLayout keys = keys();
    for (int key = FIRST; key <= LAST; key++) {
      if (!PianoLayout.isBlack(key)) {
        paintWhite(g, key, keys.bounds(key));
      }
    }
    for (int key = FIRST; key <= LAST; key++) {
      if (PianoLayout.isBlack(key)) {
        fill(g, keys.bounds(key), sounding[key] ? color : BLACK);
      }
    }
    g.dispose();
  }

  private void paintWhite(Graphics2D g, int key, Rectangle bounds) {
    boolean dark = Palette.isDark();
    Color ground = sounding[key] ? color : dark ? new Color(0xC9CCD0) : Color.WHITE;
    fill(g, bounds, ground);
    g.setColor(dark ? new Color(0x55595E) : new Color(0xA9AEB4));
    g.drawRect(bounds.x, bounds.y, bounds.width, bounds.height);
    if (key % OCTAVE == 0) {
      String name = KeyName.of(key);
      g.setColor(Palette.textOn(ground));
      g.drawString(
          name,
          bounds.x + (bounds.width - g.getFontMetrics().stringWidth(name)) / 2,
          bounds.height - Sizes.px(8));
    }
    if (key >= typedFrom && key <= typedTo) {
      int high = Sizes.px(3);
      g.setColor(Palette.accent());
      g.fillRect(bounds.x + 1, bounds.height - high, bounds.width - 1, high);
    }
  }

  private static void fill(Graphics2D g, Rectangle bounds, Color ground) {
    g.setColor(ground);
    g.fillRect(bounds.x, bounds.y, bounds.width, bounds.height);
  }
}

package modpool.ui.editor;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.accessibility.AccessibleRole;
import modpool.edit.EditedZone;
import modpool.patch.Trigger;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Gesture;
import modpool.ui.look.Drawing;
import modpool.ui.look.KeyName;
import modpool.ui.look.Keystrokes;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// The zones of the patch over a keyboard: as wide as their keys, as high as their velocities, in
/// rows where they sound together or by turns. A press chooses one, the next when several lie
/// there; the chosen one's ends can be dragged. With the focus, the arrow keys go from zone to
/// zone.
final class ZoneMap extends Drawing {
  private static final int KEYS = 128;
  private static final int OCTAVE = 12;
  private static final int REACH = 4; // pixels about an end
  private static final int LEAST = 3; // pixels of a zone
  private static final int ZONES_HEIGHT = 34;
  private static final int ROW_HEIGHT = 12;
  private static final int MOST_ROWS = 8; // that the map gets higher for
  private static final int KEYBOARD_HEIGHT = 20;

  private final EditDesk desk;
  private final Gesture gesture = new Gesture();
  private ZoneLanes lanes = new ZoneLanes(List.of());
  private Seen seen;
  private boolean dragsLow;
  private boolean drags;
  private boolean dragged;

  /// All that is painted.
  private record Seen(List<Trigger> triggers, int chosen, int rootKey) {}

  ZoneMap(EditDesk desk) {
    super("Zones on the keyboard", AccessibleRole.LIST);
    this.desk = desk;
    takeFocus();
    setToolTipText("Press a zone to choose it, drag an end of the chosen one");
    listen();
    Keystrokes.onFocused(this, "LEFT", () -> step(-1));
    Keystrokes.onFocused(this, "RIGHT", () -> step(1));
  }

  private void listen() {
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            requestFocusInWindow();
            drags = isAtEnd(e.getX(), e.getY());
            dragged = false;
            if (drags) {
              gesture.begin();
            } else {
              choose(e.getX(), e.getY());
            }
          }

          @Override
          public void mouseDragged(MouseEvent e) {
            if (drags) {
              dragged = true;
              drag(e.getX());
            }
          }

          @Override
          public void mouseReleased(MouseEvent e) {
            gesture.end();
            if (drags && !dragged) {
              choose(e.getX(), e.getY()); // a zone that is all ends, or lies at one
            }
            drags = false;
          }

          @Override
          public void mouseMoved(MouseEvent e) {
            int kind = isAtEnd(e.getX(), e.getY()) ? Cursor.E_RESIZE_CURSOR : Cursor.HAND_CURSOR;
            setCursor(Cursor.getPredefinedCursor(kind));
          }
        };
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
  }

  private void step(int zones) {
    int last = desk.patch().zones().size() - 1;
    desk.chooseZone(Math.clamp(desk.zoneNumber() + zones, 0, last));
  }

  private boolean isAtEnd(int x, int y) {
    Rectangle2D.Double of = bounds(desk.zoneNumber());
    if (y < of.y || y >= of.getMaxY()) {
      return false;
    }
    dragsLow = Math.abs(x - of.x) <= Math.abs(x - of.getMaxX());
    return Math.abs(x - (dragsLow ? of.x : of.getMaxX())) <= Sizes.px(REACH);
  }

  private void drag(int x) {
    int border = (int) Math.clamp(Math.round(x / keyWidth()), 0L, (long) KEYS);
    desk.change(
        z -> {
          Trigger t = z.trigger();
          return z.withTrigger(
              dragsLow
                  ? t.atKeys(Math.min(border, t.highKey()), t.highKey())
                  : t.atKeys(t.lowKey(), Math.max(border - 1, t.lowKey())));
        },
        gesture.now());
  }

  private void choose(int x, int y) {
    desk.chooseZone(
        lanes.pressed(x, y, desk.zoneNumber(), getWidth(), zonesHeight(), Sizes.px(LEAST)));
  }

  private double keyWidth() {
    return (double) getWidth() / KEYS;
  }

  private double zonesHeight() {
    return Math.max(0, getHeight() - Sizes.px(KEYBOARD_HEIGHT));
  }

  private Rectangle2D.Double bounds(int place) {
    return lanes.bounds(place, getWidth(), zonesHeight(), Sizes.px(LEAST));
  }

  /// The patch is another now.
  void look() {
    List<Trigger> triggers = desk.patch().zones().stream().map(EditedZone::trigger).toList();
    if (!triggers.equals(lanes.triggers())) {
      int before = lanes.most();
      lanes = new ZoneLanes(triggers);
      if (lanes.most() != before) {
        revalidate(); // its height
      }
    }
    Seen next = new Seen(triggers, desk.zoneNumber(), desk.zone().rootKey());
    if (!next.equals(seen)) {
      seen = next;
      tell();
      repaint();
    }
  }

  @Override
  protected String state() {
    if (!desk.isOpen()) {
      return null;
    }
    Trigger t = desk.zone().trigger();
    String keys =
        "zone %d of %d, %s to %s"
            .formatted(
                desk.zoneNumber() + 1,
                desk.patch().zones().size(),
                KeyName.of(t.lowKey()),
                KeyName.of(t.highKey()));
    String layer = t.layer() == 0 ? "" : ", layer " + (t.layer() + 1);
    String turn = t.turns() == 1 ? "" : ", turn %d of %d".formatted(t.turn() + 1, t.turns());
    return keys + layer + turn;
  }

  @Override
  public Dimension getPreferredSize() {
    int zones = Math.max(ZONES_HEIGHT, ROW_HEIGHT * Math.min(lanes.most(), MOST_ROWS));
    return Sizes.of(900, zones + KEYBOARD_HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    g.setColor(Palette.well());
    g.fillRect(0, 0, getWidth(), getHeight());
    if (desk.isOpen()) {
      g.setFont(getFont().deriveFont(getFont().getSize2D() * 0.85f));
      for (int place = 0; place < lanes.triggers().size(); place++) {
        if (place != desk.zoneNumber()) {
          paintZone(g, place);
        }
      }
      paintZone(g, desk.zoneNumber()); // over the others
    }
    paintKeyboard(g);
    g.dispose();
  }

  private void paintZone(Graphics2D g, int place) {
    boolean chosen = place == desk.zoneNumber();
    Rectangle2D.Double of = bounds(place);
    Color color = chosen ? Palette.accent() : Palette.quiet();
    Color ground = Palette.mix(Palette.well(), color, chosen ? 0.45f : 0.25f);
    g.setColor(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), 215));
    g.fill(of);
    g.setColor(chosen && isFocusOwner() ? Palette.high() : color);
    g.draw(new Rectangle2D.Double(of.x, of.y, of.width - 1, of.height - 1));
    String number = Integer.toString(place + 1);
    var metrics = g.getFontMetrics();
    if (metrics.stringWidth(number) + Sizes.px(4) < of.width && metrics.getAscent() < of.height) {
      g.setColor(Palette.text());
      float baseline = (float) (of.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2);
      g.drawString(number, (float) of.x + Sizes.px(4), baseline);
    }
  }

  private void paintKeyboard(Graphics2D g) {
    int high = Sizes.px(KEYBOARD_HEIGHT);
    double top = getHeight() - high;
    boolean dark = Palette.isDark();
    g.setColor(dark ? new Color(0xC9CCD0) : Color.WHITE);
    g.fill(new Rectangle2D.Double(0, top, getWidth(), high));
    g.setFont(getFont().deriveFont(getFont().getSize2D() * 0.7f));
    for (int key = 0; key < KEYS; key++) {
      double x = key * keyWidth();
      int tone = key % OCTAVE;
      boolean black = tone == 1 || tone == 3 || tone == 6 || tone == 8 || tone == 10;
      if (black) {
        g.setColor(new Color(0x26282B));
        g.fill(new Rectangle2D.Double(x, top, keyWidth(), high * 0.4));
      }
      if (tone == 0) {
        g.setColor(dark ? new Color(0x55595E) : new Color(0xA9AEB4));
        g.fill(new Rectangle2D.Double(x, top, 1, high));
        g.setColor(new Color(0x101214));
        g.drawString(KeyName.of(key), (float) x + Sizes.px(2), getHeight() - Sizes.px(3));
      }
    }
    if (desk.isOpen()) {
      g.setColor(Palette.accent());
      double x = desk.zone().rootKey() * keyWidth();
      g.fill(new Rectangle2D.Double(x, top, Math.max(2, keyWidth()), Sizes.px(3)));
    }
  }
}

package modpool.ui.editor.desk;

import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleValue;
import javax.swing.SwingUtilities;
import modpool.ui.look.Drawing;
import modpool.ui.look.Keystrokes;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// A grip of a drawing: dragged by the mouse or, while it has the focus, moved by the arrow keys;
/// with Shift farther.
public final class Handle extends Drawing {
  /// What it moves.
  public interface Moved {
    /// To a point of the drawing.
    void drag(Point to, Object gesture);

    /// By steps: to the right and up are positive.
    void step(int right, int up, Object gesture);

    /// How many steps an arrow key goes with Shift.
    default int farther() {
      return FARTHER;
    }

    /// What it stands at, in words.
    String state();

    /// The same as a number, from 0: of frames, say.
    double value();

    /// The highest that it can stand at.
    double most();
  }

  /// What it looks like, which is where it can be taken.
  public enum Shape {
    /// A knob.
    DOT,
    /// A line with a flag at its top.
    TOP_FLAG,
    /// A line with a flag at its bottom.
    BOTTOM_FLAG
  }

  private static final int FARTHER = 10;
  private static final int REACH = 4; // at both sides of a line

  private final Shape shape;
  private final String letter;
  private final Moved moved;
  private final Gesture gesture = new Gesture();
  private Point grabbed = new Point(); // from its middle
  private boolean placed;

  /// @param letter on its flag
  public Handle(String name, Shape shape, String letter, Moved moved) {
    super(name, AccessibleRole.SLIDER);
    this.shape = shape;
    this.letter = letter;
    this.moved = moved;
    takeFocus();
    setToolTipText(name + ": drag it, or move it by the arrow keys, with Shift farther");
    setCursor(
        Cursor.getPredefinedCursor(
            shape == Shape.DOT ? Cursor.MOVE_CURSOR : Cursor.E_RESIZE_CURSOR));
    setSize(Sizes.of(18, 18));
    listen();
    bind("LEFT", -1, 0);
    bind("RIGHT", 1, 0);
    bind("UP", 0, 1);
    bind("DOWN", 0, -1);
  }

  private void listen() {
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            requestFocusInWindow();
            grabbed = new Point(e.getX() - getWidth() / 2, e.getY() - getHeight() / 2);
            gesture.begin();
          }

          @Override
          public void mouseDragged(MouseEvent e) {
            Point at = SwingUtilities.convertPoint(Handle.this, e.getPoint(), getParent());
            moved.drag(new Point(at.x - grabbed.x, at.y - grabbed.y), gesture.now());
          }

          @Override
          public void mouseReleased(MouseEvent e) {
            gesture.end();
          }
        };
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
  }

  private void bind(String key, int right, int up) {
    Keystrokes.onFocused(this, key, () -> moved.step(right, up, gesture.now()));
    Keystrokes.onFocused(
        this,
        "shift " + key,
        () -> moved.step(right * moved.farther(), up * moved.farther(), gesture.now()));
  }

  /// Puts its middle, or its line, there, where what it moves stands now.
  ///
  /// @param height of the drawing
  public void place(double x, double y, int height) {
    int half = Sizes.px(9);
    int middle = (int) Math.round(x);
    if (shape == Shape.DOT) {
      setBounds(middle - half, (int) Math.round(y) - half, 2 * half, 2 * half);
    } else {
      setBounds(middle - half, 0, 2 * half, height);
    }
    placed = true;
    tell();
  }

  /// Where its middle is in the drawing.
  public Point middle() {
    return new Point(getX() + getWidth() / 2, getY() + getHeight() / 2);
  }

  @Override
  public boolean contains(int x, int y) {
    if (!super.contains(x, y) || shape == Shape.DOT) {
      return super.contains(x, y);
    }
    boolean onLine = Math.abs(x - getWidth() / 2) <= Sizes.px(REACH);
    boolean onFlag = shape == Shape.TOP_FLAG ? y < getWidth() : y >= getHeight() - getWidth();
    return onLine || onFlag;
  }

  @Override
  protected String state() {
    return placed ? moved.state() : null;
  }

  @Override
  protected AccessibleValue value() {
    return placed ? new Stands() : null;
  }

  /// Moved by keys, not by numbers.
  private final class Stands implements AccessibleValue {
    @Override
    public Number getCurrentAccessibleValue() {
      return moved.value();
    }

    @Override
    public boolean setCurrentAccessibleValue(Number n) {
      return false;
    }

    @Override
    public Number getMinimumAccessibleValue() {
      return 0.0;
    }

    @Override
    public Number getMaximumAccessibleValue() {
      return moved.most();
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    int size = getWidth();
    boolean focused = isFocusOwner();
    g.setColor(focused ? Palette.high() : Palette.accent());
    if (shape == Shape.DOT) {
      int inset = Sizes.px(focused ? 2 : 4);
      g.fillOval(inset, inset, size - 2 * inset, size - 2 * inset);
    } else {
      g.fillRect(size / 2, 0, Math.max(1, Sizes.px(focused ? 2 : 1)), getHeight());
      int top = shape == Shape.TOP_FLAG ? 0 : getHeight() - size;
      g.fillRoundRect(0, top, size, size, Sizes.px(4), Sizes.px(4));
      g.setColor(Palette.textOn(g.getColor()));
      g.setFont(getFont() == null ? g.getFont() : getFont().deriveFont(Sizes.px(11) * 1f));
      var metrics = g.getFontMetrics();
      int x = (size - metrics.stringWidth(letter)) / 2;
      int y = top + (size + metrics.getAscent() - metrics.getDescent()) / 2;
      g.drawString(letter, x, y);
    }
    g.dispose();
  }
}

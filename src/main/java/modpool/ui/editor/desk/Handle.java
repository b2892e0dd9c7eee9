package modpool.ui.editor.desk;

import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Supplier;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import modpool.ui.part.Drawing;
import modpool.ui.part.Palette;
import modpool.ui.part.Sizes;

/// A grip of a drawing: dragged by the mouse or, while it has the focus, moved by the arrow keys;
/// with Shift in larger steps.
public final class Handle extends Drawing {
  /// Takes where it is moved to.
  public interface Mover {
    /// To a point of the drawing.
    void drag(Point to, Object gesture);

    /// By steps: to the right and up are positive.
    void step(int right, int up, Object gesture);
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

  private static final int COARSE = 10;
  private static final int REACH = 4; // at both sides of a line

  private final Shape shape;
  private final String letter;
  private final Supplier<String> state;
  private final Mover mover;
  private final Gesture gesture = new Gesture();
  private int grabbed; // how far beside its middle

  /// @param letter on its flag
  /// @param state what it stands at, in words
  public Handle(String name, Shape shape, String letter, Supplier<String> state, Mover mover) {
    super(name, AccessibleRole.SLIDER);
    this.shape = shape;
    this.letter = letter;
    this.state = state;
    this.mover = mover;
    takeFocus();
    setToolTipText(name + ": drag it, or move it by the arrow keys");
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
            grabbed = e.getX() - getWidth() / 2;
            gesture.begin();
          }

          @Override
          public void mouseDragged(MouseEvent e) {
            Point at = SwingUtilities.convertPoint(Handle.this, e.getPoint(), getParent());
            mover.drag(new Point(at.x - grabbed, at.y), gesture.now());
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
    bind(key, right, up, 1);
    bind("shift " + key, right, up, COARSE);
  }

  private void bind(String key, int right, int up, int steps) {
    getInputMap().put(KeyStroke.getKeyStroke(key), key);
    getActionMap()
        .put(
            key,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent e) {
                mover.step(right * steps, up * steps, gesture.now());
              }
            });
  }

  /// Puts its middle, or its line, there.
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
    return state.get();
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

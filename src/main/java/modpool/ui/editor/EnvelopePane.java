package modpool.ui.editor;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.Path2D;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JLayeredPane;
import modpool.dsp.Envelope;
import modpool.patch.Sound;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Handle;
import modpool.ui.editor.desk.Unit;
import modpool.ui.part.Palette;
import modpool.ui.part.Sizes;

/// An envelope of the chosen zone, drawn, with grips at its corners.
final class EnvelopePane extends JLayeredPane {
  private static final int STEP_PIXELS = 2; // of an arrow key
  private static final double STEP_LEVEL = 0.01;

  private final EditDesk desk;
  private final Function<Sound, Envelope> part;
  private final BiFunction<Sound, Envelope, Sound> with;
  private final String prefix;
  private final Handle delay;
  private final Handle attack;
  private final Handle hold;
  private final Handle decay;
  private final Handle release;

  /// @param name for people who hear the window
  /// @param prefix of its grips' names
  /// @param part which envelope of a sound it is
  /// @param with a sound with another
  EnvelopePane(
      EditDesk desk,
      String name,
      String prefix,
      Function<Sound, Envelope> part,
      BiFunction<Sound, Envelope, Sound> with) {
    this.desk = desk;
    this.part = part;
    this.with = with;
    this.prefix = prefix;
    getAccessibleContext().setAccessibleName(name);
    delay =
        grip(
            "Delay",
            () -> Unit.MS.text(envelope().delayMs()),
            () -> shape().delayX(),
            (shape, x, level) -> shape.withDelayAt(x));
    attack =
        grip(
            "Attack",
            () -> Unit.MS.text(envelope().attackMs()),
            () -> shape().attackX(),
            (shape, x, level) -> shape.withAttackAt(x));
    hold =
        grip(
            "Hold",
            () -> Unit.MS.text(envelope().holdMs()),
            () -> shape().holdX(),
            (shape, x, level) -> shape.withHoldAt(x));
    decay =
        grip(
            "Decay and sustain",
            () -> Unit.MS.text(envelope().decayMs()) + ", " + percent(),
            () -> shape().decayX(),
            EnvelopeShape::withDecayAt);
    release =
        grip(
            "Release",
            () -> Unit.MS.text(envelope().releaseMs()),
            () -> shape().releaseX(),
            (shape, x, level) -> shape.withReleaseAt(x));
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent e) {
            look();
          }
        });
  }

  /// What a grip's place makes of the envelope.
  private interface Bend {
    Envelope to(EnvelopeShape shape, double x, double level);
  }

  private Handle grip(String name, Supplier<String> state, Supplier<Double> place, Bend bend) {
    Handle.Mover mover =
        new Handle.Mover() {
          @Override
          public void drag(Point to, Object gesture) {
            move(to.x - edge(), 1 - (to.y - top()) / (double) high(), gesture);
          }

          @Override
          public void step(int right, int up, Object gesture) {
            move(
                place.get() + right * STEP_PIXELS, envelope().sustain() + up * STEP_LEVEL, gesture);
          }

          private void move(double x, double level, Object gesture) {
            Envelope next = bend.to(shape(), Math.max(0, x), level);
            desk.changeSound(sound -> with.apply(sound, next), gesture);
          }
        };
    Handle handle = new Handle(prefix + name, Handle.Shape.DOT, "", state, mover);
    add(handle);
    return handle;
  }

  private Envelope envelope() {
    return part.apply(desk.zone().sound());
  }

  private EnvelopeShape shape() {
    return new EnvelopeShape(envelope(), getWidth() - 2.0 * edge());
  }

  private static int edge() {
    return Sizes.px(12);
  }

  private static int top() {
    return Sizes.px(14);
  }

  private int high() {
    return Math.max(1, getHeight() - top() - Sizes.px(46));
  }

  private double y(double level) {
    return top() + (1 - level) * high();
  }

  private String percent() {
    return Unit.PERCENT.text(envelope().sustain());
  }

  /// The envelope is another now.
  void look() {
    if (!desk.isOpen() || getWidth() == 0) {
      return;
    }
    EnvelopeShape shape = shape();
    delay.place(edge() + shape.delayX(), y(0), 0);
    attack.place(edge() + shape.attackX(), y(1), 0);
    hold.place(edge() + shape.holdX(), y(1), 0);
    decay.place(edge() + shape.decayX(), y(envelope().sustain()), 0);
    release.place(edge() + shape.releaseX(), y(0), 0);
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(240, 120);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    g.setColor(Palette.well());
    g.fillRoundRect(0, 0, getWidth(), getHeight(), Sizes.px(8), Sizes.px(8));
    if (desk.isOpen()) {
      paintCurve(g);
      paintWords(g);
    }
    g.dispose();
  }

  private void paintCurve(Graphics2D g) {
    EnvelopeShape shape = shape();
    double left = edge();
    double sustain = envelope().sustain();
    Path2D.Double curve = new Path2D.Double();
    curve.moveTo(left, y(0));
    curve.lineTo(left + shape.delayX(), y(0));
    curve.lineTo(left + shape.attackX(), y(1));
    curve.lineTo(left + shape.holdX(), y(1));
    double decayed = left + shape.decayX();
    double third = (shape.decayX() - shape.holdX()) / 3;
    curve.curveTo(
        decayed - 2 * third, y(sustain), decayed - third, y(sustain), decayed, y(sustain));
    double up = left + shape.releaseFromX();
    curve.lineTo(up, y(sustain));
    double fall = (shape.releaseX() - shape.releaseFromX()) / 3;
    curve.curveTo(up + fall, y(0), up + 2 * fall, y(0), left + shape.releaseX(), y(0));
    Path2D.Double under = new Path2D.Double(curve);
    under.closePath();
    g.setColor(Palette.mix(Palette.well(), Palette.accent(), 0.25f));
    g.fill(under);
    g.setColor(Palette.accent());
    g.setStroke(new BasicStroke(Sizes.px(2)));
    g.draw(curve);
  }

  private void paintWords(Graphics2D g) {
    Envelope e = envelope();
    String[] letters = {"Delay", "A", "H", "D", "S", "R"};
    String[] words = {
      Unit.MS.text(e.delayMs()),
      Unit.MS.text(e.attackMs()),
      Unit.MS.text(e.holdMs()),
      Unit.MS.text(e.decayMs()),
      percent(),
      Unit.MS.text(e.releaseMs())
    };
    g.setColor(Palette.quiet());
    g.setFont(getFont().deriveFont(getFont().getSize2D() * 0.85f));
    double room = (getWidth() - 2.0 * Sizes.px(6)) / words.length;
    for (int i = 0; i < words.length; i++) {
      double middle = Sizes.px(6) + room * (i + 0.5);
      drawCentred(g, letters[i], middle, getHeight() - Sizes.px(20));
      drawCentred(g, words[i], middle, getHeight() - Sizes.px(6));
    }
  }

  private static void drawCentred(Graphics2D g, String text, double middle, int y) {
    g.drawString(text, (float) (middle - g.getFontMetrics().stringWidth(text) / 2.0), y);
  }
}

package modpool.ui.editor;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.Path2D;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.swing.JLayeredPane;
import modpool.dsp.Envelope;
import modpool.patch.Sound;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Handle;
import modpool.ui.editor.desk.Unit;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// An envelope of the chosen zone, drawn, with grips at its corners.
final class EnvelopePane extends JLayeredPane {
  private static final double STEP_LEVEL = 0.01; // of an arrow key

  private final EditDesk desk;
  private final Function<Sound, Envelope> part;
  private final BiFunction<Sound, Envelope, Sound> with;
  private final Map<EnvelopePart, Handle> grips = new EnumMap<>(EnvelopePart.class);

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
    getAccessibleContext().setAccessibleName(name);
    for (EnvelopePart corner : EnvelopePart.values()) {
      Handle grip = new Handle(prefix + corner.title(), Handle.Shape.DOT, "", new Corner(corner));
      grips.put(corner, grip);
      add(grip);
    }
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent e) {
            look();
          }
        });
  }

  /// What a grip moves: of all zones, where all are changed, but only what it has moved itself.
  private final class Corner implements Handle.Moved {
    private final EnvelopePart corner;

    Corner(EnvelopePart corner) {
      this.corner = corner;
    }

    @Override
    public void drag(Point to, Object gesture) {
      if (!desk.turnToEdited(gesture)) {
        return;
      }
      Point from = grips.get(corner).middle();
      double ms = shape().msAt(corner, Math.max(0, to.x - edge()));
      double level = rounded(1 - (to.y - top()) / (double) high());
      change(to.x == from.x ? null : ms, to.y == from.y ? null : level, gesture);
    }

    @Override
    public void step(int right, int up, Object gesture) {
      if (!desk.turnToEdited(gesture)) {
        return;
      }
      double ms = EnvelopePart.stepped(corner.ms(envelope()), right);
      double level = rounded(envelope().sustain() + up * STEP_LEVEL);
      change(right == 0 ? null : ms, up == 0 ? null : level, gesture);
    }

    /// @param ms null: each zone keeps its time
    /// @param level null: each keeps its sustain level, which the decay leads to
    private void change(Double ms, Double level, Object gesture) {
      UnaryOperator<Envelope> time = e -> ms == null ? e : corner.with(e, ms);
      boolean leads = corner == EnvelopePart.DECAY && level != null;
      UnaryOperator<Envelope> both = e -> leads ? time.apply(e).withSustain(level) : time.apply(e);
      desk.changeSound(sound -> with.apply(sound, both.apply(part.apply(sound))), gesture);
    }

    @Override
    public String state() {
      String time = Unit.MS.text(value());
      return corner == EnvelopePart.DECAY ? time + ", " + percent() : time;
    }

    @Override
    public double value() {
      return corner.ms(envelope());
    }

    @Override
    public double most() {
      return EnvelopePart.LONGEST_MS;
    }
  }

  private static double rounded(double level) {
    return Math.rint(Math.clamp(level, 0, 1) * 1000) / 1000;
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

  /// The level that a part leads to.
  private double level(EnvelopePart corner) {
    return switch (corner) {
      case DELAY, RELEASE -> 0;
      case ATTACK, HOLD -> 1;
      case DECAY -> envelope().sustain();
    };
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
    grips.forEach((corner, grip) -> grip.place(edge() + shape.to(corner), y(level(corner)), 0));
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
    curve.lineTo(left + shape.to(EnvelopePart.DELAY), y(0));
    curve.lineTo(left + shape.to(EnvelopePart.ATTACK), y(1));
    double held = left + shape.to(EnvelopePart.HOLD);
    curve.lineTo(held, y(1));
    double decayed = left + shape.to(EnvelopePart.DECAY);
    double third = (decayed - held) / 3;
    curve.curveTo(
        decayed - 2 * third, y(sustain), decayed - third, y(sustain), decayed, y(sustain));
    double up = left + shape.from(EnvelopePart.RELEASE);
    curve.lineTo(up, y(sustain));
    double gone = left + shape.to(EnvelopePart.RELEASE);
    double fall = (gone - up) / 3;
    curve.curveTo(up + fall, y(0), up + 2 * fall, y(0), gone, y(0));
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

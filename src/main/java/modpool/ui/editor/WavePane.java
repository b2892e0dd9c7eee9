package modpool.ui.editor;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.function.ToIntFunction;
import javax.swing.JLayeredPane;
import modpool.edit.EditedSample;
import modpool.edit.EditedZone;
import modpool.edit.Waveform;
import modpool.patch.Sample.Loop;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Handle;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// The chosen zone's waveform, with the markers of its start and loop.
final class WavePane extends JLayeredPane {
  private static final int FARTHER = 10; // frames or pixels, by an arrow key with Shift
  private static final int SNAP_PIXELS = 40; // how far a marker looks for a zero crossing, at most

  private final EditDesk desk;
  private final Marker start;
  private final Marker loopStart;
  private final Marker loopEnd;
  private WaveScale scale = WaveScale.whole(1, 1);
  private Peaks peaks;
  private Runnable scaled = () -> {};

  WavePane(EditDesk desk) {
    this.desk = desk;
    getAccessibleContext().setAccessibleName("Waveform");
    start =
        new Marker(
            "Start", Handle.Shape.BOTTOM_FLAG, "S", EditedZone::startFrame, EditedZone::withStart);
    loopStart =
        new Marker(
            "Loop start",
            Handle.Shape.TOP_FLAG,
            "[",
            z -> z.sample().loopStart(),
            WavePane::withLoopStart);
    loopEnd =
        new Marker(
            "Loop end",
            Handle.Shape.TOP_FLAG,
            "]",
            z -> z.sample().loopEnd(),
            WavePane::withLoopEnd);
    addMouseWheelListener(
        e -> {
          if (e.isShiftDown()) {
            show(scale.at(scale.first() + e.getPreciseWheelRotation() * scale.seen() / 10));
          } else {
            show(scale.zoomed(Math.pow(1.25, -e.getPreciseWheelRotation()), e.getX() - edge()));
          }
        });
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent e) {
            look();
          }
        });
  }

  /// A zone whose marker lies elsewhere.
  private interface Move {
    EditedZone to(EditedZone zone, int frame);
  }

  /// A marker, which the keyboard reaches out of sight, too: it is shown then.
  private final class Marker implements Handle.Moved {
    private final ToIntFunction<EditedZone> place;
    private final Move move;
    private final Handle handle;
    private Object dragging;
    private EditedZone before; // dragging began

    Marker(
        String name,
        Handle.Shape shape,
        String letter,
        ToIntFunction<EditedZone> place,
        Move move) {
      this.place = place;
      this.move = move;
      handle = new Handle(name, shape, letter, this);
      handle.addFocusListener(
          new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
              if (e.getCause() != FocusEvent.Cause.ACTIVATION) { // it had it: all stays as it was
                reveal();
              }
            }
          });
      add(handle);
    }

    private int frame() {
      return place.applyAsInt(desk.zone());
    }

    @Override
    public void drag(Point to, Object gesture) {
      if (!desk.turnToEdited(gesture)) {
        return;
      }
      if (!gesture.equals(dragging)) {
        dragging = gesture;
        before = desk.zone();
      }
      int frame = snapped(scale.frame(to.x - edge()));
      desk.change(z -> move.to(before, frame), gesture); // what it passes is as before behind it
    }

    @Override
    public void step(int right, int up, Object gesture) {
      if (!desk.turnToEdited(gesture)) {
        return;
      }
      int next = frame() + right; // a frame each: without snapping
      desk.change(z -> move.to(z, next), gesture);
      reveal();
    }

    /// Ten frames, or ten pixels where more of it is seen.
    @Override
    public int farther() {
      return (int) Math.max(FARTHER, Math.round(FARTHER * scale.framesPerPixel()));
    }

    @Override
    public String state() {
      double seconds = (double) frame() / desk.zone().sample().wave().rateHz();
      return String.format(Locale.ROOT, "frame %d, %.3f s", frame(), seconds);
    }

    @Override
    public double value() {
      return frame();
    }

    @Override
    public double most() {
      return scale.length();
    }

    private void reveal() {
      if (!scale.shows(frame())) {
        show(scale.about(frame()));
        handle.scrollRectToVisible(new Rectangle(handle.getSize()));
      }
    }

    /// Puts it where it stands; out of the pane when that is not seen.
    void look(boolean there) {
      double x = scale.x(frame());
      boolean isSeen = scale.shows(frame());
      handle.setVisible(there);
      handle.place(isSeen ? edge() + x : x < 0 ? -getWidth() : 2.0 * getWidth(), 0, getHeight());
    }
  }

  private int snapped(int frame) {
    if (!desk.snaps()) {
      return frame;
    }
    int reach = (int) (SNAP_PIXELS * scale.framesPerPixel());
    return desk.zone().sample().wave().zeroCrossing(frame, reach);
  }

  private static EditedZone withLoopStart(EditedZone zone, int frame) {
    EditedSample s = zone.sample();
    int most = s.loopEnd() - EditedSample.SHORTEST_LOOP;
    return zone.withSample(s.withLoop(s.loop(), Math.min(frame, most), s.loopEnd()));
  }

  private static EditedZone withLoopEnd(EditedZone zone, int frame) {
    EditedSample s = zone.sample();
    int least = s.loopStart() + EditedSample.SHORTEST_LOOP;
    return zone.withSample(s.withLoop(s.loop(), s.loopStart(), Math.max(frame, least)));
  }

  /// @param listener told when other frames are seen
  void onScale(Runnable listener) {
    scaled = listener;
  }

  WaveScale scale() {
    return scale;
  }

  void show(WaveScale next) {
    scale = next;
    look();
  }

  /// Closer or farther, about the middle.
  void zoom(double factor) {
    show(scale.zoomed(factor, room() / 2.0));
  }

  void showAll() {
    show(WaveScale.whole(room(), scale.length()));
  }

  void showLoop() {
    EditedSample sample = desk.zone().sample();
    if (sample.loop() != Loop.NONE) {
      show(scale.around(sample.loopStart(), sample.loopEnd()));
    }
  }

  /// The zone is another now, or the pane.
  void look() {
    if (!desk.isOpen() || getWidth() == 0) {
      return;
    }
    EditedZone zone = desk.zone();
    Waveform wave = zone.sample().wave();
    if (peaks == null || peaks.wave() != wave) {
      peaks = new Peaks(wave);
    }
    scale = scale.fitted(room(), wave.length());
    boolean loops = zone.sample().loop() != Loop.NONE;
    start.look(true);
    loopStart.look(loops);
    loopEnd.look(loops);
    scaled.run();
    repaint();
  }

  /// Beside the wave, for the flags of markers at its ends.
  private static int edge() {
    return Sizes.px(10);
  }

  /// Pixels of the wave.
  private int room() {
    return Math.max(1, getWidth() - 2 * edge());
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(940, 165);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    g.setColor(Palette.well());
    g.fillRoundRect(0, 0, getWidth(), getHeight(), Sizes.px(8), Sizes.px(8));
    if (desk.isOpen() && peaks != null) {
      EditedZone zone = desk.zone();
      g.clipRect(edge(), 0, room(), getHeight());
      g.translate(edge(), 0);
      paintLoop(g, zone.sample());
      g.setColor(Palette.line());
      g.drawLine(0, getHeight() / 2, room(), getHeight() / 2);
      paintWave(g);
      paintUnplayed(g, zone);
    }
    g.dispose();
  }

  private void paintLoop(Graphics2D g, EditedSample sample) {
    if (sample.loop() == Loop.NONE) {
      return;
    }
    int from = (int) scale.x(sample.loopStart());
    int to = (int) scale.x(sample.loopEnd());
    g.setColor(Palette.mix(Palette.well(), Palette.accent(), 0.18f));
    g.fillRect(from, 0, Math.max(1, to - from), getHeight());
    if (sample.crossfade() > 0) {
      double begin = scale.x(sample.loopEnd() - sample.crossfade());
      Path2D.Double wedge = new Path2D.Double();
      wedge.moveTo(begin, getHeight());
      wedge.lineTo(to, getHeight());
      wedge.lineTo(to, 0);
      wedge.closePath();
      g.setColor(Palette.mix(Palette.well(), Palette.accent(), 0.38f));
      g.fill(wedge);
    }
  }

  private void paintWave(Graphics2D g) {
    g.setColor(Palette.isDark() ? new Color(0x8FC7F2) : new Color(0x1F5F94));
    double middle = getHeight() / 2.0;
    double reach = middle - Sizes.px(4);
    if (scale.framesPerPixel() < 1) {
      Path2D.Double line = new Path2D.Double();
      int last = Math.min(scale.length() - 1, scale.frame(room()) + 1);
      int first = Math.min(last, (int) scale.first());
      line.moveTo(scale.x(first), middle - peaks.wave().at(first) * reach);
      for (int frame = first + 1; frame <= last; frame++) {
        line.lineTo(scale.x(frame), middle - peaks.wave().at(frame) * reach);
      }
      g.draw(line);
      return;
    }
    for (int x = 0; x < room(); x++) {
      int from = Math.min(scale.length() - 1, (int) (scale.first() + x * scale.framesPerPixel()));
      int to = (int) (scale.first() + (x + 1) * scale.framesPerPixel()) + 1;
      int top = (int) Math.round(middle - peaks.high(from, to) * reach);
      int bottom = (int) Math.round(middle - peaks.low(from, to) * reach);
      g.fillRect(x, top, 1, Math.max(1, bottom - top));
    }
  }

  /// What comes before the start or behind the loop is dimmed.
  private void paintUnplayed(Graphics2D g, EditedZone zone) {
    Color well = Palette.well();
    g.setColor(new Color(well.getRed(), well.getGreen(), well.getBlue(), 150));
    int start0 = (int) Math.clamp(scale.x(zone.startFrame()), 0, room());
    int end = (int) Math.clamp(scale.x(zone.sample().playedEnd()), 0, room());
    g.fillRect(0, 0, start0, getHeight());
    g.fillRect(end, 0, room() - end, getHeight());
  }
}

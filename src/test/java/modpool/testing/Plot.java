package modpool.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A picture of some curves for a person to look at, `target/reports/NAME.png`. Axes first, then
/// what is to be drawn on them, in that order.
public final class Plot {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 640;
  private static final int LEFT = 70;
  private static final int TOP = 50;
  private static final int RIGHT = WIDTH - 40;
  private static final int BOTTOM = HEIGHT - 50;
  private static final Color[] COLOURS = {
    new Color(0xB8B8B8), new Color(0x1F5FBF), new Color(0xD9480F), new Color(0x2B8A3E), Color.BLACK
  };

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D pen = image.createGraphics();
  private double lowX;
  private double highX;
  private boolean logarithmic;
  private double lowY;
  private double highY;
  private int drawn;

  public Plot(String title) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    pen.drawString(title, LEFT, 24);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
  }

  /// A linear axis with a mark each `step`.
  public Plot x(String unit, double low, double high, double step) {
    lowX = low;
    highX = high;
    for (double at = low; at <= high; at += step) {
      markX(at);
    }
    pen.drawString(unit, RIGHT - 20, BOTTOM + 36);
    return this;
  }

  /// A logarithmic axis with marks at 1, 2 and 5 of each decade.
  public Plot logX(String unit, double low, double high) {
    lowX = low;
    highX = high;
    logarithmic = true;
    for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= high; decade *= 10) {
      for (int digit : new int[] {1, 2, 5}) {
        if (digit * decade >= low && digit * decade <= high) {
          markX(digit * decade);
        }
      }
    }
    pen.drawString(unit, RIGHT - 20, BOTTOM + 36);
    return this;
  }

  private void markX(double at) {
    int x = (int) placeX(at);
    grid(x, TOP, x, BOTTOM);
    pen.drawString(number(at), x - 12, BOTTOM + 18);
  }

  /// A linear axis with a mark each `step`.
  public Plot y(String unit, double low, double high, double step) {
    lowY = low;
    highY = high;
    for (double at = low; at <= high; at += step) {
      int y = (int) placeY(at);
      grid(LEFT, y, RIGHT, y);
      pen.drawString(number(at), LEFT - 40, y + 4);
    }
    pen.drawString(unit, 8, TOP - 8);
    return this;
  }

  private void grid(int fromX, int fromY, int toX, int toY) {
    pen.setColor(new Color(0xE8E8E8));
    pen.drawLine(fromX, fromY, toX, toY);
    pen.setColor(Color.BLACK);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  public Plot line(String name, double[] x, double[] y) {
    begin(name);
    pen.setStroke(new BasicStroke(1.3f));
    Path2D path = new Path2D.Double();
    for (int i = 0; i < x.length; i++) {
      if (x[i] >= lowX && x[i] <= highX) {
        if (path.getCurrentPoint() == null) {
          path.moveTo(placeX(x[i]), placeY(y[i]));
        }
        path.lineTo(placeX(x[i]), placeY(y[i]));
      }
    }
    pen.clipRect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
    pen.draw(path);
    pen.setClip(null);
    return this;
  }

  public Plot dots(String name, double[] x, double[] y) {
    begin(name);
    for (int i = 0; i < x.length; i++) {
      if (x[i] >= lowX && x[i] <= highX && y[i] >= lowY) {
        pen.fill(new Ellipse2D.Double(placeX(x[i]) - 2.5, placeY(y[i]) - 2.5, 5, 5));
      }
    }
    return this;
  }

  private void begin(String name) {
    pen.setColor(COLOURS[drawn % COLOURS.length]);
    pen.drawString(name, LEFT + 10 + 220 * drawn, TOP - 8);
    drawn++;
  }

  private double placeX(double x) {
    double part =
        logarithmic ? Math.log(x / lowX) / Math.log(highX / lowX) : (x - lowX) / (highX - lowX);
    return LEFT + part * (RIGHT - LEFT);
  }

  private double placeY(double y) {
    return BOTTOM - (y - lowY) / (highY - lowY) * (BOTTOM - TOP);
  }

  /// Writes the picture.
  public void write(String name) {
    pen.dispose();
    try {
      Path folder = Files.createDirectories(Path.of("target", "reports"));
      ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

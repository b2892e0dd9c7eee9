package modpool.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// The program's picture: four voices at their levels.
final class Icon {
  private static final int[] SIZES = {16, 32, 48, 128};
  private static final double[] LEVELS = {0.55, 0.85, 0.4, 0.7};
  private static final int[] COLORS = {0x4FB477, 0x3D8FD1, 0xE0B040, 0xE5604D};

  private Icon() {}

  static List<Image> images() {
    List<Image> images = new ArrayList<>();
    for (int size : SIZES) {
      images.add(image(size));
    }
    return images;
  }

  private static Image image(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(0x26282B));
    g.fillRoundRect(0, 0, size, size, size / 4, size / 4);
    int margin = size / 6;
    int step = (size - 2 * margin) / LEVELS.length;
    for (int i = 0; i < LEVELS.length; i++) {
      int height = (int) ((size - 2 * margin) * LEVELS[i]);
      g.setColor(new Color(COLORS[i]));
      g.fillRect(margin + i * step, size - margin - height, Math.max(1, step * 3 / 4), height);
    }
    g.dispose();
    return image;
  }
}

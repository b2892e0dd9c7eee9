package modpool.ui.rack;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleRole;
import modpool.bridge.board.VoiceBoard;
import modpool.ui.look.Drawing;
import modpool.ui.look.KeyName;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;

/// The voices of a channel as lights: as bright as they are loud, with the names of their keys
/// where there is room. A light whose note was taken by another flashes.
final class VoiceLights extends Drawing {
  private static final int MOST = 16;
  private static final int FLASH_LOOKS = 12; // 0.4 s
  private static final int GAP = 3;
  private static final double FLOOR_DB = -48;

  private final int channel;
  private final int[] cells = new int[MOST];
  private int voices;
  private int flash;

  /// @param channel from 0
  VoiceLights(int channel) {
    super("Voices of channel " + (channel + 1), AccessibleRole.LABEL);
    this.channel = channel;
  }

  /// Takes what the board has of a strip.
  ///
  /// @param slot less than 0: the channel has no instrument
  /// @param stolen a voice was taken since the last look
  void look(VoiceBoard board, int slot, int count, boolean stolen) {
    int shown = slot < 0 ? 0 : Math.min(count, MOST);
    boolean changed = shown != voices || flash > 0 || stolen;
    voices = shown;
    flash = stolen ? FLASH_LOOKS : Math.max(0, flash - 1);
    for (int voice = 0; voice < shown; voice++) {
      int cell = board.voice(slot, voice);
      changed |= cell != cells[voice];
      cells[voice] = cell;
    }
    if (changed) {
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return Sizes.of(176, 22);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (voices == 0) {
      return;
    }
    Graphics2D g = Sizes.smooth(graphics);
    g.setFont(getFont());
    int gap = Sizes.px(voices > 8 ? 2 : GAP);
    // A few voices are not drawn wider than their names need, so that rows look alike.
    int width = Math.min(Sizes.px(56), (getWidth() - gap * (voices - 1)) / voices);
    for (int voice = 0; voice < voices; voice++) {
      paint(g, voice, voice * (width + gap), width);
    }
    g.dispose();
  }

  private void paint(Graphics2D g, int voice, int x, int width) {
    int cell = cells[voice];
    boolean sounds = cell != VoiceBoard.SILENT;
    Color ground = Palette.well();
    if (sounds) {
      double db = 20 * Math.log10(Math.max(1e-6, VoiceBoard.level(cell)));
      float bright = (float) Math.clamp(0.35 + 0.65 * (1 - db / FLOOR_DB), 0.35, 1.0);
      ground = Palette.mix(ground, Palette.of(channel), bright);
    }
    int arc = Sizes.px(6);
    g.setColor(ground);
    g.fillRoundRect(x, 0, width, getHeight(), arc, arc);
    if (flash > 0) {
      g.setColor(Palette.mix(ground, Palette.over(), (float) flash / FLASH_LOOKS));
      g.drawRoundRect(x, 0, width - 1, getHeight() - 1, arc, arc);
    }
    int key = VoiceBoard.key(cell);
    if (sounds && key >= 0) {
      FontMetrics metrics = g.getFontMetrics();
      String name = KeyName.of(key);
      int room = width - metrics.stringWidth(name);
      if (room >= 0) {
        g.setColor(Palette.textOn(ground));
        int baseline = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
        g.drawString(name, x + room / 2, baseline);
      }
    }
  }

  /// The keys that sound, for people who hear the window.
  private String keys() {
    StringBuilder keys = new StringBuilder();
    for (int voice = 0; voice < voices; voice++) {
      if (cells[voice] != VoiceBoard.SILENT && VoiceBoard.key(cells[voice]) >= 0) {
        keys.append(keys.isEmpty() ? "" : ", ").append(KeyName.of(VoiceBoard.key(cells[voice])));
      }
    }
    return keys.isEmpty() ? "silent" : keys.toString();
  }

  @Override
  protected String state() {
    return keys();
  }
}

package modpool.ui.pool;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.accessibility.AccessibleRole;
import modpool.bridge.board.VoiceBoard;
import modpool.ui.look.Drawing;
import modpool.ui.look.KeyName;
import modpool.ui.look.Palette;
import modpool.ui.look.Sizes;
import modpool.ui.part.Sight;
import modpool.ui.part.Sight.StripSight;
import modpool.ui.pool.PoolCells.Cell;
import modpool.worklet.PoolStats;

/// A row for each worklet, two engines of eight voices: coloured by instrument, as bright as they
/// are loud. A voice that changes hands is outlined for a second. The keyboard scrolls it.
final class PoolGrid extends Drawing {
  private static final int CHANGE_LOOKS = 30; // one second
  private static final int ROW = 40;
  private static final int NUMBER = 34;
  private static final int BETWEEN_ENGINES = 14;
  private static final int GAP = 3;
  private static final float IDLE = 0.28f; // how much of its colour a voice has that is silent

  private final VoiceBoard board;
  private PoolStats stats;
  private PoolCells cells = new PoolCells(new PoolStats(0, 0, 0, 0, List.of()));
  private Sight sight;
  private final Map<Integer, Integer> changed = new HashMap<>(); // place: looks left
  private final Map<String, Integer> slots = new HashMap<>();
  private long shownSum;

  PoolGrid(VoiceBoard board) {
    super("Voices of the pool", AccessibleRole.PANEL);
    this.board = board;
    takeFocus();
  }

  void look(Sight next) {
    sight = next;
    if (!next.pool().equals(stats)) {
      PoolCells now = new PoolCells(next.pool());
      if (stats != null) {
        markChanges(cells, now);
      }
      stats = next.pool();
      cells = now;
      revalidate();
      repaint();
    }
    slots.clear();
    List<StripSight> strips = next.strips();
    for (int slot = 0; slot < Math.min(strips.size(), VoiceBoard.STRIPS); slot++) {
      slots.putIfAbsent(strips.get(slot).id(), slot);
    }
    long sum = sum();
    if (sum != shownSum || !changed.isEmpty()) {
      shownSum = sum;
      changed.replaceAll((place, looks) -> looks - 1);
      changed.values().removeIf(looks -> looks <= 0);
      repaint();
    }
  }

  private void markChanges(PoolCells before, PoolCells now) {
    int worklets = Math.max(before.worklets(), now.worklets());
    for (int place = 0; place < worklets * PoolCells.VOICES; place++) {
      int worklet = place / PoolCells.VOICES;
      int voice = place % PoolCells.VOICES;
      if (!before.owner(worklet, voice).equals(now.owner(worklet, voice))) {
        changed.put(place, CHANGE_LOOKS);
      }
    }
  }

  /// Another when anything sounds otherwise.
  private long sum() {
    long sum = board.generation();
    for (int worklet = 0; worklet < cells.worklets(); worklet++) {
      for (int voice = 0; voice < PoolCells.VOICES; voice++) {
        sum = sum * 31 + state(cells.cell(worklet, voice));
      }
    }
    return sum;
  }

  private int state(Cell cell) {
    Integer slot = cell == null ? null : slots.get(cell.id());
    boolean known = slot != null && cell.local() < VoiceBoard.VOICES;
    return known && sight.generation() == board.generation()
        ? board.voice(slot, cell.local())
        : VoiceBoard.SILENT;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(
        Sizes.px(620), Sizes.px(ROW) * Math.max(1, cells.worklets()) + Sizes.px(8));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Sizes.smooth(graphics);
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    int row = Sizes.px(ROW);
    int gap = Sizes.px(GAP);
    int room = getWidth() - Sizes.px(NUMBER) - Sizes.px(BETWEEN_ENGINES) - gap * 2;
    int width = Math.min(Sizes.px(64), room / PoolCells.VOICES - gap);
    for (int worklet = 0; worklet < cells.worklets(); worklet++) {
      int y = worklet * row;
      g.setColor(isFocusOwner() ? Palette.accent() : Palette.quiet());
      g.drawString(
          Integer.toString(worklet),
          Sizes.px(10),
          y + (row - metrics.getHeight()) / 2 + metrics.getAscent());
      for (int voice = 0; voice < PoolCells.VOICES; voice++) {
        int engine = voice / PoolCells.ENGINE * Sizes.px(BETWEEN_ENGINES);
        int x = Sizes.px(NUMBER) + engine + voice * (width + gap);
        paint(g, worklet, voice, x, y, width, row - gap);
      }
    }
    g.dispose();
  }

  private void paint(Graphics2D g, int worklet, int voice, int x, int y, int width, int height) {
    Cell cell = cells.cell(worklet, voice);
    int state = state(cell);
    boolean sounds = state != VoiceBoard.SILENT;
    Color ground = Palette.well();
    if (cell != null) {
      float level = sounds ? 0.5f + 0.5f * (float) Math.sqrt(VoiceBoard.level(state)) : IDLE;
      ground = Palette.mix(ground, Palette.of(cell.id()), level);
    }
    int arc = Sizes.px(6);
    g.setColor(ground);
    g.fillRoundRect(x, y, width, height, arc, arc);
    Integer looks = changed.get(worklet * PoolCells.VOICES + voice);
    if (looks != null) {
      g.setColor(Palette.mix(ground, Palette.text(), (float) looks / CHANGE_LOOKS));
      g.drawRoundRect(x, y, width - 1, height - 1, arc, arc);
    }
    String text = text(cell, state, sounds);
    FontMetrics metrics = g.getFontMetrics();
    int rest = width - metrics.stringWidth(text);
    if (rest >= 0 && !text.isEmpty()) {
      g.setColor(Palette.textOn(ground));
      int baseline = y + (height - metrics.getHeight()) / 2 + metrics.getAscent();
      g.drawString(text, x + rest / 2, baseline);
    }
  }

  /// A key that sounds; else, where a range begins, whose it is.
  private static String text(Cell cell, int state, boolean sounds) {
    if (cell == null) {
      return "";
    }
    if (sounds && VoiceBoard.key(state) >= 0) {
      return KeyName.of(VoiceBoard.key(state));
    }
    return cell.first() ? cell.id() : "";
  }
}

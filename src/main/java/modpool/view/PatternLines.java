package modpool.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import modpool.module.Pattern;
import modpool.tracker.clock.SongPosition;
import modpool.view.ViewLine.Look;

/// The rows of a pattern around the one that plays, and above them the tracks' heads.
///
/// Cells are written as fully as all tracks find room; what still finds none is cut off at the
/// right.
public final class PatternLines {
  private static final String GAP = " | ";
  private static final int ROW_NUMBER = 3;

  private PatternLines() {}

  /// Letters that a row of full cells takes.
  public static int fullWidth(int tracks) {
    return columnOf(tracks);
  }

  /// Where a track (from 0) begins in such a row, with the gap before it.
  public static int columnOf(int track) {
    return ROW_NUMBER + track * (CellText.FULL.width() + GAP.length());
  }

  /// The scene must have a module.
  ///
  /// @param width in letters
  /// @param height in lines
  public static List<ViewLine> of(Scene scene, int width, int height) {
    CellText cells = fitting(scene.parts(), width);
    List<ViewLine> lines = new ArrayList<>();
    lines.add(ViewLine.plain(line(" ", scene, cells, track -> head(scene, track, cells))));
    Pattern pattern = scene.module().patternAt(SongPosition.order(scene.position()));
    int current = SongPosition.row(scene.position());
    int first = current - (height - 1) / 2;
    for (int row = first; row < first + height - 1; row++) {
      lines.add(row(scene, pattern, row, current, cells));
    }
    return lines;
  }

  private static CellText fitting(int tracks, int width) {
    for (CellText cells : CellText.values()) {
      if (ROW_NUMBER + tracks * (cells.width() + gap(cells).length()) <= width) {
        return cells;
      }
    }
    return CellText.NOTE;
  }

  private static String gap(CellText cells) {
    return cells == CellText.NOTE ? " " : GAP;
  }

  private static ViewLine row(Scene scene, Pattern pattern, int row, int current, CellText cells) {
    if (row < 0 || row >= pattern.rows()) {
      return ViewLine.plain("");
    }
    String number = (row == current ? ">" : " ") + String.format("%02d", row);
    String text = line(number, scene, cells, track -> cells.of(pattern, row, track - 1));
    return new ViewLine(text, row == current ? Look.CURRENT : Look.PLAIN);
  }

  private static String line(
      String beginning, Scene scene, CellText cells, IntFunction<String> track) {
    StringBuilder line = new StringBuilder(beginning);
    line.repeat(' ', ROW_NUMBER - beginning.length());
    for (int number = 1; number <= scene.parts(); number++) {
      String text = track.apply(number);
      line.append(gap(cells)).append(text).repeat(' ', Math.max(0, cells.width() - text.length()));
    }
    return line.toString().stripTrailing();
  }

  private static String head(Scene scene, int track, CellText cells) {
    boolean muted = scene.muted().contains(track);
    boolean soloed = scene.soloed().contains(track);
    if (cells == CellText.NOTE) {
      return track + (muted ? "m" : soloed ? "s" : "");
    }
    return track + (muted ? " mute" : soloed ? " solo" : "");
  }
}

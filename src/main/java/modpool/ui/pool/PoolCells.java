package modpool.ui.pool;

import java.util.ArrayList;
import java.util.List;
import modpool.worklet.PoolStats;
import modpool.worklet.PoolStats.Row;

/// Who has which voices, a cell for each. Immutable.
final class PoolCells {
  /// Voices of a worklet.
  static final int VOICES = 16;

  /// Voices of an engine; a worklet has two.
  static final int ENGINE = 8;

  /// A voice that is lent.
  ///
  /// @param id whose it is
  /// @param local its number with that instrument
  /// @param first whether a range begins here
  record Cell(String id, int local, boolean first) {}

  private final List<Cell[]> worklets = new ArrayList<>();

  PoolCells(PoolStats stats) {
    while (worklets.size() < stats.workletCount()) {
      worklets.add(new Cell[VOICES]);
    }
    for (Row row : stats.allocations()) {
      while (worklets.size() <= row.workletIndex()) { // a worklet before it may have been dropped
        worklets.add(new Cell[VOICES]);
      }
      String[] ends = row.voices().split("-");
      int from = Integer.parseInt(ends[0]);
      int to = Integer.parseInt(ends[ends.length - 1]);
      for (int voice = from; voice <= to; voice++) {
        int local = row.firstLocalVoice() + voice - from;
        worklets.get(row.workletIndex())[voice] =
            new Cell(row.instrumentId(), local, voice == from);
      }
    }
  }

  /// Rows of 16.
  int worklets() {
    return worklets.size();
  }

  /// Null where the voice is nobody's.
  Cell cell(int worklet, int voice) {
    return worklet < worklets.size() ? worklets.get(worklet)[voice] : null;
  }

  /// Whose a voice is, or nothing.
  String owner(int worklet, int voice) {
    Cell cell = cell(worklet, voice);
    return cell == null ? "" : cell.id;
  }
}

package modpool.ui.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import modpool.ui.pool.PoolCells.Cell;
import modpool.worklet.PoolStats;
import modpool.worklet.PoolStats.Row;
import org.junit.jupiter.api.Test;

/// Who has which voices.
class PoolCellsTest {
  @Test
  void each_range_covers_its_voices_and_a_dropped_worklet_leaves_its_row_empty() {
    PoolCells cells =
        new PoolCells(
            new PoolStats(
                2,
                32,
                21,
                11,
                List.of(
                    new Row("01", 0, "4-7", 0),
                    new Row("ch02", 2, "0-15", 0),
                    new Row("01", 0, "9", 4))));
    assertEquals(3, cells.worklets());
    assertNull(cells.cell(0, 3));
    assertEquals(new Cell("01", 0, true), cells.cell(0, 4));
    assertEquals(new Cell("01", 3, false), cells.cell(0, 7));
    assertEquals(new Cell("01", 4, true), cells.cell(0, 9));
    assertEquals("", cells.owner(1, 0));
    assertEquals("ch02", cells.owner(2, 15));
    assertEquals("", cells.owner(99, 0));
  }
}

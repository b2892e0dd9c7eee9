package modpool.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import modpool.worklet.PoolStats;
import org.junit.jupiter.api.Test;

class PoolMapTest {
  private static final int WIDE = 80;

  @Test
  void worklets_keep_their_numbers_when_one_between_them_was_dropped() {
    PoolStats pool =
        new PoolStats(
            2,
            32,
            8,
            24,
            List.of(new PoolStats.Row("01", 0, "0-3", 0), new PoolStats.Row("02", 2, "12-15", 0)));
    assertEquals(List.of(" 0 1111....|........   2 ........|....2222"), PoolMap.of(pool, WIDE));
  }

  @Test
  void a_worklet_that_is_free_as_a_whole_is_shown() {
    PoolStats pool = new PoolStats(2, 32, 4, 28, List.of(new PoolStats.Row("03", 1, "0-3", 0)));
    assertEquals(List.of(" 0 ........|........   1 3333....|........"), PoolMap.of(pool, WIDE));
  }
}

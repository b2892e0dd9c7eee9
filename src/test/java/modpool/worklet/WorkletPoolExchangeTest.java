package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import modpool.dsp.Interpolation;
import modpool.worklet.PoolStats.Row;
import org.junit.jupiter.api.Test;

/// One song's voices for another's, and what happens when there are not enough.
class WorkletPoolExchangeTest {
  /// A renderer that never lets go.
  private static final WorkletPool.Adoption STANDING =
      new WorkletPool.Adoption() {
        @Override
        public long upcoming() {
          return 1;
        }

        @Override
        public long settled() {
          return 0;
        }
      };

  private static final EngineSettings SETTINGS = EngineSettings.of(8_000, Interpolation.LINEAR);

  private final WorkletPool pool = new WorkletPool(SETTINGS, STANDING, 2);

  @Test
  void voices_of_the_song_before_the_last_may_be_lent_at_once() {
    pool.exchange(List.of(), Map.of("01", 16, "02", 16));
    pool.exchange(List.of("01", "02"), Map.of("01", 4));
    pool.exchange(List.of("01"), Map.of("01", 16, "02", 16));

    assertEquals(2, pool.getStats().workletCount());
    assertEquals(32, pool.getStats().allocatedVoices());
  }

  @Test
  void voices_of_a_channel_that_still_fades_are_not() {
    pool.allocateVoices("ch01", 16);
    pool.deallocateVoices("ch01");
    pool.exchange(List.of(), Map.of("01", 4));

    assertEquals(List.of(new Row("01", 1, "0-3", 0)), pool.getStats().allocations());
  }

  @Test
  void a_channel_is_not_lent_what_a_song_still_fades_on() {
    pool.exchange(List.of(), Map.of("01", 16));
    pool.exchange(List.of("01"), Map.of());
    pool.allocateVoices("ch01");

    assertEquals(List.of(new Row("ch01", 1, "0-3", 0)), pool.getStats().allocations());
  }

  @Test
  void a_song_that_does_not_fit_gets_nothing_and_the_last_one_s_is_given_back() {
    pool.allocateVoices("ch01");
    pool.exchange(List.of(), Map.of("01", 4));

    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> pool.exchange(List.of("01"), Map.of("01", 40)));

    assertTrue(e.getMessage().contains("all 2 worklets of the pool are lent"), e.getMessage());
    assertEquals(List.of(new Row("ch01", 0, "0-3", 0)), pool.getStats().allocations());
    assertEquals(1, pool.getStats().workletCount(), "worklets made for it are gone");
  }

  @Test
  void a_range_that_cannot_grow_stays_as_it_is() {
    pool.allocateVoices("ch01", 4);
    pool.allocateVoices("ch02", 16);

    pool.allocateVoices("ch03", 8);
    pool.allocateVoices("ch04", 4);
    PoolStats before = pool.getStats();

    assertThrows(IllegalStateException.class, () -> pool.allocateVoices("ch01", 8));
    assertEquals(before, pool.getStats());
  }

  @Test
  void compaction_gives_each_range_a_place_of_its_own() {
    WorkletPool free = new WorkletPool(SETTINGS);
    free.allocateVoices("ch01", 16);
    free.allocateVoices("ch02", 4);
    free.exchange(List.of(), Map.of("01", 28));
    free.deallocateVoices("ch01");
    free.deallocateVoices("ch02");

    free.compact();

    assertEquals(
        List.of(new Row("01", 0, "0-15", 0), new Row("01", 1, "0-15", 16)),
        free.getStats().allocations());
    assertEquals(2, free.getStats().workletCount());
  }

  @Test
  void a_disposed_pool_lends_nothing() {
    pool.dispose();

    assertThrows(IllegalStateException.class, () -> pool.exchange(List.of(), Map.of("01", 4)));
  }
}

package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import modpool.dsp.Interpolation;
import modpool.worklet.PoolStats.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkletPoolTest {
  private static final EngineSettings SETTINGS = EngineSettings.of(8_000, Interpolation.LINEAR);

  private final WorkletPool pool = new WorkletPool(SETTINGS);

  @Test
  void seven_instruments_of_four_voices_land_on_two_worklets() {
    sevenInstruments();

    assertEquals(
        new PoolStats(
            2,
            32,
            28,
            4,
            List.of(
                new Row("01", 0, "0-3", 0),
                new Row("02", 0, "4-7", 0),
                new Row("03", 0, "8-11", 0),
                new Row("04", 0, "12-15", 0),
                new Row("05", 1, "0-3", 0),
                new Row("06", 1, "4-7", 0),
                new Row("07", 1, "8-11", 0))),
        pool.getStats());
  }

  @Test
  void the_figures_of_an_empty_pool_are_zero() {
    assertEquals(new PoolStats(0, 0, 0, 0, List.of()), pool.getStats());
  }

  @Test
  void four_voices_are_the_default() {
    assertEquals(4, pool.allocateVoices("01").voiceCount());
  }

  @Test
  void sixteen_channels_of_four_fill_four_worklets() {
    for (int channel = 1; channel <= 16; channel++) {
      pool.allocateVoices("ch" + channel);
    }

    PoolStats stats = pool.getStats();
    assertEquals(4, stats.workletCount());
    assertEquals(64, stats.allocatedVoices());
    assertEquals(0, stats.freeVoices());
  }

  @Test
  void the_same_id_and_count_give_the_same_allocation() {
    VoiceAllocation first = pool.allocateVoices("01", 4);

    assertSame(first, pool.allocateVoices("01", 4));
    assertSame(first, pool.getAllocation("01").orElseThrow());
    assertEquals(4, pool.getStats().allocatedVoices());
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 12, 15, 16})
  void nine_and_more_voices_take_and_count_as_a_whole_worklet(int count) {
    pool.allocateVoices("small");
    VoiceAllocation large = pool.allocateVoices("large", count);

    assertEquals(16, large.voiceCount());
    assertEquals("worklet 1: 0-15", place("large"));
    assertEquals(20, pool.getStats().allocatedVoices());
    assertSame(large, pool.allocateVoices("large", count));
    assertSame(large, pool.allocateVoices("large", 16), "nine count as sixteen");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 17, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void another_count_is_an_error_and_changes_nothing(int count) {
    pool.allocateVoices("01");
    PoolStats before = pool.getStats();

    var error =
        assertThrows(IllegalArgumentException.class, () -> pool.allocateVoices("02", count));
    assertThrows(IllegalArgumentException.class, () -> pool.allocateVoices("01", count));

    assertEquals("voiceCount must be 1-16: " + count + " for 02", error.getMessage());
    assertEquals(before, pool.getStats());
  }

  @Test
  void a_range_never_crosses_an_engine() {
    pool.allocateVoices("three", 3);
    pool.allocateVoices("six", 6);
    pool.allocateVoices("five", 5);

    assertEquals("worklet 0: 0-2", place("three"));
    assertEquals("worklet 0: 8-13", place("six"));
    assertEquals("worklet 0: 3-7", place("five"));
  }

  @Test
  void an_unknown_id_has_nothing_to_give_back() {
    assertEquals(Optional.empty(), pool.getAllocation("nobody"));
    assertFalse(pool.deallocateVoices("nobody"));
  }

  @Test
  void freed_ranges_are_reused_first_fit() {
    sevenInstruments();

    assertTrue(pool.deallocateVoices("02"));
    assertTrue(pool.deallocateVoices("05"));
    assertEquals(Optional.empty(), pool.getAllocation("02"));
    assertEquals(12, pool.getStats().freeVoices());

    pool.allocateVoices("08");
    pool.allocateVoices("09", 2);
    pool.allocateVoices("10", 2);
    assertEquals("worklet 0: 4-7", place("08"));
    assertEquals("worklet 1: 0-1", place("09"));
    assertEquals("worklet 1: 2-3", place("10"));
    assertFalse(pool.deallocateVoices("02"), "only once");
  }

  @ParameterizedTest
  @CsvSource({"4, 6, 0-5", "4, 8, 0-7", "6, 4, 0-3", "8, 1, 0", "4, 16, 0-15", "16, 4, 0-3"})
  void an_allocation_grows_and_shrinks_where_it_is_if_it_can(int from, int to, String voices) {
    pool.allocateVoices("01", from);

    VoiceAllocation changed = pool.allocateVoices("01", to);

    assertEquals(to, changed.voiceCount());
    assertEquals("worklet 0: " + voices, place("01"));
    assertEquals(to, pool.getStats().allocatedVoices());
    assertEquals(16 - to, pool.getStats().freeVoices());
  }

  @Test
  void an_allocation_that_cannot_grow_where_it_is_moves_in_one_step() {
    pool.allocateVoices("01", 4);
    pool.allocateVoices("02", 4);

    pool.allocateVoices("01", 6);

    assertEquals("worklet 0: 8-13", place("01"));
    assertEquals(10, pool.getStats().allocatedVoices());
    assertEquals(6, pool.getStats().freeVoices());
  }

  @Test
  void growing_over_an_engines_end_moves() {
    pool.allocateVoices("01", 6);
    pool.allocateVoices("02", 2);
    pool.deallocateVoices("01");

    pool.allocateVoices("02", 4);

    assertEquals("worklet 0: 0-3", place("02"));
  }

  @Test
  void a_reset_frees_all_voices_and_keeps_the_worklets() {
    sevenInstruments();
    Worklet first = pool.getAllocation("01").orElseThrow().ranges().getFirst().worklet();

    pool.resetAllocations();

    assertEquals(new PoolStats(2, 32, 0, 32, List.of()), pool.getStats());
    VoiceAllocation next = pool.allocateVoices("99");
    assertSame(first, next.ranges().getFirst().worklet());
  }

  @Test
  void compacting_moves_allocations_together_and_drops_what_is_empty() {
    sevenInstruments();
    List.of("01", "03", "04", "06").forEach(pool::deallocateVoices);

    pool.compact();

    PoolStats stats = pool.getStats();
    assertEquals(1, stats.workletCount());
    assertEquals(12, stats.allocatedVoices());
    assertEquals(4, stats.freeVoices());
    List<String> places = stats.allocations().stream().map(Row::voices).sorted().toList();
    assertEquals(List.of("0-3", "4-7", "8-11"), places);
  }

  @Test
  void compacting_an_empty_pool_drops_all_worklets() {
    sevenInstruments();
    pool.resetAllocations();

    pool.compact();

    assertEquals(new PoolStats(0, 0, 0, 0, List.of()), pool.getStats());
  }

  @Test
  void compacting_twice_changes_nothing_more() {
    sevenInstruments();
    pool.deallocateVoices("01");
    pool.compact();
    PoolStats once = pool.getStats();

    pool.compact();

    assertEquals(once, pool.getStats());
  }

  @Test
  void a_dropped_worklet_is_made_anew_when_it_is_needed() {
    Worklet first = pool.allocateVoices("01").ranges().getFirst().worklet();
    pool.deallocateVoices("01");
    pool.compact();

    Worklet second = pool.allocateVoices("01").ranges().getFirst().worklet();

    assertNotSame(first, second);
    assertEquals("worklet 0: 0-3", place("01"));
  }

  @Test
  void disposing_twice_is_harmless_and_ends_allocating() {
    sevenInstruments();

    pool.dispose();
    pool.dispose();

    assertEquals(new PoolStats(0, 0, 0, 0, List.of()), pool.getStats());
    assertFalse(pool.deallocateVoices("01"));
    pool.resetAllocations();
    pool.compact();
    assertThrows(IllegalStateException.class, () -> pool.allocateVoices("01"));
  }

  @Test
  void local_voices_follow_the_ranges_in_their_order() {
    pool.allocateVoices("01", 8);
    pool.allocateVoices("02", 4);
    Placement placement = pool.getAllocation("02").orElseThrow().placement();

    assertEquals(4, placement.playable());
    List<Integer> voices = placement.places().stream().map(Placement.Place::voice).toList();
    assertEquals(List.of(8, 9, 10, 11), voices);
  }

  @Test
  void what_happens_is_logged() {
    try (CapturedLog log = new CapturedLog(WorkletPool.class)) {
      pool.allocateVoices("01");
      pool.allocateVoices("02");
      pool.allocateVoices("02");
      pool.deallocateVoices("01");
      pool.deallocateVoices("01");
      pool.resetAllocations();
      pool.compact();
      pool.dispose();
      pool.dispose();

      assertEquals(
          List.of(
              "FINE [WorkletPool] Creating new worklet 0 for 01",
              "FINE [WorkletPool] Allocated 4 voices for 01 on worklet 0: voices 0-3 (12 free"
                  + " remaining)",
              "FINE [WorkletPool] Allocated 4 voices for 02 on worklet 0: voices 4-7 (8 free"
                  + " remaining)",
              "FINE [WorkletPool] Reusing allocation of 02",
              "FINE [WorkletPool] Released 4 voices of 01",
              "FINE [WorkletPool] No allocation to release for 01",
              "FINE [WorkletPool] Reset: all voices free, worklets kept",
              "FINE [WorkletPool] Dropping empty worklet 0",
              "FINE [WorkletPool] Compacted in 0 passes: PoolStats[workletCount=0, totalVoices=0,"
                  + " allocatedVoices=0, freeVoices=0, allocations=[]]",
              "FINE [WorkletPool] Disposed"),
          log.lines());
    }
  }

  private void sevenInstruments() {
    for (int i = 1; i <= 7; i++) {
      pool.allocateVoices("0" + i);
    }
  }

  private String place(String id) {
    return pool.getStats().allocations().stream()
        .filter(row -> row.instrumentId().equals(id))
        .map(row -> "worklet " + row.workletIndex() + ": " + row.voices())
        .findFirst()
        .orElse("nowhere");
  }
}

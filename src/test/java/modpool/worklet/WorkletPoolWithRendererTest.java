package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import modpool.dsp.Interpolation;
import modpool.worklet.PoolStats.Row;
import org.junit.jupiter.api.Test;

/// Voices that were given back wait until the renderer has let go of them.
class WorkletPoolWithRendererTest {
  /// A renderer of which the test says how far it is.
  private static final class Renderer implements WorkletPool.Adoption {
    long upcoming = 1;
    long settled;

    @Override
    public long upcoming() {
      return upcoming;
    }

    @Override
    public long settled() {
      return settled;
    }

    /// The changes so far are in a rack, which the renderer plays, and what left is silent.
    void catchUp() {
      settled = upcoming++;
    }
  }

  private final Renderer renderer = new Renderer();
  private final WorkletPool pool =
      new WorkletPool(EngineSettings.of(8_000, Interpolation.LINEAR), renderer);

  @Test
  void a_range_is_reused_only_after_the_renderer_has_let_go() {
    pool.allocateVoices("01");
    pool.deallocateVoices("01");
    assertEquals(12, pool.getStats().freeVoices(), "what waits is not free");
    assertEquals(0, pool.getStats().allocatedVoices());

    pool.allocateVoices("02");
    assertEquals(List.of(new Row("02", 0, "4-7", 0)), pool.getStats().allocations());

    renderer.catchUp();
    pool.allocateVoices("03");
    assertEquals(new Row("03", 0, "0-3", 0), pool.getStats().allocations().getLast());
  }

  @Test
  void an_earlier_rack_does_not_free_what_a_later_one_gives_up() {
    pool.allocateVoices("01");
    renderer.catchUp(); // rack 1
    pool.deallocateVoices("01"); // in rack 2
    renderer.upcoming = 3;

    assertEquals(12, pool.getStats().freeVoices());
    renderer.settled = 1;
    assertEquals(12, pool.getStats().freeVoices());
    renderer.settled = 2;
    assertEquals(16, pool.getStats().freeVoices());
  }

  @Test
  void the_same_id_gets_other_voices_while_its_old_ones_fade() {
    pool.allocateVoices("01");
    pool.deallocateVoices("01");
    pool.allocateVoices("01");

    assertEquals(List.of(new Row("01", 0, "4-7", 0)), pool.getStats().allocations());
  }

  @Test
  void voices_lost_by_shrinking_wait_too() {
    pool.allocateVoices("01", 8);
    renderer.catchUp();
    pool.allocateVoices("01", 4);
    pool.allocateVoices("02", 4);

    assertEquals(
        List.of(new Row("01", 0, "0-3", 0), new Row("02", 0, "8-11", 0)),
        pool.getStats().allocations());
    assertEquals(4, pool.getStats().freeVoices());

    renderer.catchUp();
    assertEquals(8, pool.getStats().freeVoices());
  }

  @Test
  void growing_back_at_once_does_not_take_voices_that_still_fade() {
    pool.allocateVoices("01", 8);
    renderer.catchUp();
    pool.allocateVoices("01", 4);

    pool.allocateVoices("01", 8);

    assertEquals(List.of(new Row("01", 0, "8-15", 0)), pool.getStats().allocations());
  }

  @Test
  void compacting_keeps_the_places_left_behind_until_the_renderer_has_moved() {
    for (String id : List.of("01", "02", "03", "04", "05")) {
      pool.allocateVoices(id);
    }
    pool.deallocateVoices("01");
    renderer.catchUp();

    pool.compact();

    assertEquals(new Row("05", 0, "0-3", 0), pool.getStats().allocations().getLast());
    assertEquals(2, pool.getStats().workletCount(), "the worklet left behind still sounds");
    assertEquals(12, pool.getStats().freeVoices());

    renderer.catchUp();
    assertEquals(1, pool.getStats().workletCount());
    assertEquals(0, pool.getStats().freeVoices());
  }

  @Test
  void a_worklet_that_is_needed_again_before_it_is_dropped_stays() {
    pool.allocateVoices("01");
    Worklet first = pool.getAllocation("01").orElseThrow().ranges().getFirst().worklet();
    pool.deallocateVoices("01");
    pool.compact();
    pool.allocateVoices("02");
    renderer.catchUp();

    assertEquals(1, pool.getStats().workletCount());
    assertSame(first, pool.getAllocation("02").orElseThrow().ranges().getFirst().worklet());
  }

  @Test
  void a_reset_frees_nothing_before_the_renderer_has_let_go() {
    pool.allocateVoices("01", 16);
    pool.resetAllocations();
    assertEquals(0, pool.getStats().freeVoices());

    renderer.catchUp();
    assertEquals(16, pool.getStats().freeVoices());
  }
}

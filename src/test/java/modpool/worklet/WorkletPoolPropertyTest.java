package modpool.worklet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import modpool.dsp.Interpolation;
import modpool.worklet.VoiceAllocation.Range;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Whatever is asked of the pool in whatever order, its books stay in order.
class WorkletPoolPropertyTest {
  private static final EngineSettings SETTINGS = EngineSettings.of(8_000, Interpolation.LINEAR);

  private enum Verb {
    ALLOCATE,
    DEALLOCATE,
    COMPACT,
    RESET,
    PUBLISH,
    SETTLE
  }

  private record Step(Verb verb, String id, int voices) {}

  /// A renderer that is some racks behind, and what each rack says is in use: a bit per voice.
  private static final class LaggingRenderer implements WorkletPool.Adoption {
    private final List<Map<Worklet, Integer>> racks = new ArrayList<>(List.of(Map.of()));
    private int settled;

    @Override
    public long upcoming() {
      return racks.size();
    }

    @Override
    public long settled() {
      return settled;
    }

    void publish(Map<Worklet, Integer> used) {
      racks.add(used);
    }

    void settle() {
      settled = racks.size() - 1;
    }

    /// Voices of a worklet that a rack needs which may still be played.
    int stillNeeded(Worklet worklet) {
      return racks.subList(settled, racks.size()).stream()
          .mapToInt(rack -> rack.getOrDefault(worklet, 0))
          .reduce(0, (some, others) -> some | others);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequency(
            Tuple.of(10, Verb.ALLOCATE),
            Tuple.of(6, Verb.DEALLOCATE),
            Tuple.of(2, Verb.COMPACT),
            Tuple.of(1, Verb.RESET),
            Tuple.of(4, Verb.PUBLISH),
            Tuple.of(4, Verb.SETTLE));
    Arbitrary<String> ids = Arbitraries.of("01", "02", "03", "04", "05", "06", "07", "08");
    return Combinators.combine(verbs, ids, Arbitraries.integers().between(1, 16))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 500)
  void allocations_never_overlap_nor_cross_an_engine_and_the_figures_add_up(
      @ForAll("steps") List<Step> steps) {
    LaggingRenderer renderer = new LaggingRenderer();
    WorkletPool pool = new WorkletPool(SETTINGS, renderer);
    Map<String, Integer> counts = new HashMap<>();
    boolean published = true; // every change so far is in a rack
    for (Step step : steps) {
      Map<Worklet, Integer> before = usedVoices(pool, counts);
      perform(step, pool, renderer, counts);
      Map<Worklet, Integer> after = usedVoices(pool, counts);
      assertNothingLentTooSoon(before, after, renderer);
      assertFiguresAddUp(pool, counts);

      published = step.verb() == Verb.PUBLISH || published && step.verb() == Verb.SETTLE;
      if (published && step.verb() == Verb.SETTLE) {
        PoolStats stats = pool.getStats();
        assertEquals(stats.totalVoices(), stats.allocatedVoices() + stats.freeVoices());
      }
    }
  }

  private static void perform(
      Step step, WorkletPool pool, LaggingRenderer renderer, Map<String, Integer> counts) {
    String id = step.id();
    switch (step.verb()) {
      case ALLOCATE -> {
        int counted = step.voices() > 8 ? 16 : step.voices();
        VoiceAllocation before = pool.getAllocation(id).orElse(null);
        VoiceAllocation after = pool.allocateVoices(id, step.voices());
        assertEquals(counts.getOrDefault(id, 0) == counted, before == after);
        counts.put(id, counted);
      }
      case DEALLOCATE -> assertEquals(counts.remove(id) != null, pool.deallocateVoices(id));
      case COMPACT -> pool.compact();
      case RESET -> {
        pool.resetAllocations();
        counts.clear();
      }
      case PUBLISH -> renderer.publish(usedVoices(pool, counts));
      case SETTLE -> renderer.settle();
    }
  }

  /// A bit per voice in use; fails when two instruments have the same one or a range is broken.
  private static Map<Worklet, Integer> usedVoices(WorkletPool pool, Map<String, Integer> counts) {
    Map<Worklet, Integer> used = new HashMap<>();
    for (var entry : counts.entrySet()) {
      VoiceAllocation allocation = pool.getAllocation(entry.getKey()).orElseThrow();
      assertEquals(entry.getValue(), allocation.voiceCount());
      for (Range range : allocation.ranges()) {
        boolean withinEngine = range.firstVoice() / 8 == range.lastVoice() / 8;
        assertTrue(withinEngine || range.voices() == 16, () -> "crosses an engine: " + range);
        int taken = used.getOrDefault(range.worklet(), 0);
        assertEquals(0, taken & range.mask(), "two instruments on one voice");
        used.put(range.worklet(), taken | range.mask());
      }
    }
    return used;
  }

  private static void assertNothingLentTooSoon(
      Map<Worklet, Integer> before, Map<Worklet, Integer> after, LaggingRenderer renderer) {
    after.forEach(
        (worklet, used) -> {
          int lent = used & ~before.getOrDefault(worklet, 0);
          assertEquals(0, lent & renderer.stillNeeded(worklet), "lent while it may still sound");
        });
  }

  private static void assertFiguresAddUp(WorkletPool pool, Map<String, Integer> counts) {
    PoolStats stats = pool.getStats();
    int allocated = counts.values().stream().mapToInt(Integer::intValue).sum();
    assertEquals(allocated, stats.allocatedVoices());
    assertEquals(Worklet.VOICES * stats.workletCount(), stats.totalVoices());
    assertTrue(stats.freeVoices() >= 0);
    assertTrue(allocated + stats.freeVoices() <= stats.totalVoices());
    assertEquals(counts.size(), stats.allocations().size(), "a row per range");
    List<String> ids = stats.allocations().stream().map(PoolStats.Row::instrumentId).toList();
    assertEquals(counts.keySet(), Set.copyOf(ids));
  }
}

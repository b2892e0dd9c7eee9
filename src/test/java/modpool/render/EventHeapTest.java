package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventHeapTest {
  @Property
  void events_leave_by_frame_and_within_a_frame_as_they_came(
      @ForAll @Size(max = 200) List<@IntRange(max = 20) Integer> frames) {
    EventHeap heap = new EventHeap(256);
    List<long[]> expected = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      heap.onEvent(frames.get(i), i);
      expected.add(new long[] {frames.get(i), i});
    }
    expected.sort(Comparator.comparingLong(e -> e[0])); // stable: arrival decides

    for (long[] event : expected) {
      assertEquals(event[0], heap.nextFrame());
      assertEquals(event[1], heap.take());
    }
    assertTrue(heap.isEmpty());
  }

  @Property
  void taking_in_between_changes_no_order(
      @ForAll @Size(max = 200) List<@IntRange(min = -5, max = 20) Integer> steps) {
    EventHeap heap = new EventHeap(256);
    List<long[]> waiting = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int step = steps.get(i);
      if (step >= 0) {
        heap.onEvent(step, i);
        waiting.add(new long[] {step, i});
        waiting.sort(Comparator.comparingLong(e -> e[0]));
      } else if (!waiting.isEmpty()) {
        assertEquals(waiting.removeFirst()[1], heap.take());
      }
      assertEquals(waiting.isEmpty(), heap.isEmpty());
    }
  }

  @Test
  void an_empty_heap_has_no_next_frame() {
    assertEquals(Long.MAX_VALUE, new EventHeap(4).nextFrame());
  }

  @Test
  void a_full_heap_refuses_counts_and_keeps_what_it_has() {
    EventHeap heap = new EventHeap(2);
    heap.onEvent(5, 50);
    heap.onEvent(4, 40);
    heap.onEvent(1, 10);
    heap.onEvent(2, 20);

    assertEquals(2, heap.takeRefused());
    assertEquals(0, heap.takeRefused());
    assertEquals(40, heap.take());
    assertEquals(50, heap.take());
  }
}

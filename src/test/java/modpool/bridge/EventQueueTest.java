package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  @Test
  void events_come_out_in_the_order_they_went_in() {
    EventQueue queue = new EventQueue(8);
    for (int i = 0; i < 5; i++) {
      queue.offer(100 - i, i);
    }

    assertEquals(List.of("100:0", "99:1", "98:2", "97:3", "96:4"), drained(queue));
    assertEquals(List.of(), drained(queue));
  }

  @Test
  void a_full_queue_says_no_and_is_marked_until_somebody_asks() {
    EventQueue queue = new EventQueue(4);
    for (int i = 0; i < 4; i++) {
      assertTrue(queue.offer(0, i));
    }

    assertFalse(queue.offer(0, 4));
    assertFalse(queue.offer(0, 5));
    assertEquals(2, queue.takeLost());
    assertEquals(0, queue.takeLost());
    assertEquals(List.of("0:0", "0:1", "0:2", "0:3"), drained(queue));
    assertTrue(queue.offer(0, 6), "what was drained makes room");
    assertEquals(List.of("0:6"), drained(queue));
  }

  @Test
  void what_is_offered_after_the_limit_waits_for_the_next_drain() {
    EventQueue queue = new EventQueue(8);
    queue.offer(0, 1);
    long limit = queue.limit();
    queue.offer(0, 2);
    List<Long> seen = new ArrayList<>();

    queue.drain(limit, (_, event) -> seen.add(event));

    assertEquals(List.of(1L), seen);
    assertEquals(List.of("0:2"), drained(queue));
  }

  @Test
  void silence_is_asked_for_once() {
    EventQueue queue = new EventQueue(2);
    assertFalse(queue.takeSilence());
    queue.silence();

    assertTrue(queue.takeSilence());
    assertFalse(queue.takeSilence());
    assertEquals(0, queue.takeLost(), "nothing was lost");
  }

  @Test
  void a_handler_may_offer() {
    EventQueue queue = new EventQueue(2);
    queue.offer(0, 1);

    queue.drain(queue.limit(), (frame, event) -> assertTrue(queue.offer(frame + 1, event + 1)));

    assertEquals(List.of("1:2"), drained(queue));
  }

  @Test
  void its_size_is_a_power_of_two() {
    assertThrows(IllegalArgumentException.class, () -> new EventQueue(12));
  }

  @Test
  void many_producers_lose_nothing_and_each_keeps_its_order() throws InterruptedException {
    int producers = 3;
    int eventsEach = 700_000;
    EventQueue queue = new EventQueue(1024);
    List<Thread> threads = new ArrayList<>();
    for (int producer = 0; producer < producers; producer++) {
      threads.add(Thread.ofPlatform().start(producing(queue, producer, eventsEach)));
    }
    Checker checker = new Checker(producers);
    while (checker.seen < (long) producers * eventsEach) {
      queue.drain(queue.limit(), checker);
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(0, checker.outOfOrder);
    assertEquals(0, checker.torn);
    assertEquals(List.of(), drained(queue));
  }

  private static Runnable producing(EventQueue queue, int source, int count) {
    return () -> {
      for (int i = 0; i < count; i++) {
        long event = Event.of(Event.NOTE_ON, source, 0, 0, i);
        while (!queue.offer(~event, event)) {
          Thread.yield();
        }
      }
    };
  }

  /// Expects 0, 1, 2... from each source, and beside each event its complement.
  private static final class Checker implements EventQueue.Handler {
    private final int[] next;
    long seen;
    long outOfOrder;
    long torn;

    Checker(int producers) {
      next = new int[producers];
    }

    @Override
    public void onEvent(long frame, long event) {
      seen++;
      torn += frame == ~event ? 0 : 1;
      outOfOrder += Event.value(event) == next[Event.source(event)]++ ? 0 : 1;
    }
  }

  @Test
  void sending_and_draining_make_no_garbage() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    EventQueue queue = new EventQueue(64);
    Checker checker = new Checker(Event.SOURCES);
    Traffic.pass(queue, checker, 10_000); // links every call and loads every class
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    Traffic.pass(queue, checker, 100_000);

    assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
  }

  /// Apart from the test, whose strings the JVM makes on the thread that has a method of it
  /// compiled.
  private static final class Traffic {
    static void pass(EventQueue queue, Checker checker, int rounds) {
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < 65; i++) {
          queue.offer(round, Event.of(Event.CONTROL, i & 0xFF, i & 0xF, 7, round));
        }
        queue.drain(queue.limit(), checker);
        queue.takeLost();
      }
    }
  }

  private static List<String> drained(EventQueue queue) {
    List<String> seen = new ArrayList<>();
    queue.drain(queue.limit(), (frame, event) -> seen.add(frame + ":" + event));
    return seen;
  }
}

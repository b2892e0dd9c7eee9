package modpool.io.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import modpool.testing.Await;
import org.junit.jupiter.api.Test;

class PortWatchTest {
  private static final MidiDevices.Look NOTHING = new MidiDevices.Look(List.of(), List.of());

  private final List<String> lines = new ArrayList<>();
  private final Follower follower = new Follower();

  private static final class Follower implements PortWatch.Follower {
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    final AtomicInteger closed = new AtomicInteger();

    @Override
    public void update(MidiDevices.Look look) {
      threads.add(Thread.currentThread());
    }

    @Override
    public void close() {
      threads.add(Thread.currentThread());
      closed.incrementAndGet();
    }
  }

  @Test
  void looks_again_and_again_on_a_thread_of_its_own_and_closes_there() {
    PortWatch watch = new PortWatch(() -> NOTHING, lines::add, 1);
    watch.start(List.of(follower));
    assertFalse(follower.threads.isEmpty(), "the first look is done");
    Await.until(() -> follower.threads.size() > 3, "it has looked again");
    watch.close();

    assertEquals(1, follower.closed.get());
    assertEquals(1, follower.threads.stream().distinct().count());
    assertFalse(follower.threads.contains(Thread.currentThread()));
  }

  @Test
  void a_driver_that_blocks_keeps_nobody_waiting() throws InterruptedException {
    CountDownLatch driver = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(2);
    PortWatch watch =
        new PortWatch(
            () -> {
              asked.countDown();
              if (asked.getCount() == 0) {
                await(driver);
              }
              return NOTHING;
            },
            lines::add,
            1);
    watch.start(List.of(follower));
    asked.await();
    watch.warn("a word");
    watch.tell();
    assertEquals(List.of("a word"), lines, "the session's loop goes on");
    watch.close();
    assertEquals(0, follower.closed.get(), "the end does not wait for it either");
    driver.countDown();
    Await.until(() -> follower.closed.get() == 1, "what is open is closed in the end");
  }

  @Test
  void the_last_is_closed_first_and_does_not_wait_for_the_others_drivers() {
    CountDownLatch driver = new CountDownLatch(1);
    PortWatch.Follower inputs =
        new PortWatch.Follower() {
          @Override
          public void update(MidiDevices.Look look) {}

          @Override
          public void close() {
            await(driver);
          }
        };
    PortWatch watch = new PortWatch(() -> NOTHING, lines::add, 1);
    watch.start(List.of(inputs, follower));
    watch.close();

    assertEquals(1, follower.closed.get());
    driver.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_driver_that_fails_is_told_of_once_and_asked_again() {
    AtomicInteger looks = new AtomicInteger();
    PortWatch watch =
        new PortWatch(
            () -> {
              if (looks.incrementAndGet() < 5) {
                throw new IllegalStateException("no driver");
              }
              return NOTHING;
            },
            lines::add,
            1);
    watch.start(List.of(follower));
    Await.until(() -> !follower.threads.isEmpty(), "a look has gone well");
    watch.close();

    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.getFirst().contains("no driver"));
  }
}

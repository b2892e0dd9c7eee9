package modpool.session.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.atomic.AtomicInteger;
import modpool.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineQueueTest {
  private static final int FLOOD = 100_000;
  private static final int SECOND = 1_000;

  private final LineQueue queue = new LineQueue();
  private final AtomicInteger put = new AtomicInteger();
  private Thread stream;

  /// A stream that says `0`, `1` and so on, as fast as it can.
  private void flood() {
    stream =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    for (int i = 0; i < FLOOD; i++) {
                      queue.put("" + i);
                      put.incrementAndGet();
                    }
                  } catch (InterruptedException _) {
                    // the test is over
                  }
                });
  }

  private void awaitFull() {
    Await.until(() -> stream.getState() == Thread.State.WAITING, "the stream waits");
  }

  @AfterEach
  void end() {
    if (stream != null) {
      stream.interrupt();
    }
  }

  @Test
  void a_stream_waits_while_there_is_no_room_and_loses_nothing() throws Exception {
    flood();
    awaitFull();
    assertEquals(256, put.get());
    for (int i = 0; i < FLOOD; i++) {
      assertEquals("" + i, queue.poll(SECOND));
    }
    assertNull(queue.poll(0));
  }

  @Test
  void a_person_goes_before_a_stream_and_keeps_the_order() throws Exception {
    flood();
    awaitFull();
    queue.accept("play");
    queue.accept("stop");
    assertEquals("play", queue.poll(SECOND));
    assertEquals("stop", queue.poll(SECOND));
    assertEquals("0", queue.poll(SECOND));
  }

  @Test
  void a_person_that_wants_to_end_waits_for_nothing() throws Exception {
    flood();
    awaitFull();
    queue.accept("play");
    queue.accept("quit");
    assertEquals("quit", queue.poll(SECOND));
    assertEquals("quit", queue.poll(0));
  }

  @Test
  void a_streams_quit_comes_after_what_it_said_before() throws Exception {
    queue.put("save my.rack");
    queue.put("quit");
    assertEquals("save my.rack", queue.poll(SECOND));
    assertEquals("quit", queue.poll(SECOND));
    assertNull(queue.poll(0));
  }

  @Test
  void a_person_never_waits() throws Exception {
    for (int i = 0; i < FLOOD; i++) {
      queue.accept("mute 1");
    }
    int waiting = 0;
    while (queue.poll(0) != null) {
      waiting++;
    }
    assertFalse(waiting > 1024, "so many wait: " + waiting);
  }
}

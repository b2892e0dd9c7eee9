package modpool.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.concurrent.CountDownLatch;
import modpool.bridge.Meters;
import org.junit.jupiter.api.Test;

class RealTimeTest {
  @Test
  void what_the_system_says_of_a_thread_agrees_with_what_became_of_its_wish() throws Exception {
    boolean[] before = new boolean[1];
    boolean[] after = new boolean[1];
    boolean[] inherited = new boolean[1];
    RealTime[] answer = new RealTime[1];
    Thread thread =
        new Thread(
            () -> {
              before[0] = Scheduling.isRealTime();
              answer[0] = RealTime.ask();
              after[0] = Scheduling.isRealTime();
              Thread child = new Thread(() -> inherited[0] = Scheduling.isRealTime());
              child.start();
              try {
                child.join();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    thread.join();

    assertFalse(before[0]);
    assertEquals(answer[0] == RealTime.GRANTED, after[0], answer[0].words());
    assertFalse(inherited[0], "threads that it makes are plain ones");
  }

  @Test
  void an_output_tells_what_became_of_its_threads_wish() throws Exception {
    NullOutput output = new NullOutput(48_000, 64);
    assertEquals(RealTime.NONE, output.realTime());
    CountDownLatch block = new CountDownLatch(1);
    boolean[] has = new boolean[1];
    output.start(
        (left, right, frames) -> {
          if (block.getCount() > 0) {
            has[0] = Scheduling.isRealTime();
            block.countDown();
          }
        },
        new Meters());
    block.await();
    RealTime told = output.realTime();
    output.stop();

    assertNotEquals(RealTime.NONE, told);
    assertEquals(told == RealTime.GRANTED, has[0]);
  }
}

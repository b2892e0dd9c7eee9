package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTest {
  private final Tape tape = new Tape();
  private final List<Long> read = new ArrayList<>();

  private void drain() {
    tape.drain(
        (frame, event) -> {
          read.add(frame);
          read.add(event);
        });
  }

  @Test
  void nothing_is_recorded_before_it_begins() {
    tape.record(1, 2);
    drain();
    tape.begin();
    tape.record(3, 4);
    drain();
    drain();
    assertEquals(List.of(3L, 4L), read);
    assertEquals(-1, tape.lostAt());
  }

  @Test
  void it_goes_round_and_keeps_the_order() {
    tape.begin(8);
    List<Long> wanted = new ArrayList<>();
    for (long i = 0; i < 1_000; i++) {
      tape.record(i, -i);
      wanted.add(i);
      wanted.add(-i);
      if (i % 5 == 0) {
        drain();
      }
    }
    drain();
    assertEquals(wanted, read);
    assertEquals(-1, tape.lostAt());
  }

  @Test
  void the_first_that_finds_no_room_ends_it() {
    tape.begin(4);
    for (long i = 0; i < 6; i++) {
      tape.record(10 * i, i);
    }
    drain();
    tape.record(100, 100);
    drain();
    assertEquals(List.of(0L, 0L, 10L, 1L, 20L, 2L, 30L, 3L), read, "nothing after a gap");
    assertEquals(40, tape.lostAt());
  }

  @Test
  void what_another_thread_records_arrives_whole() throws InterruptedException {
    tape.begin();
    int count = 300_000;
    Thread render =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long i = 0; i < count; i++) {
                    tape.record(i, ~i);
                    if (i % 20_000 == 0) {
                      Thread.yield();
                    }
                  }
                });
    long[] next = {0};
    while (render.isAlive() || next[0] < count && tape.lostAt() < 0) {
      tape.drain(
          (frame, event) -> {
            assertEquals(next[0]++, frame);
            assertEquals(~frame, event);
          });
    }
    assertEquals(tape.lostAt() < 0 ? count : tape.lostAt(), next[0]);
    render.join();
  }
}

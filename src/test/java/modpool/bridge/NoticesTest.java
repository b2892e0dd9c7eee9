package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NoticesTest {
  @Test
  void notices_are_taken_in_order_with_all_their_parts() {
    Notices notices = new Notices();
    notices.offer(Notices.STEAL, 15, 127);
    notices.offer(Notices.UNKNOWN_PROGRAM, 9, 16_383 << 7 | 127);
    notices.offer(Notices.EVENTS_LOST, 0, Integer.MAX_VALUE);

    assertNotice(Notices.STEAL, 15, 127, notices.take());
    assertNotice(Notices.UNKNOWN_PROGRAM, 9, 16_383 << 7 | 127, notices.take());
    assertNotice(Notices.EVENTS_LOST, 0, Integer.MAX_VALUE, notices.take());
    assertEquals(0, notices.take(), "nothing left");
  }

  @Test
  void what_finds_no_room_is_counted_and_what_was_there_stays() {
    Notices notices = new Notices();
    int room = 0;
    while (notices.dropped() == 0) {
      notices.offer(Notices.STEAL, 0, room++);
    }
    notices.offer(Notices.STEAL, 0, room);
    room--;

    assertEquals(2, notices.dropped());
    for (int i = 0; i < room; i++) {
      assertEquals(i, Notices.detail(notices.take()));
    }
    assertEquals(0, notices.take());
    notices.offer(Notices.STEAL, 1, 5);
    assertNotice(Notices.STEAL, 1, 5, notices.take());
  }

  @Test
  void a_reader_on_another_thread_sees_each_notice_once_or_its_loss() throws InterruptedException {
    int count = 1_000_000;
    Notices notices = new Notices();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 1; i <= count; i++) {
                    notices.offer(Notices.STEAL, 0, i);
                  }
                });
    int taken = 0;
    int last = 0;
    int backwards = 0;
    while (true) {
      boolean ended = !writer.isAlive();
      long notice = notices.take();
      if (notice != 0) {
        taken++;
        backwards += Notices.detail(notice) > last ? 0 : 1;
        last = Notices.detail(notice);
      } else if (ended) {
        break;
      }
    }
    writer.join();

    assertEquals(0, backwards);
    assertEquals(count, taken + notices.dropped());
  }

  private static void assertNotice(int kind, int channel, int detail, long notice) {
    assertEquals(kind, Notices.kind(notice));
    assertEquals(channel, Notices.channel(notice));
    assertEquals(detail, Notices.detail(notice));
  }
}

package modpool.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageRingTest {
  private static byte[] message(int number, int length) {
    byte[] bytes = new byte[length];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  @Test
  void messages_come_out_as_they_went_in_also_around_the_end() {
    MessageRing ring = new MessageRing(64);
    assertNull(ring.take());
    for (int i = 0; i < 1_000; i++) {
      byte[] first = message(i, i % 23);
      byte[] second = message(-i, i % 7);
      assertTrue(ring.offer(first, 0, first.length));
      assertTrue(ring.offer(second, 0, second.length));
      assertArrayEquals(first, ring.take());
      assertArrayEquals(second, ring.take());
      assertNull(ring.take());
    }
    byte[] part = {9, 1, 2, 9};
    assertTrue(ring.offer(part, 1, 2));
    assertArrayEquals(new byte[] {1, 2}, ring.take());
    assertEquals(0, ring.lost());
  }

  @Test
  void what_finds_no_room_is_dropped_whole_and_counted() {
    MessageRing ring = new MessageRing(32);
    byte[] fits = message(1, 28);
    assertTrue(ring.offer(fits, 0, 28));
    assertFalse(ring.offer(fits, 0, 0));
    assertFalse(ring.offer(fits, 0, 28));
    assertEquals(2, ring.lost());
    assertArrayEquals(fits, ring.take());
    assertFalse(ring.offer(message(2, 29), 0, 29));
    assertNull(ring.take());
    assertTrue(ring.offer(fits, 0, 3));
    assertEquals(3, ring.take().length);
  }

  @Test
  void two_threads_lose_nothing_and_mix_up_nothing() throws InterruptedException {
    MessageRing ring = new MessageRing(256);
    int count = 100_000;
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < count; ) {
                    byte[] bytes = message(i, 1 + i % 50);
                    if (ring.offer(bytes, 0, bytes.length)) {
                      i++;
                    } else {
                      Thread.yield();
                    }
                  }
                });
    for (int i = 0; i < count; ) {
      byte[] taken = ring.take();
      if (taken == null) {
        Thread.yield();
      } else {
        assertArrayEquals(message(i, 1 + i % 50), taken);
        i++;
      }
    }
    writer.join();
  }

  @Test
  void its_size_is_a_power_of_two() {
    assertThrows(IllegalArgumentException.class, () -> new MessageRing(100));
  }
}

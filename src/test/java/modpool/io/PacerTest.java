package modpool.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final int RATE = 44_100;
  private static final int BLOCK = 64;
  private static final long SECOND = 1_000_000_000;

  private final FakeTime time = new FakeTime();
  private final Meters meters = new Meters();
  private final Pacer pacer = new Pacer(RATE, meters, time);

  /// Stands still but for parking, which wakes early now and then, as the real one does.
  private static final class FakeTime implements Pacer.Time {
    private long now = 12_345;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void park(long nanos) {
      now += Math.max(1, nanos / 2);
    }
  }

  @Test
  void an_hour_of_blocks_takes_an_hour() {
    long from = time.now;
    long blocks = 3600L * RATE / BLOCK;
    for (long i = 0; i < blocks; i++) {
      pacer.await(BLOCK);
    }
    assertEquals(blocks * BLOCK * SECOND / RATE, time.now - from, 1);
    assertEquals(0, meters.get(Meter.XRUNS));
  }

  @Test
  void a_little_lateness_is_caught_up() {
    long from = time.now;
    pacer.await(BLOCK);
    time.now += 3L * BLOCK * SECOND / RATE;
    for (int i = 0; i < 9; i++) {
      pacer.await(BLOCK);
    }
    assertEquals(10L * BLOCK * SECOND / RATE, time.now - from, 1);
    assertEquals(0, meters.get(Meter.XRUNS));
  }

  @Test
  void a_stall_is_one_xrun_and_is_not_caught_up() {
    pacer.await(BLOCK);
    time.now += SECOND;
    pacer.await(BLOCK);
    long afterStall = time.now;
    pacer.await(BLOCK);
    assertEquals((long) BLOCK * SECOND / RATE, time.now - afterStall, 1);
    assertEquals(1, meters.get(Meter.XRUNS));
  }
}

package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import modpool.bridge.Meters.Meter;
import modpool.instrument.InstrumentFactory.Kind;
import org.junit.jupiter.api.Test;

class RackOrderTest {
  private static final int ROUNDS = 10_000;
  private static final int BLOCK = 2;

  private final RackRig rig = new RackRig(Kind.SIMPLE);
  private final AtomicBoolean ended = new AtomicBoolean();

  /// A note to a channel that the last rack opened is lost when it meets the rack before.
  @Test
  void a_note_finds_the_channel_that_was_opened_before_it_was_sent() throws InterruptedException {
    Thread render = Thread.ofPlatform().start(this::renderUntilEnded);
    int lost = 0;
    for (int round = 0; round < ROUNDS; round++) {
      rig.racks.openChannel(0, 1);
      rig.racks.publish(0);
      rig.noteOn(0, 60);
      lost += isHeard() ? 0 : 1;

      rig.racks.closeChannel(0);
      rig.racks.publish(0);
      await(Meter.SETTLED, rig.racks.upcoming() - 1);
    }
    ended.set(true);
    render.join();

    assertEquals(0, lost, "notes that met the rack before");
    assertTrue(rig.renderer.isIdle());
  }

  private void renderUntilEnded() {
    float[] left = new float[BLOCK];
    float[] right = new float[BLOCK];
    while (!ended.get()) {
      rig.renderer.render(left, right, BLOCK);
    }
  }

  /// Waits for the note, which a lost one makes in vain.
  private boolean isHeard() {
    long end = rig.meters.get(Meter.POSITION) + 2_000 * BLOCK;
    while (rig.voices() == 0 && rig.meters.get(Meter.POSITION) < end) {
      Thread.yield();
    }
    return rig.voices() == 1;
  }

  private void await(Meter meter, long value) {
    while (rig.meters.get(meter) < value) {
      Thread.yield();
    }
  }
}

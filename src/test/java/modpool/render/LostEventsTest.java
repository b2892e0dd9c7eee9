package modpool.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import modpool.bridge.Event;
import modpool.bridge.Meters.Meter;
import modpool.instrument.InstrumentFactory.Kind;
import modpool.io.PortMidi;
import modpool.testing.Await;
import org.junit.jupiter.api.Test;

/// What is lost may have been a key-up: whatever was accepted before it must not sound for ever.
class LostEventsTest {
  private static final int SUSTAIN = 64;
  private static final int MODULATION = 1;

  private final RackRig rig = new RackRig(Kind.POOLED);

  private void openChannel() {
    rig.racks.openChannel(0, 4);
    rig.publish();
  }

  /// Leaves room for so many.
  private void fill(int room) {
    for (int i = 0; i < (1 << 10) - room; i++) {
      rig.send(Event.CONTROL, 1, 0, MODULATION, i & 0x7F);
    }
  }

  private void assertNothingHangs() {
    rig.render(RackRig.RATE);
    assertEquals(0, rig.voices());
    assertTrue(rig.renderer.isIdle());
  }

  @Test
  void the_last_note_before_a_key_up_that_was_refused_does_not_hang() {
    openChannel();
    fill(1);
    rig.noteOn(0, 60);
    rig.noteOff(0, 60);

    assertNothingHangs();
    assertEquals(1, rig.meters.get(Meter.LOST), "the key-up");
  }

  @Test
  void nor_does_one_that_begins_later() {
    openChannel();
    fill(1);
    rig.queue.offer(3 * RackRig.BLOCK + 5, Event.of(Event.NOTE_ON, 1, 0, 60, 100));
    rig.noteOff(0, 60);

    rig.render(3 * RackRig.BLOCK);
    assertEquals(0, rig.voices(), "it is not played before its time");
    assertNothingHangs();
  }

  @Test
  void a_note_of_the_near_future_does_not_wait_for_what_was_sent_far_ahead() {
    openChannel();
    fill(2);
    rig.queue.offer(Long.MAX_VALUE, Event.of(Event.NOTE_ON, 2, 0, 72, 100));
    rig.queue.offer(RackRig.RATE, Event.of(Event.NOTE_ON, 1, 0, 60, 100));
    rig.noteOff(0, 60);

    rig.render(2 * RackRig.RATE);
    assertEquals(1, rig.voices(), "its time has come");
    rig.render(10 * RackRig.RATE);
    assertEquals(0, rig.voices());
  }

  @Test
  void what_is_sent_far_ahead_is_played_at_its_time_and_does_not_hang() {
    openChannel();
    int seconds = 20;
    fill(1);
    rig.queue.offer((long) seconds * RackRig.RATE, Event.of(Event.NOTE_ON, 1, 0, 60, 100));
    rig.queue.offer((long) (seconds + 1) * RackRig.RATE, Event.of(Event.NOTE_OFF, 1, 0, 60, 64));

    rig.render(seconds * RackRig.RATE);
    assertFalse(rig.renderer.isIdle(), "it waits");
    rig.render(RackRig.BLOCK);
    assertEquals(1, rig.meters.get(Meter.VOICES_PEAK));
    assertNothingHangs();
  }

  @Test
  void a_pedal_or_a_source_whose_end_was_refused_holds_nothing() {
    openChannel();
    fill(3);
    rig.send(Event.CONTROL, 1, 0, SUSTAIN, 127);
    rig.noteOn(0, 60);
    rig.noteOff(0, 60);
    rig.send(Event.CONTROL, 1, 0, SUSTAIN, 0);
    rig.send(Event.SOURCE_GONE, 1, 0, 0, 0);

    assertNothingHangs();
    rig.noteOn(0, 60);
    rig.noteOff(0, 60);
    assertNothingHangs();
  }

  @Test
  void a_program_that_was_queued_is_kept() {
    openChannel();
    fill(1);
    rig.send(Event.PROGRAM, 1, 0, 0, 1); // the one-shot
    rig.noteOff(0, 60);
    rig.render(RackRig.BLOCK);

    rig.noteOn(0, 60);
    rig.render(RackRig.BLOCK);
    assertEquals(1, rig.voices());
    rig.render(RackRig.RATE);
    assertEquals(0, rig.voices(), "it ends by itself");
  }

  @Test
  void what_reached_the_port_while_somebody_else_rendered_is_lost_and_made_good()
      throws InterruptedException {
    openChannel();
    float[] left = new float[RackRig.BLOCK];
    float[] right = new float[RackRig.BLOCK];
    PortMidi midi = new PortMidi();
    long refused = 0;
    for (int turn = 0; turn < 100 && refused == 0; turn++) {
      midi.clear();
      midi.add(0, 0x90, 60, 100);
      rig.renderer.render(left, right, RackRig.BLOCK, midi);
      assertEquals(1, rig.voices());
      midi.clear();
      midi.add(0, 0x80, 60, 64);
      Thread other = renderElsewhere();
      rig.renderer.render(left, right, RackRig.BLOCK, midi);
      other.join();
      refused = rig.meters.get(Meter.LOST);
      assertNothingHangs();
    }
    assertEquals(1, refused, "a block met another");
  }

  /// A long block on a thread of its own, which has begun.
  private Thread renderElsewhere() {
    int frames = 1 << 22;
    float[] side = new float[frames];
    float[] other = new float[frames];
    rig.publish();
    long generation = rig.racks.racks().latest().generation();
    Thread thread = Thread.ofPlatform().start(() -> rig.renderer.render(side, other, frames));
    Await.until(() -> rig.meters.get(Meter.ADOPTED) == generation, "the block has begun");
    return thread;
  }
}

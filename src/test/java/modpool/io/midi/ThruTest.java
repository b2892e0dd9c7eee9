package modpool.io.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThruTest {
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<MidiDevices.Output> plugged = new ArrayList<>();
  private final FakeReceiver instrument = new FakeReceiver();
  private final Thru thru = new Thru(List.of("module"), "modpool", warnings::add);

  @AfterEach
  void close() {
    thru.close();
  }

  private FakeOutput plug(String name) {
    FakeOutput output = new FakeOutput(name);
    plugged.add(output);
    return output;
  }

  private void update() {
    thru.update(new MidiDevices.Look(List.of(), plugged));
  }

  private static ShortMessage message(int command, int channel, int one, int two) {
    try {
      return new ShortMessage(command, channel, one, two);
    } catch (InvalidMidiDataException e) {
      throw new AssertionError(e);
    }
  }

  private static ShortMessage keyDown(int channel, int key) {
    return message(ShortMessage.NOTE_ON, channel, key, 100);
  }

  @Test
  void what_an_input_plays_is_heard_and_sent_on_as_it_was() throws Exception {
    FakeOutput module = plug("Sound Module");
    FakeOutput other = plug("Other");
    update();
    Receiver input = thru.tap("Keys", instrument);
    input.send(keyDown(2, 60), 77);
    input.send(new SysexMessage(new byte[] {(byte) 0xF0, 0x7D, 1, (byte) 0xF7}, 4), -1);
    module.await("92 3C 64", "F0 7D 01 F7");

    assertEquals(List.of("92 3C 64", "F0 7D 01 F7"), instrument.got);
    assertEquals(0, other.opened);
  }

  @Test
  void nothing_goes_back_into_the_port_it_came_from_nor_into_ourselves() {
    FakeOutput module = plug("Sound Module");
    plug("CoreMIDI4J - Module of modpool");
    update();
    thru.tap("sound module", instrument).send(keyDown(0, 60), -1);
    thru.tap("Keys", instrument).send(keyDown(0, 61), -1);
    module.await("90 3D 64");

    assertEquals(List.of("90 3C 64", "90 3D 64"), instrument.got);
    assertEquals(0, ((FakeOutput) plugged.get(1)).opened);
  }

  @Test
  void active_sensing_is_not_sent_on_but_the_clock_is() throws Exception {
    FakeOutput module = plug("Module");
    update();
    Receiver input = thru.tap("Keys", instrument);
    input.send(new ShortMessage(ShortMessage.ACTIVE_SENSING), -1);
    input.send(new ShortMessage(ShortMessage.TIMING_CLOCK), -1);
    module.await("F8");
  }

  @Test
  void a_source_that_vanishes_lets_go_of_its_own_keys_and_pedals_only() {
    FakeOutput module = plug("Module");
    update();
    Receiver left = thru.tap("Left", instrument);
    Receiver right = thru.tap("Right", new FakeReceiver());
    left.send(keyDown(0, 60), -1);
    left.send(keyDown(0, 72), -1);
    left.send(message(ShortMessage.NOTE_OFF, 0, 72, 0), -1);
    left.send(message(ShortMessage.CONTROL_CHANGE, 0, 64, 127), -1);
    left.send(keyDown(1, 40), -1);
    right.send(keyDown(1, 50), -1);
    module.awaitCount(6);
    module.got.clear();
    left.close();

    // On channel 2 another plays on, so no "all notes off" there.
    module.await("80 3C 40", "B0 40 00", "B0 7B 00", "81 28 40");
    assertTrue(instrument.closed);
    left.send(keyDown(0, 1), -1); // a driver's last word
    right.send(keyDown(1, 51), -1);
    module.await("80 3C 40", "B0 40 00", "B0 7B 00", "81 28 40", "91 33 64");
  }

  @Test
  void a_key_that_goes_down_while_its_input_is_closed_goes_up_again() {
    FakeOutput module = plug("Module");
    update();
    Receiver[] input = new Receiver[1];
    input[0] =
        thru.tap(
            "Keys",
            new FakeReceiver() {
              @Override
              public void send(MidiMessage message, long timeStamp) {
                input[0].close(); // as another thread may, before the outputs have the key
              }
            });
    input[0].send(keyDown(0, 60), -1);

    module.await("90 3C 64", "80 3C 40", "B0 7B 00");
  }

  @Test
  void what_another_source_holds_as_well_goes_on() {
    FakeOutput module = plug("Module");
    update();
    Receiver left = thru.tap("Left", instrument);
    Receiver right = thru.tap("Right", new FakeReceiver());
    for (Receiver hand : List.of(left, right)) {
      hand.send(keyDown(0, 60), -1);
      hand.send(message(ShortMessage.CONTROL_CHANGE, 0, 64, 127), -1);
    }
    left.send(message(ShortMessage.CONTROL_CHANGE, 0, 66, 127), -1);
    module.awaitCount(5);
    module.got.clear();
    left.close();
    module.await("B0 42 00"); // the sostenuto pedal alone
    right.close();
    module.await("B0 42 00", "80 3C 40", "B0 40 00", "B0 7B 00");
  }

  @Test
  void at_the_end_all_notes_are_off_and_the_output_is_closed() {
    FakeOutput module = plug("Module");
    update();
    thru.tap("Keys", instrument).send(keyDown(9, 35), -1);
    module.await("99 23 64");
    thru.close();
    module.await("99 23 64", "89 23 40", "B9 7B 00");
    assertTrue(module.closed);
  }

  @Test
  void an_output_that_is_absent_is_told_of_once_and_waited_for_and_may_come_back() {
    update();
    update();
    assertEquals(List.of("no MIDI output has \"module\" in its name; waiting for it"), warnings);
    Receiver input = thru.tap("Keys", instrument);
    input.send(keyDown(0, 60), -1); // nobody is there to get it

    FakeOutput first = plug("Module");
    update();
    input.send(keyDown(0, 61), -1);
    first.await("90 3D 64");
    plugged.clear();
    update();
    assertTrue(first.closed);

    FakeOutput second = plug("Module");
    update();
    input.send(keyDown(0, 62), -1);
    second.await("90 3E 64");
  }

  @Test
  void a_busy_output_is_told_of_once_and_tried_again() {
    FakeOutput module = plug("Module");
    module.busy = true;
    update();
    update();
    assertEquals(1, warnings.size(), warnings::toString);
    module.busy = false;
    update();
    assertEquals(1, module.opened);
  }

  @Test
  void an_output_that_fails_is_opened_anew() {
    FakeOutput module = plug("Module");
    update();
    module.failure = new IllegalStateException("gone");
    thru.tap("Keys", instrument).send(keyDown(0, 60), -1);
    Await.until(() -> module.closed, "the output has given up");
    module.failure = null;
    Await.until(
        () -> {
          update();
          return module.opened == 2;
        },
        "it is open again");
  }

  @Test
  void a_device_that_blocks_holds_nobody_up_and_what_it_misses_does_not_hang() {
    FakeOutput module = plug("Module");
    update();
    Receiver input = thru.tap("Keys", instrument);
    module.taken.drainPermits();
    input.send(keyDown(0, 60), -1);
    Await.until(module.taken::hasQueuedThreads, "the device is busy with the first");
    for (int i = 0; i < 5_000; i++) {
      input.send(message(ShortMessage.CONTROL_CHANGE, 0, 1, i & 0x7F), -1);
    }
    input.send(message(ShortMessage.NOTE_OFF, 0, 60, 0), -1);
    assertEquals(5_002, instrument.got.size(), "all of it was played meanwhile");

    module.taken.release(1_000_000);
    Await.until(() -> module.got.contains("80 3C 40"), "the lost key-up is made good");
    Await.until(() -> !warnings.isEmpty(), "the loss is told");
    assertTrue(module.got.size() < 2_000, "the queue is bounded");
    assertTrue(warnings.getFirst().contains("too slow"), warnings::toString);
  }

  @Test
  void long_dumps_are_bounded_by_their_bytes() throws Exception {
    FakeOutput module = plug("Module");
    update();
    Receiver input = thru.tap("Keys", instrument);
    module.taken.drainPermits();
    input.send(keyDown(0, 60), -1);
    Await.until(module.taken::hasQueuedThreads, "the device is busy with the first");
    byte[] dump = new byte[1 << 19];
    dump[0] = (byte) 0xF0;
    for (int i = 0; i < 4; i++) {
      input.send(new SysexMessage(dump, dump.length), -1);
    }
    module.taken.release(1_000_000);
    Await.until(() -> !warnings.isEmpty(), "some are lost");
  }

  private static class FakeReceiver implements Receiver {
    final List<String> got = new CopyOnWriteArrayList<>();
    volatile boolean closed;

    @Override
    public void send(MidiMessage message, long timeStamp) {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      StringBuilder hex = new StringBuilder();
      byte[] bytes = message.getMessage();
      for (int i = 0; i < Math.min(8, bytes.length); i++) {
        hex.append(i == 0 ? "" : " ").append("%02X".formatted(bytes[i]));
      }
      got.add(hex.toString());
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class FakeOutput extends FakeReceiver implements MidiDevices.Output {
    private final String name;
    private final Semaphore taken = new Semaphore(1_000_000);
    private volatile RuntimeException failure;
    private volatile boolean busy;
    private volatile int opened;

    FakeOutput(String name) {
      this.name = name;
    }

    @Override
    public Object identity() {
      return this;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public Receiver open() throws MidiUnavailableException {
      if (busy) {
        throw new MidiUnavailableException();
      }
      opened++;
      closed = false;
      return this;
    }

    @Override
    public void send(MidiMessage message, long timeStamp) {
      if (failure != null) {
        throw failure;
      }
      taken.acquireUninterruptibly();
      super.send(message, timeStamp);
    }

    void await(String... messages) {
      Await.until(() -> got.size() >= messages.length, "the messages have come: " + got);
      assertEquals(List.of(messages), got);
    }

    void awaitCount(int messages) {
      Await.until(() -> got.size() >= messages, "the messages have come");
    }
  }
}

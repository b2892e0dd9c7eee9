package modpool.io.midi;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;

/// An open output of a thru: a bounded queue, and a thread that waits for the device.
///
/// Messages that find the queue full are lost; then all that is held there is let go of, so that a
/// lost key-up can't hang.
final class ThruOutput implements AutoCloseable {
  private static final int MAX_MESSAGES = 1_024;
  private static final int MAX_BYTES = 1 << 20; // of them all; a bulk dump may be long
  private static final int LOOK_MS = 100;
  private static final int PATIENCE_MS = 500;
  private static final long NOW = -1;

  /// @param message null when the source has gone
  private record Item(int source, MidiMessage message) {
    int bytes() {
      return message == null ? 0 : message.getLength();
    }
  }

  private final String name;
  private final Receiver receiver;
  private final Consumer<String> warning;
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(MAX_MESSAGES);
  private final AtomicInteger bytes = new AtomicInteger();
  private final AtomicBoolean overflowed = new AtomicBoolean();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final HeldKeys held = new HeldKeys(); // the thread's
  private final Thread thread;
  private boolean toldLoss; // likewise

  /// @param receiver the device's; closed at the end
  ThruOutput(String name, Receiver receiver, Consumer<String> warning) {
    this.name = name;
    this.receiver = receiver;
    this.warning = warning;
    thread = Thread.ofPlatform().daemon().name("modpool-thru").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  String name() {
    return name;
  }

  /// True when the device takes nothing any more.
  boolean isDead() {
    return !thread.isAlive();
  }

  /// Sends a message when it is its turn. Never waits.
  void offer(int source, MidiMessage message) {
    add(new Item(source, message));
  }

  /// Lets go of what a source holds, after what it has sent before.
  void gone(int source) {
    add(new Item(source, null));
  }

  private void add(Item item) {
    if (bytes.addAndGet(item.bytes()) > MAX_BYTES || !queue.offer(item)) {
      bytes.addAndGet(-item.bytes());
      overflowed.set(true);
    }
  }

  private void run() {
    try (receiver) {
      while (!ending.get()) {
        Item item = queue.poll(LOOK_MS, TimeUnit.MILLISECONDS);
        if (item != null) {
          bytes.addAndGet(-item.bytes());
          play(item);
        }
        if (overflowed.getAndSet(false)) {
          startAfresh();
        }
      }
      send(held.releaseAll());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException _) {
      // The device has gone; whoever looks after us sees that the thread has ended.
    }
  }

  private void play(Item item) {
    if (item.message() == null) {
      send(held.release(item.source()));
    } else {
      receiver.send(item.message(), NOW);
      held.note(item.source(), item.message());
    }
  }

  private void startAfresh() {
    for (Item item = queue.poll(); item != null; item = queue.poll()) {
      bytes.addAndGet(-item.bytes());
    }
    send(held.releaseAll());
    if (!toldLoss) {
      warning.accept(
          "MIDI output %s is too slow for what is played; messages were lost".formatted(name));
      toldLoss = true;
    }
  }

  private void send(Iterable<? extends MidiMessage> messages) {
    messages.forEach(message -> receiver.send(message, NOW));
  }

  /// Lets go of everything and closes the output. A device that does not answer is left behind.
  @Override
  public void close() {
    ending.set(true);
    try {
      thread.join(PATIENCE_MS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

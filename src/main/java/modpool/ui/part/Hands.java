package modpool.ui.part;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;

/// What the window does: lines that the session acts on, and keys and controllers that go straight
/// into the renderer's queue, as those of any keyboard do. Never blocks. Any thread.
public final class Hands implements AutoCloseable {
  private static final long NOW = -1;

  private final Receiver midi;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Consumer<String>> session = new AtomicReference<>();

  /// @param midi a source of its own; closed with this
  public Hands(Receiver midi) {
    this.midi = midi;
  }

  /// The session takes lines from now on; those given before come first.
  public void connect(Consumer<String> lines) {
    session.set(lines);
    pass();
  }

  /// Gives the session a line, as on stdin.
  public void line(String line) {
    waiting.add(line);
    pass();
  }

  private void pass() {
    Consumer<String> to = session.get();
    if (to == null) {
      return;
    }
    for (String line = waiting.poll(); line != null; line = waiting.poll()) {
      to.accept(line);
    }
  }

  /// @param channel from 0
  /// @param velocity 1-127
  public void noteOn(int channel, int key, int velocity) {
    send(ShortMessage.NOTE_ON, channel, key, velocity);
  }

  /// @param channel from 0
  public void noteOff(int channel, int key) {
    send(ShortMessage.NOTE_OFF, channel, key, 64);
  }

  /// @param channel from 0
  public void control(int channel, int controller, int value) {
    send(ShortMessage.CONTROL_CHANGE, channel, controller, value);
  }

  /// Sets the volume of all channels, by the universal message for it.
  ///
  /// @param value 0-127
  public void masterVolume(int value) {
    byte[] message = {(byte) 0xF0, 0x7F, 0x7F, 0x04, 0x01, (byte) value, (byte) value, (byte) 0xF7};
    try {
      midi.send(new SysexMessage(message, message.length), NOW);
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void send(int command, int channel, int first, int second) {
    try {
      midi.send(new ShortMessage(command, channel, first, second), NOW);
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Releases what it holds.
  @Override
  public void close() {
    midi.close();
  }
}

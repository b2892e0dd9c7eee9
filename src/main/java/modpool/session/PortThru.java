package modpool.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.bridge.MessageRing;
import modpool.bridge.RenderThread;
import modpool.io.BlockRenderer;
import modpool.io.ChannelPairs;
import modpool.io.PortMidi;

/// Plays blocks, and sends on the MIDI that comes with them. The render thread leaves it in a ring;
/// as it may wake nobody, a thread of our own looks there every millisecond.
final class PortThru implements BlockRenderer, AutoCloseable {
  private static final String PORT = "modpool midi_in";
  private static final int RING_BYTES = 1 << 17; // four times what JACK brings in a cycle
  private static final int MOST_BYTES = 3;
  private static final int LOOK_MS = 1;
  private static final long NOW = -1;
  private static final byte[] GONE = {PortMidi.GONE};

  private final BlockRenderer renderer;
  private final Function<String, Receiver> sources;
  private final MessageRing ring = new MessageRing(RING_BYTES);
  private final byte[] bytes = new byte[MOST_BYTES]; // render thread's
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("modpool-thru").unstarted(this::run);
  private final AtomicReference<Receiver> source = new AtomicReference<>();
  private long lost; // the thread's

  /// @param sources opens, by a port's name, what sends on
  PortThru(BlockRenderer renderer, Function<String, Receiver> sources) {
    this.renderer = renderer;
    this.sources = sources;
    source.set(sources.apply(PORT));
  }

  void start() {
    thread.start();
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames) {
    renderer.render(left, right, frames);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames, PortMidi midi) {
    keep(midi);
    renderer.render(left, right, frames, midi);
  }

  @Override
  @RenderThread
  public void render(float[] left, float[] right, int frames, PortMidi midi, ChannelPairs pairs) {
    keep(midi);
    renderer.render(left, right, frames, midi, pairs);
  }

  @RenderThread
  private void keep(PortMidi midi) {
    for (int i = 0; i < midi.size(); i++) {
      if (midi.status(i) == PortMidi.SYSEX) {
        ring.offer(midi.sysex(), midi.sysexStart(i), midi.sysexLength(i));
        continue;
      }
      bytes[0] = (byte) midi.status(i);
      bytes[1] = (byte) midi.data1(i);
      bytes[2] = (byte) midi.data2(i);
      ring.offer(bytes, 0, MOST_BYTES);
    }
  }

  @Override
  public void configure(int rate, int blockFrames) {
    renderer.configure(rate, blockFrames);
  }

  private void run() {
    try {
      while (!ending.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
        for (byte[] message = ring.take(); message != null; message = ring.take()) {
          send(message);
        }
        if (ring.lost() != lost) {
          lost = ring.lost();
          send(GONE); // a key-up may be among them
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    source.get().close();
  }

  private void send(byte[] message) {
    if (message[0] == PortMidi.GONE) {
      source.getAndSet(sources.apply(PORT)).close();
      return;
    }
    try {
      source.get().send(read(message), NOW);
    } catch (InvalidMidiDataException _) {
      // It is none, whatever the port took it for.
    }
  }

  private static MidiMessage read(byte[] message) throws InvalidMidiDataException {
    int status = message[0] & 0xFF;
    return status == PortMidi.SYSEX
        ? new SysexMessage(message, message.length)
        : new ShortMessage(status, message[1], message[2]);
  }

  /// Lets go, at the outputs, of what is held.
  @Override
  public void close() {
    ending.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

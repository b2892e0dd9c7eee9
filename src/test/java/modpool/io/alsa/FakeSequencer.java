package modpool.io.alsa;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A kernel with a sequencer, as far as our port sees it. Its events are laid out as ALSA's are; a
/// MIDI message of its own is kept behind the event (the real decoder is tested by itself).
final class FakeSequencer implements SequencerCalls {
  private static final int MESSAGE = (int) SequencerPort.EVENT_BYTES;
  private static final int NOTE_ON = 6;

  final List<String> made = new ArrayList<>();
  final AtomicInteger closes = new AtomicInteger();
  volatile long openResult = 4711;
  volatile int portResult;
  private final Arena arena = Arena.ofShared();
  private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>();
  private Object next;

  /// A message from a port of another program.
  void message(int client, int port, int... bytes) {
    MemorySegment event = event(NOTE_ON);
    event.set(JAVA_BYTE, 12, (byte) client);
    event.set(JAVA_BYTE, 13, (byte) port);
    event.set(JAVA_BYTE, MESSAGE, (byte) bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      event.set(JAVA_BYTE, MESSAGE + 1 + i, (byte) bytes[i]);
    }
    waiting.add(event);
  }

  /// News of the kernel: an event with an address in its data.
  void news(int type, int client, int port) {
    MemorySegment event = event(type);
    event.set(JAVA_BYTE, 16, (byte) client);
    event.set(JAVA_BYTE, 17, (byte) port);
    waiting.add(event);
  }

  /// A cable was pulled, whoever's.
  void pulled(int client, int port, int toClient, int toPort) {
    MemorySegment event = event(67); // SND_SEQ_EVENT_PORT_UNSUBSCRIBED
    event.set(JAVA_BYTE, 16, (byte) client);
    event.set(JAVA_BYTE, 17, (byte) port);
    event.set(JAVA_BYTE, 18, (byte) toClient);
    event.set(JAVA_BYTE, 19, (byte) toPort);
    waiting.add(event);
  }

  /// An error of snd_seq_event_input.
  void error(int number) {
    waiting.add(number);
  }

  private MemorySegment event(int type) {
    MemorySegment event = arena.allocate(MESSAGE + 64);
    event.set(JAVA_BYTE, 0, (byte) type);
    return event;
  }

  @Override
  public long open() {
    return openResult;
  }

  @Override
  public int setClientName(long sequencer, String name) {
    made.add("client " + name);
    return 0;
  }

  @Override
  public int createPort(long sequencer, String name, int capabilities, int type) {
    made.add("port " + name + " " + capabilities);
    return portResult < 0 ? portResult : portResult++;
  }

  @Override
  public int connectFrom(long sequencer, int port, int fromClient, int fromPort) {
    made.add("cable " + fromClient + ":" + fromPort + " to " + port);
    return 0;
  }

  @Override
  public int clientId(long sequencer) {
    return 128;
  }

  @Override
  public int await(long sequencer, int timeoutMs) {
    try {
      if (next == null) {
        next = waiting.poll(timeoutMs, TimeUnit.MILLISECONDS);
      }
      return next == null ? 0 : 1;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public int input(long sequencer, MemorySegment event) {
    Object item = next == null ? waiting.poll() : next;
    next = null;
    if (item instanceof MemorySegment memory) {
      event.set(JAVA_LONG, 0, memory.address());
      return 1;
    }
    return item == null ? TRY_AGAIN : (Integer) item;
  }

  @Override
  public long newDecoder(int bytes) {
    return 1;
  }

  @Override
  @SuppressWarnings("restricted")
  public long decode(long decoder, MemorySegment bytes, long event) {
    MemorySegment memory = MemorySegment.ofAddress(event).reinterpret(MESSAGE + 64);
    int count = memory.get(JAVA_BYTE, MESSAGE);
    MemorySegment.copy(memory, MESSAGE + 1, bytes, 0, count);
    return count == 0 ? -2 : count;
  }

  @Override
  public void freeDecoder(long decoder) {}

  @Override
  public void close(long sequencer) {
    closes.incrementAndGet();
  }
}

package modpool.io.jack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import modpool.testing.Await;

/// Another client of the server: sends MIDI from its port `out`, or records what comes to its port
/// `in`, with the server's own frame times. One does one thing, else the graph has a loop.
@SuppressWarnings("restricted")
public final class JackPeer implements AutoCloseable {
  /// A message, to be sent at a frame of the cycle it is sent in.
  ///
  /// @param offset its frame, less than the server's period
  public record Message(int offset, int... bytes) {
    /// One of three bytes.
    public Message(int offset, int status, int data1, int data2) {
      this(offset, new int[] {status, data1, data2});
    }

    /// One of any length, at most 4096 bytes.
    public static Message of(int offset, int... bytes) {
      return new Message(offset, bytes);
    }
  }

  private static final MethodHandle MIDI_CLEAR =
      LibJack.function("jack_midi_clear_buffer", FunctionDescriptor.ofVoid(JAVA_LONG));
  private static final MethodHandle MIDI_WRITE =
      LibJack.function(
          "jack_midi_event_write", LibJack.intOf(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle FRAME_TIME =
      LibJack.function("jack_last_frame_time", LibJack.intOf(JAVA_LONG));
  private static final MethodHandle SET_FREEWHEEL =
      LibJack.function("jack_set_freewheel", LibJack.intOf(JAVA_LONG, JAVA_INT));
  private static final MethodHandle DISCONNECT =
      LibJack.function("jack_disconnect", LibJack.intOf(JAVA_LONG, ADDRESS, ADDRESS));

  private static final int EEXIST = 17;
  private static final int CYCLES_TO_CHANGE = 10;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes = arena.allocate(4096);
  private final ConcurrentLinkedQueue<List<Message>> cycles = new ConcurrentLinkedQueue<>();
  private final float[] recorded;
  private final float[] cycle = new float[8192];
  private final LibClient opened;
  private final long client;
  private final long port;
  private volatile int turns; // cycles it was called in
  private volatile int frames;
  private volatile int firstFrame;
  private volatile int lastSent = -1;
  private volatile Throwable failure;

  private JackPeer(String server, String name, boolean sends, int capacity) {
    recorded = new float[capacity];
    opened = LibClient.open(server, name);
    client = opened.address();
    try (Arena names = Arena.ofConfined()) {
      FunctionDescriptor type = LibJack.intOf(JAVA_INT, JAVA_LONG);
      MethodHandle process =
          MethodHandles.lookup().bind(this, sends ? "send" : "record", type.toMethodType());
      int _ =
          (int) LibJack.SET_PROCESS.invokeExact(client, LibJack.callback(process, type, arena), 0L);
      FunctionDescriptor end = FunctionDescriptor.ofVoid(JAVA_LONG);
      MethodHandle shutdown = MethodHandles.lookup().bind(this, "shutdown", end.toMethodType());
      LibJack.ON_SHUTDOWN.invokeExact(client, LibJack.callback(shutdown, end, arena), 0L);
      MemorySegment portName = names.allocateFrom(sends ? "out" : "in");
      MemorySegment kind = names.allocateFrom(sends ? LibJack.MIDI_TYPE : LibJack.AUDIO_TYPE);
      long flags = sends ? LibJack.IS_OUTPUT : LibJack.IS_INPUT;
      port = (long) LibJack.PORT_REGISTER.invokeExact(client, portName, kind, flags, 0L);
      if ((int) LibJack.ACTIVATE.invokeExact(client) != 0) {
        throw new IllegalStateException("the server does not take " + name + " in");
      }
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
    awaitGraph("the server calls " + name);
  }

  /// Waits until a change has surely come to the server's graph: that takes a cycle or some.
  private void awaitGraph(String that) {
    int now = turns;
    Await.until(() -> turns - now >= CYCLES_TO_CHANGE || isGone(), that);
  }

  public static JackPeer sender(String server, String name) {
    return new JackPeer(server, name, true, 0);
  }

  /// @param capacity frames it records, from the first on that is not zero
  public static JackPeer recorder(String server, String name, int capacity) {
    return new JackPeer(server, name, false, capacity);
  }

  /// Sends these together in a cycle that comes.
  public void send(Message... messages) {
    cycles.add(List.of(messages));
  }

  /// The server's time of the last message sent; -1 while there is none.
  public int lastSent() {
    return lastSent;
  }

  /// The server's time of the first frame recorded.
  public int firstFrame() {
    return firstFrame;
  }

  /// How many frames are recorded.
  public int frames() {
    return frames;
  }

  public float[] recorded() {
    return recorded;
  }

  /// True once the server has gone.
  public boolean isGone() {
    return opened.isGone();
  }

  /// The server's frames per second.
  public int rate() throws Throwable {
    return (int) LibJack.SAMPLE_RATE.invokeExact(client);
  }

  public Throwable failure() {
    return failure;
  }

  /// Lets the server run as fast as it can, or in time again.
  public void freewheel(boolean on) throws Throwable {
    int _ = (int) SET_FREEWHEEL.invokeExact(client, on ? 1 : 0);
  }

  /// Connects two ports, and waits until the cable is there: what is sent before reaches nobody.
  ///
  /// @return false when it cannot be
  public boolean connect(String from, String to) throws Throwable {
    int result;
    try (Arena names = Arena.ofConfined()) {
      result =
          (int)
              LibJack.CONNECT.invokeExact(client, names.allocateFrom(from), names.allocateFrom(to));
    }
    if (result == 0) {
      awaitGraph("the cable is there");
    }
    return result == 0 || result == EEXIST;
  }

  public void disconnect(String from, String to) throws Throwable {
    try (Arena names = Arena.ofConfined()) {
      int _ =
          (int) DISCONNECT.invokeExact(client, names.allocateFrom(from), names.allocateFrom(to));
    }
  }

  @SuppressWarnings({"unused", "NonAtomicVolatileUpdate"}) // JACK calls it, on one thread
  private int send(int frames, long argument) {
    turns++;
    try {
      long buffer = (long) LibJack.GET_BUFFER.invokeExact(port, frames);
      MIDI_CLEAR.invokeExact(buffer);
      List<Message> now = cycles.poll();
      for (Message message : now == null ? List.<Message>of() : now) {
        long size = message.bytes().length;
        for (int i = 0; i < size; i++) {
          bytes.set(JAVA_BYTE, i, (byte) message.bytes()[i]);
        }
        int _ = (int) MIDI_WRITE.invokeExact(buffer, message.offset(), bytes.address(), size);
        lastSent = (int) FRAME_TIME.invokeExact(client) + message.offset();
      }
    } catch (Throwable e) {
      failure = e;
    }
    return 0;
  }

  @SuppressWarnings("unused") // JACK calls it
  private void shutdown(long argument) {
    opened.go();
  }

  @SuppressWarnings({"unused", "NonAtomicVolatileUpdate"}) // JACK calls it, on one thread
  private int record(int count, long argument) {
    turns++;
    try {
      long buffer = (long) LibJack.GET_BUFFER.invokeExact(port, count);
      int time = (int) FRAME_TIME.invokeExact(client);
      MemorySegment.copy(LibJack.MEMORY, JAVA_FLOAT_UNALIGNED, buffer, cycle, 0, count);
      int at = frames;
      for (int i = 0; i < count && at < recorded.length; i++) {
        if (at == 0 && cycle[i] != 0) {
          firstFrame = time + i;
        }
        if (at > 0 || cycle[i] != 0) {
          recorded[at++] = cycle[i];
        }
      }
      frames = at;
    } catch (Throwable e) {
      failure = e;
    }
    return 0;
  }

  @Override
  public void close() {
    opened.close();
    if (!opened.isGone()) {
      arena.close();
    }
  }
}

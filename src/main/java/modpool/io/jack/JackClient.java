package modpool.io.jack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.RenderThread;
import modpool.io.BlockRenderer;
import modpool.io.OutputException;
import modpool.io.PortMidi;

/// A client of a running server, with the ports `midi_in`, `out_1` and `out_2`. Renders in the
/// server's cycle: MIDI acts and sounds in the cycle, and at the frame, in which it comes.
///
/// JACK calls back on threads of its own; everything else is for one thread at a time.
final class JackClient implements AutoCloseable {
  /// What the client is called; a second one gets a number.
  static final String NAME = "modpool";

  private static final int MAX_FRAMES = 8192; // no server has longer periods
  private static final int POINTER_BYTES = 8;
  private static final int MAX_NAME_BYTES = 4096;

  // jack_midi_event_t: uint32 time, size_t size, unsigned char* buffer
  private static final long EVENT_SIZE = 8;
  private static final long EVENT_BUFFER = 16;
  private static final long EVENT_BYTES = 24;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment eventSegment = arena.allocate(EVENT_BYTES, Long.BYTES);
  private final long event = eventSegment.address();
  private final float[] left = new float[MAX_FRAMES];
  private final float[] right = new float[MAX_FRAMES];
  private final PortMidi midi = new PortMidi();
  private final AtomicBoolean released = new AtomicBoolean();
  private final AtomicInteger xruns = new AtomicInteger();
  private final BlockRenderer renderer;
  private final Meters meters;
  private final long client;
  private final long midiIn;
  private final long out1;
  private final long out2;

  private int xrunsTold; // render thread
  private volatile int blockFrames;
  private volatile boolean gone;
  private volatile Throwable failure;

  private JackClient(long client, BlockRenderer renderer, Meters meters) throws OutputException {
    this.client = client;
    this.renderer = renderer;
    this.meters = meters;
    try {
      blockFrames = (int) LibJack.BUFFER_SIZE.invokeExact(client);
      setCallbacks();
      midiIn = register("midi_in", LibJack.MIDI_TYPE, LibJack.IS_INPUT);
      out1 = register("out_1", LibJack.AUDIO_TYPE, LibJack.IS_OUTPUT);
      out2 = register("out_2", LibJack.AUDIO_TYPE, LibJack.IS_OUTPUT);
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
    if (midiIn == 0 || out1 == 0 || out2 == 0) {
      close();
      throw new OutputException("the JACK server has no room for our ports; close other clients");
    }
  }

  /// Opens a client of a server that runs; it is not called yet.
  ///
  /// @param server the server's name, or null for the default
  /// @return null when no such server runs
  static JackClient open(String server, BlockRenderer renderer, Meters meters)
      throws OutputException {
    long client = openNamed(server, NAME);
    return client == 0 ? null : new JackClient(client, renderer, meters);
  }

  /// @return 0 when no such server runs
  static long openNamed(String server, String name) {
    try (Arena arena = Arena.ofConfined()) {
      int options = LibJack.NO_START_SERVER | (server == null ? 0 : LibJack.SERVER_NAME);
      MemorySegment named = server == null ? MemorySegment.NULL : arena.allocateFrom(server);
      return (long)
          LibJack.CLIENT_OPEN.invokeExact(
              arena.allocateFrom(name), options, arena.allocate(Integer.BYTES, 4), named);
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  private void setCallbacks() throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    FunctionDescriptor withNumber = LibJack.intOf(JAVA_INT, JAVA_LONG);
    FunctionDescriptor plain = LibJack.intOf(JAVA_LONG);
    FunctionDescriptor end = FunctionDescriptor.ofVoid(JAVA_LONG);
    MethodHandle process = lookup.bind(this, "process", withNumber.toMethodType());
    MethodHandle resize = lookup.bind(this, "resize", withNumber.toMethodType());
    MethodHandle xrun = lookup.bind(this, "xrun", plain.toMethodType());
    MethodHandle shutdown = lookup.bind(this, "shutdown", end.toMethodType());
    int result =
        (int)
            LibJack.SET_PROCESS.invokeExact(
                client, LibJack.callback(process, withNumber, arena), 0L);
    result |=
        (int)
            LibJack.SET_BUFFER_SIZE.invokeExact(
                client, LibJack.callback(resize, withNumber, arena), 0L);
    result |= (int) LibJack.SET_XRUN.invokeExact(client, LibJack.callback(xrun, plain, arena), 0L);
    LibJack.ON_SHUTDOWN.invokeExact(client, LibJack.callback(shutdown, end, arena), 0L);
    if (result != 0) {
      throw new IllegalStateException("callbacks were refused");
    }
  }

  private long register(String name, String type, long flags) throws Throwable {
    try (Arena names = Arena.ofConfined()) {
      return (long)
          LibJack.PORT_REGISTER.invokeExact(
              client, names.allocateFrom(name), names.allocateFrom(type), flags, 0L);
    }
  }

  @RenderThread
  @SuppressWarnings("unused") // JACK calls it, in each cycle
  private int process(int frames, long argument) {
    try {
      long input = (long) LibJack.GET_BUFFER.invokeExact(midiIn, frames);
      long output1 = (long) LibJack.GET_BUFFER.invokeExact(out1, frames);
      long output2 = (long) LibJack.GET_BUFFER.invokeExact(out2, frames);
      if (released.compareAndSet(true, false)) {
        midi.add(0, PortMidi.GONE, 0, 0);
      }
      read(input);
      long began = System.nanoTime();
      int rendered = Math.min(frames, MAX_FRAMES);
      renderer.render(left, right, rendered, midi);
      midi.clear();
      MemorySegment.copy(left, 0, LibJack.MEMORY, JAVA_FLOAT_UNALIGNED, output1, rendered);
      MemorySegment.copy(right, 0, LibJack.MEMORY, JAVA_FLOAT_UNALIGNED, output2, rendered);
      measure(System.nanoTime() - began);
    } catch (Throwable e) {
      failure = e;
    }
    return 0;
  }

  /// Copies the cycle's messages at once: the bytes are JACK's, and gone after the cycle. System
  /// messages, and what is no message, are passed over.
  @RenderThread
  private void read(long input) throws Throwable {
    int count = (int) LibJack.MIDI_COUNT.invokeExact(input);
    for (int i = 0; i < count; i++) {
      if ((int) LibJack.MIDI_GET.invokeExact(event, input, i) != 0) {
        continue; // it happens in a client's first cycles; what the struct says then is not so
      }
      int frame = LibJack.MEMORY.get(JAVA_INT_UNALIGNED, event);
      long size = LibJack.MEMORY.get(JAVA_LONG_UNALIGNED, event + EVENT_SIZE);
      long bytes = LibJack.MEMORY.get(JAVA_LONG_UNALIGNED, event + EVENT_BUFFER);
      if (size < 2 || size > 3) {
        continue;
      }
      int status = LibJack.MEMORY.get(JAVA_BYTE, bytes) & 0xFF;
      if (status < 0x80 || status >= 0xF0) {
        continue;
      }
      int data1 = LibJack.MEMORY.get(JAVA_BYTE, bytes + 1);
      int data2 = size == 3 ? LibJack.MEMORY.get(JAVA_BYTE, bytes + 2) : 0;
      midi.add(frame, status, data1, data2);
    }
  }

  @RenderThread
  private void measure(long nanos) {
    meters.set(Meter.BLOCK_NANOS, nanos);
    meters.raise(Meter.BLOCK_NANOS_PEAK, nanos);
    int now = xruns.get();
    if (now != xrunsTold) {
      meters.add(Meter.XRUNS, now - xrunsTold);
      xrunsTold = now;
    }
  }

  @SuppressWarnings("unused") // JACK calls it, between two cycles
  private int resize(int frames, long argument) {
    blockFrames = frames;
    return 0;
  }

  @SuppressWarnings("unused") // JACK calls it; the meter is the render thread's
  private int xrun(long argument) {
    xruns.incrementAndGet();
    return 0;
  }

  @SuppressWarnings("unused") // JACK calls it; nothing of JACK may be called in it
  private void shutdown(long argument) {
    gone = true;
  }

  /// True once the server has gone, or has thrown us out.
  boolean isGone() {
    return gone;
  }

  /// What went wrong while rendering (a bug), or null.
  Throwable failure() {
    return failure;
  }

  int rate() {
    return callInt(LibJack.SAMPLE_RATE);
  }

  /// Frames of the server's period.
  int blockFrames() {
    return blockFrames;
  }

  /// From the next cycle on the renderer is called.
  void activate() throws OutputException {
    if (callInt(LibJack.ACTIVATE) != 0) {
      throw new OutputException("the JACK server does not take us in; restart it");
    }
  }

  /// In the next cycle, what the port's senders hold is released.
  void releaseHeld() {
    released.set(true);
  }

  /// Our three ports: MIDI, left, right.
  List<Long> ports() {
    return List.of(midiIn, out1, out2);
  }

  /// Full name of one of our ports, as `modpool:out_1`.
  String name(long port) {
    try {
      return text((long) LibJack.PORT_NAME.invokeExact(port));
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Full names of the ports that one of ours is connected to.
  List<String> connections(long port) {
    try {
      return takeNames((long) LibJack.PORT_CONNECTIONS.invokeExact(client, port));
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Full names of the audio inputs that are the hardware's.
  List<String> physicalOutputs() {
    try (Arena names = Arena.ofConfined()) {
      return takeNames(
          (long)
              LibJack.GET_PORTS.invokeExact(
                  client,
                  MemorySegment.NULL,
                  names.allocateFrom(LibJack.AUDIO_TYPE),
                  LibJack.IS_INPUT | LibJack.IS_PHYSICAL));
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Connects two ports by their full names.
  ///
  /// @return false when that cannot be; true also when they were connected before
  boolean connect(String from, String to) {
    try (Arena names = Arena.ofConfined()) {
      int result =
          (int)
              LibJack.CONNECT.invokeExact(client, names.allocateFrom(from), names.allocateFrom(to));
      return result == 0 || result == 17; // EEXIST
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Frames from a cycle's start to its being heard, by what our outputs are connected to.
  int latencyFrames() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment range = arena.allocate(JAVA_INT, 2);
      LibJack.PORT_LATENCY.invokeExact(out1, LibJack.PLAYBACK_LATENCY, range);
      return range.getAtIndex(JAVA_INT, 1);
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Returns after the last callback has ended. A server that has gone makes no difference.
  @Override
  public void close() {
    if (!gone) {
      callInt(LibJack.DEACTIVATE);
    }
    callInt(LibJack.CLIENT_CLOSE);
    arena.close();
  }

  private int callInt(MethodHandle function) {
    try {
      return (int) function.invokeExact(client);
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Reads a list of names that ends with a null pointer, and gives it back to JACK.
  private static List<String> takeNames(long list) throws Throwable {
    List<String> names = new ArrayList<>();
    if (list == 0) {
      return names;
    }
    for (long place = list; true; place += POINTER_BYTES) {
      long name = LibJack.MEMORY.get(JAVA_LONG_UNALIGNED, place);
      if (name == 0) {
        break;
      }
      names.add(text(name));
    }
    LibJack.FREE.invokeExact(list);
    return names;
  }

  private static String text(long address) {
    return LibJack.MEMORY.asSlice(address, MAX_NAME_BYTES).getString(0);
  }
}

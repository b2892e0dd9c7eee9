package modpool.io.jack;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import modpool.bridge.Meters;
import modpool.io.BlockRenderer;
import modpool.io.file.OutputException;

/// A client of a running server, with its ports. Renders in the server's cycle: MIDI acts and
/// sounds in the cycle, and at the frame, in which it comes.
///
/// JACK calls back on threads of its own; everything else is for one thread at a time.
final class JackClient implements AutoCloseable {
  /// What the client is called; a second one gets a number.
  static final String NAME = "modpool";

  private static final int EEXIST = 17;
  private static final int POINTER_BYTES = 8;
  private static final int MAX_NAME_BYTES = 4096;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment ranges = arena.allocate(2 * LibJack.RANGE_BYTES, Integer.BYTES);
  private final LibClient opened;
  private final long client; // its address
  private final JackPorts ports;
  private final JackCycle cycle;
  private volatile int blockFrames;

  private JackClient(LibClient opened, boolean pairs, BlockRenderer renderer, Meters meters)
      throws OutputException {
    this.opened = opened;
    client = opened.address();
    try {
      blockFrames = (int) LibJack.BUFFER_SIZE.invokeExact(client);
      ports = JackPorts.register(client, pairs);
      cycle = new JackCycle(client, ports, renderer, meters, arena);
      setCallbacks(MethodHandles.lookup());
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
    if (!ports.areComplete()) {
      close();
      throw new OutputException("the JACK server has no room for our ports; close other clients");
    }
  }

  /// Opens a client of a server that runs; it is not called yet.
  ///
  /// @param server the server's name, or null for the default
  /// @param pairs whether each channel has outputs of its own
  /// @return null when no such server runs
  static JackClient open(String server, boolean pairs, BlockRenderer renderer, Meters meters)
      throws OutputException {
    LibClient opened = LibClient.open(server, NAME);
    return opened == null ? null : new JackClient(opened, pairs, renderer, meters);
  }

  private void setCallbacks(MethodHandles.Lookup lookup) throws Throwable {
    FunctionDescriptor asked = LibJack.intOf(JAVA_INT, JAVA_LONG);
    FunctionDescriptor told = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_LONG);
    FunctionDescriptor plain = LibJack.intOf(JAVA_LONG);
    FunctionDescriptor end = FunctionDescriptor.ofVoid(JAVA_LONG);
    set(LibJack.SET_PROCESS, lookup.bind(cycle, "process", asked.toMethodType()), asked);
    set(LibJack.SET_BUFFER_SIZE, lookup.bind(this, "resize", asked.toMethodType()), asked);
    set(LibJack.SET_XRUN, lookup.bind(cycle, "xrun", plain.toMethodType()), plain);
    set(LibJack.SET_FREEWHEEL, lookup.bind(cycle, "freewheel", told.toMethodType()), told);
    set(LibJack.SET_LATENCY, lookup.bind(this, "latency", told.toMethodType()), told);
    MethodHandle shutdown = lookup.bind(this, "shutdown", end.toMethodType());
    LibJack.ON_SHUTDOWN.invokeExact(client, LibJack.callback(shutdown, end, arena), 0L);
  }

  private void set(MethodHandle setter, MethodHandle target, FunctionDescriptor type)
      throws Throwable {
    if ((int) setter.invokeExact(client, LibJack.callback(target, type, arena), 0L) != 0) {
      throw new IllegalStateException("a callback was refused");
    }
  }

  @SuppressWarnings("unused") // JACK calls it, between two cycles
  private int resize(int frames, long argument) {
    blockFrames = frames;
    return 0;
  }

  @SuppressWarnings("unused") // JACK calls it, when what our ports are connected to has changed
  private void latency(int mode, long argument) {
    try {
      ports.passLatencyOn(mode, ranges);
    } catch (Throwable e) {
      cycle.fail(e);
    }
  }

  @SuppressWarnings("unused") // JACK calls it; nothing of JACK may be called in it
  private void shutdown(long argument) {
    opened.go();
  }

  /// True once the server has gone, or has thrown us out.
  boolean isGone() {
    return opened.isGone();
  }

  /// What went wrong in a callback (a bug), or null.
  Throwable failure() {
    return cycle.failure();
  }

  /// Frames per second; a server may change it. PipeWire knows it for sure once we are active.
  int rate() {
    return callInt(LibJack.SAMPLE_RATE);
  }

  /// Frames of the server's period.
  int blockFrames() {
    return blockFrames;
  }

  /// The server takes us in; the renderer is not called before [#go()].
  void activate() throws OutputException {
    if (callInt(LibJack.ACTIVATE) != 0) {
      throw new OutputException("the JACK server does not take us in; restart it");
    }
  }

  /// In the next cycle, what the port's senders hold is released.
  void releaseHeld() {
    cycle.releaseHeld();
  }

  /// Our ports: MIDI, left, right, then the channels' if they have any.
  List<Long> ports() {
    return ports.all();
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
      return result == 0 || result == EEXIST;
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Frames from a cycle's start to its being heard, by what our outputs are connected to.
  int latencyFrames() {
    try (Arena confined = Arena.ofConfined()) {
      MemorySegment range = confined.allocate(LibJack.RANGE_BYTES, Integer.BYTES);
      LibJack.PORT_LATENCY.invokeExact(ports.first(), LibJack.PLAYBACK_LATENCY, range);
      return range.getAtIndex(JAVA_INT, 1);
    } catch (Throwable e) {
      throw LibJack.failure(e);
    }
  }

  /// Returns once the renderer is not being called, nor will be before [#go()]; the ports are
  /// silent.
  void hold() {
    cycle.hold();
  }

  /// Whether the renderer is not called; it is not from the start.
  boolean isHeld() {
    return cycle.isHeld();
  }

  /// From the next cycle on the renderer is called.
  void go() {
    cycle.go();
  }

  /// Gives the ports back, after the last callback has ended. A server that has gone makes no
  /// difference.
  @Override
  public void close() {
    hold();
    LibClient.settle();
    opened.close();
    if (!opened.isGone()) {
      arena.close(); // else a thread of it may still wait, until libjack ends it
    }
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

package modpool.io.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/// libasound, called from Java. Its messages, which it would print on stderr, are passed over.
@SuppressWarnings("restricted")
final class LibAsound implements SequencerCalls {
  private static final int OPEN_INPUT = 2;
  private static final int NONBLOCK = 1;
  private static final short POLLIN = 1;
  private static final int MAX_DESCRIPTORS = 8;

  // struct pollfd: int fd, short events, short revents
  private static final long POLLFD_BYTES = 8;

  private static final Linker LINKER = Linker.nativeLinker();

  private final SymbolLookup library;
  private final MethodHandle open;
  private final MethodHandle setClientName;
  private final MethodHandle createPort;
  private final MethodHandle connectFrom;
  private final MethodHandle clientId;
  private final MethodHandle descriptors;
  private final MethodHandle input;
  private final MethodHandle close;
  private final MethodHandle newDecoder;
  private final MethodHandle noStatus;
  private final MethodHandle decode;
  private final MethodHandle freeDecoder;
  private final MethodHandle poll;

  private LibAsound(SymbolLookup library) {
    this.library = library;
    open =
        function(
            "snd_seq_open", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
    setClientName =
        function("snd_seq_set_client_name", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
    createPort =
        function(
            "snd_seq_create_simple_port",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT));
    connectFrom =
        function(
            "snd_seq_connect_from",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT));
    clientId = function("snd_seq_client_id", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    descriptors =
        function(
            "snd_seq_poll_descriptors",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_SHORT));
    input = function("snd_seq_event_input", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
    close = function("snd_seq_close", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    newDecoder =
        function("snd_midi_event_new", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
    noStatus = function("snd_midi_event_no_status", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_INT));
    decode =
        function(
            "snd_midi_event_decode",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG));
    freeDecoder = function("snd_midi_event_free", FunctionDescriptor.ofVoid(JAVA_LONG));
    poll = // nfds_t is a long on Linux
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("poll"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    silence();
  }

  /// The library, unless this machine has none, or one without a sequencer.
  static Optional<SequencerCalls> load() {
    try {
      return Optional.of(
          new LibAsound(SymbolLookup.libraryLookup("libasound.so.2", Arena.global())));
    } catch (IllegalArgumentException | java.util.NoSuchElementException _) {
      return Optional.empty();
    }
  }

  private MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(library.findOrThrow(name), descriptor);
  }

  /// A handler that has more arguments in C, which need not be taken.
  private void silence() {
    FunctionDescriptor type =
        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    try {
      MethodHandle hear =
          MethodHandles.lookup().findStatic(LibAsound.class, "hear", type.toMethodType());
      int result =
          (int)
              function("snd_lib_error_set_handler", FunctionDescriptor.of(JAVA_INT, ADDRESS))
                  .invokeExact(LINKER.upcallStub(hear, type, Arena.global()));
      assert result == 0;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @SuppressWarnings("unused") // libasound calls it
  private static void hear(
      MemorySegment file, int line, MemorySegment function, int error, MemorySegment format) {}

  @Override
  public long open() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = arena.allocate(JAVA_LONG);
      int result =
          (int) open.invokeExact(handle, arena.allocateFrom("default"), OPEN_INPUT, NONBLOCK);
      return result < 0 ? result : handle.get(JAVA_LONG, 0);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public int setClientName(long sequencer, String name) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) setClientName.invokeExact(sequencer, arena.allocateFrom(name));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public int createPort(long sequencer, String name, int capabilities, int type) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) createPort.invokeExact(sequencer, arena.allocateFrom(name), capabilities, type);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public int connectFrom(long sequencer, int port, int fromClient, int fromPort) {
    try {
      return (int) connectFrom.invokeExact(sequencer, port, fromClient, fromPort);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public int clientId(long sequencer) {
    try {
      return (int) clientId.invokeExact(sequencer);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public int await(long sequencer, int timeoutMs) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment list = arena.allocate(POLLFD_BYTES * MAX_DESCRIPTORS, Integer.BYTES);
      int count = (int) descriptors.invokeExact(sequencer, list, MAX_DESCRIPTORS, POLLIN);
      return count < 0 ? count : (int) poll.invokeExact(list, (long) count, timeoutMs);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public int input(long sequencer, MemorySegment event) {
    try {
      return (int) input.invokeExact(sequencer, event);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public long newDecoder(int bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = arena.allocate(JAVA_LONG);
      if ((int) newDecoder.invokeExact((long) bytes, handle) < 0) {
        return 0;
      }
      long decoder = handle.get(JAVA_LONG, 0);
      noStatus.invokeExact(decoder, 1);
      return decoder;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public long decode(long decoder, MemorySegment bytes, long event) {
    try {
      return (long) decode.invokeExact(decoder, bytes, bytes.byteSize(), event);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public void freeDecoder(long decoder) {
    try {
      freeDecoder.invokeExact(decoder);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public void close(long sequencer) {
    try {
      int result = (int) close.invokeExact(sequencer);
      assert result <= 0;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// A call into libasound throws nothing by itself; what comes out is an error of ours.
  private static IllegalStateException failure(Throwable e) {
    return new IllegalStateException("a call to libasound failed: " + e, e);
  }
}

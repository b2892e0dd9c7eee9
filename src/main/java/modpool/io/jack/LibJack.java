package modpool.io.jack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;

/// The functions of libjack, as method handles; null where the machine has no libjack.
///
/// Opaque pointers are longs: a segment for each would be garbage on the render thread. The
/// functions that are called in every block are marked critical: they neither wait nor call back.
@SuppressWarnings("restricted")
final class LibJack {
  /// jack_options_t
  static final int NO_START_SERVER = 1;

  static final int SERVER_NAME = 4;

  /// JackPortFlags
  static final long IS_INPUT = 1;

  static final long IS_OUTPUT = 2;
  static final long IS_PHYSICAL = 4;

  /// jack_latency_callback_mode_t
  static final int CAPTURE_LATENCY = 0;

  static final int PLAYBACK_LATENCY = 1;

  /// jack_latency_range_t: uint32 min, uint32 max
  static final long RANGE_BYTES = 8;

  static final String AUDIO_TYPE = "32 bit float mono audio";
  static final String MIDI_TYPE = "8 bit raw midi";

  /// All memory there is, to read and write at the addresses that JACK gives.
  static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private static final List<String> FILES =
      List.of("libjack.so.0", "libjack.0.dylib", "libjack64.dll");
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Optional<SymbolLookup> LIBRARY = library();

  static final MethodHandle GET_BUFFER =
      critical("jack_port_get_buffer", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT));
  static final MethodHandle MIDI_GET =
      critical(
          "jack_midi_event_get", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

  static final MethodHandle FRAMES_SINCE_CYCLE_START =
      critical("jack_frames_since_cycle_start", intOf(JAVA_LONG));

  // The server's name is an argument more, as in C: the function is variadic.
  static final MethodHandle CLIENT_OPEN =
      function(
          "jack_client_open",
          FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
          Linker.Option.firstVariadicArg(3));
  static final MethodHandle CLIENT_CLOSE = function("jack_client_close", intOf(JAVA_LONG));
  static final MethodHandle ACTIVATE = function("jack_activate", intOf(JAVA_LONG));
  static final MethodHandle DEACTIVATE = function("jack_deactivate", intOf(JAVA_LONG));
  static final MethodHandle SAMPLE_RATE = function("jack_get_sample_rate", intOf(JAVA_LONG));
  static final MethodHandle BUFFER_SIZE = function("jack_get_buffer_size", intOf(JAVA_LONG));
  static final MethodHandle SET_PROCESS =
      function("jack_set_process_callback", intOf(JAVA_LONG, ADDRESS, JAVA_LONG));
  static final MethodHandle SET_XRUN =
      function("jack_set_xrun_callback", intOf(JAVA_LONG, ADDRESS, JAVA_LONG));
  static final MethodHandle SET_BUFFER_SIZE =
      function("jack_set_buffer_size_callback", intOf(JAVA_LONG, ADDRESS, JAVA_LONG));
  static final MethodHandle SET_FREEWHEEL =
      function("jack_set_freewheel_callback", intOf(JAVA_LONG, ADDRESS, JAVA_LONG));
  static final MethodHandle SET_LATENCY =
      function("jack_set_latency_callback", intOf(JAVA_LONG, ADDRESS, JAVA_LONG));
  static final MethodHandle ON_SHUTDOWN =
      function("jack_on_shutdown", FunctionDescriptor.ofVoid(JAVA_LONG, ADDRESS, JAVA_LONG));
  static final MethodHandle PORT_REGISTER =
      function(
          "jack_port_register",
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG));
  static final MethodHandle PORT_NAME =
      function("jack_port_name", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
  static final MethodHandle PORT_LATENCY =
      function(
          "jack_port_get_latency_range", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_INT, ADDRESS));
  static final MethodHandle PORT_SET_LATENCY =
      function(
          "jack_port_set_latency_range", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_INT, ADDRESS));
  static final MethodHandle PORT_CONNECTED = function("jack_port_connected", intOf(JAVA_LONG));
  static final MethodHandle PORT_CONNECTIONS =
      function(
          "jack_port_get_all_connections", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG));
  static final MethodHandle GET_PORTS =
      function(
          "jack_get_ports",
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
  static final MethodHandle CONNECT = function("jack_connect", intOf(JAVA_LONG, ADDRESS, ADDRESS));
  static final MethodHandle FREE = function("jack_free", FunctionDescriptor.ofVoid(JAVA_LONG));

  static {
    // Else libjack prints on stderr, on any thread, whatever it likes.
    silence("jack_set_error_function");
    silence("jack_set_info_function");
  }

  private LibJack() {}

  /// False when the machine has no libjack.
  static boolean isPresent() {
    return LIBRARY.isPresent();
  }

  static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    return LIBRARY
        .flatMap(library -> library.find(name))
        .map(address -> LINKER.downcallHandle(address, descriptor, options))
        .orElse(null);
  }

  static MethodHandle critical(String name, FunctionDescriptor descriptor) {
    return function(name, descriptor, Linker.Option.critical(false));
  }

  /// A function that JACK can call.
  static MemorySegment callback(MethodHandle target, FunctionDescriptor descriptor, Arena arena) {
    return LINKER.upcallStub(target, descriptor, arena);
  }

  static FunctionDescriptor intOf(MemoryLayout... arguments) {
    return FunctionDescriptor.of(JAVA_INT, arguments);
  }

  private static Optional<SymbolLookup> library() {
    for (String file : FILES) {
      try {
        return Optional.of(SymbolLookup.libraryLookup(file, Arena.global()));
      } catch (IllegalArgumentException _) {
        // The next system's name for it.
      }
    }
    return Optional.empty();
  }

  private static void silence(String setter) {
    FunctionDescriptor type = FunctionDescriptor.ofVoid(ADDRESS);
    MethodHandle set = function(setter, type);
    if (set == null) {
      return;
    }
    try {
      MethodHandle hear =
          MethodHandles.lookup().findStatic(LibJack.class, "hear", type.toMethodType());
      set.invokeExact(callback(hear, type, Arena.global()));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @SuppressWarnings("unused") // JACK calls it
  private static void hear(MemorySegment message) {}

  /// A call into libjack throws nothing by itself; what comes out is an error of ours.
  static IllegalStateException failure(Throwable e) {
    return new IllegalStateException("a call to libjack failed: " + e, e);
  }
}

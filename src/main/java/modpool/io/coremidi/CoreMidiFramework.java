package modpool.io.coremidi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.NoSuchElementException;
import java.util.Optional;

/// CoreMIDI.framework, called from Java. Objects of CoreMIDI are unsigned 32-bit numbers.
@SuppressWarnings("restricted")
final class CoreMidiFramework implements CoreMidiCalls {
  private static final String FRAMEWORKS = "/System/Library/Frameworks/";
  private static final int UTF_8 = 0x08000100; // kCFStringEncodingUTF8
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  // MIDIReadProc: the list, and two values of ours that we do not use
  private static final FunctionDescriptor READ =
      FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private static final Linker LINKER = Linker.nativeLinker();

  private final MethodHandle createString;
  private final MethodHandle release;
  private final MethodHandle createClient;
  private final MethodHandle createDestination;
  private final MethodHandle setInteger;
  private final MethodHandle disposeEndpoint;
  private final MethodHandle disposeClient;
  private final long uniqueId; // CFStringRef

  private CoreMidiFramework(SymbolLookup foundation, SymbolLookup midi) {
    createString =
        function(
            foundation,
            "CFStringCreateWithCString",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT));
    release = function(foundation, "CFRelease", FunctionDescriptor.ofVoid(JAVA_LONG));
    createClient =
        function(
            midi,
            "MIDIClientCreate",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS));
    createDestination =
        function(
            midi,
            "MIDIDestinationCreate",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS));
    setInteger =
        function(
            midi,
            "MIDIObjectSetIntegerProperty",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT));
    disposeEndpoint =
        function(midi, "MIDIEndpointDispose", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    disposeClient = function(midi, "MIDIClientDispose", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    uniqueId = midi.findOrThrow("kMIDIPropertyUniqueID").reinterpret(Long.BYTES).get(JAVA_LONG, 0);
  }

  /// The framework, unless this is no Mac.
  static Optional<CoreMidiCalls> load() {
    try {
      return Optional.of(
          new CoreMidiFramework(
              framework("CoreFoundation.framework/CoreFoundation"),
              framework("CoreMIDI.framework/CoreMIDI")));
    } catch (IllegalArgumentException | NoSuchElementException _) {
      return Optional.empty();
    }
  }

  private static SymbolLookup framework(String path) {
    return SymbolLookup.libraryLookup(FRAMEWORKS + path, Arena.global());
  }

  private static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(library.findOrThrow(name), descriptor);
  }

  @Override
  public long createClient(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment client = arena.allocate(JAVA_INT);
      long text = text(name, arena);
      int status = (int) createClient.invokeExact(text, 0L, 0L, client);
      release.invokeExact(text);
      return status != 0 ? failed(status) : client.get(JAVA_INT, 0) & UNSIGNED;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// What CoreMIDI calls stays for as long as the process: a callback may be under way while the
  /// destination is disposed of.
  @Override
  public long createDestination(long client, String name, PacketHandler handler) {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle read =
          MethodHandles.lookup().bind(new Reader(handler), "read", READ.toMethodType());
      MemorySegment endpoint = arena.allocate(JAVA_INT);
      long text = text(name, arena);
      int status =
          (int)
              createDestination.invokeExact(
                  (int) client, text, LINKER.upcallStub(read, READ, Arena.global()), 0L, endpoint);
      release.invokeExact(text);
      return status != 0 ? failed(status) : endpoint.get(JAVA_INT, 0) & UNSIGNED;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private record Reader(PacketHandler handler) {
    /// What is thrown into CoreMIDI would end the process.
    @SuppressWarnings("unused") // CoreMIDI calls it
    void read(long list, long ours, long connection) {
      try {
        handler.packets(list);
      } catch (RuntimeException _) {
        // The rest of this list is lost.
      }
    }
  }

  @Override
  public int setUniqueId(long endpoint, int id) {
    try {
      return (int) setInteger.invokeExact((int) endpoint, uniqueId, id);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public void disposeEndpoint(long endpoint) {
    dispose(disposeEndpoint, endpoint);
  }

  @Override
  public void disposeClient(long client) {
    dispose(disposeClient, client);
  }

  private static void dispose(MethodHandle function, long object) {
    try {
      int status = (int) function.invokeExact((int) object);
      assert status <= 0;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private long text(String name, Arena arena) throws Throwable {
    return (long) createString.invokeExact(0L, arena.allocateFrom(name), UTF_8);
  }

  private static long failed(int status) {
    return status < 0 ? status : -status;
  }

  /// A call into CoreMIDI throws nothing by itself; what comes out is an error of ours.
  private static IllegalStateException failure(Throwable e) {
    return new IllegalStateException("a call to CoreMIDI failed: " + e, e);
  }
}

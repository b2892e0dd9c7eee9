package modpool.doctor.peers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/// A library that may be there, and its functions as method handles. Those are to be constants:
/// called through a variable, a handle costs as much as a short block.
@SuppressWarnings("restricted")
final class NativeLibrary {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final long LONGEST_TEXT = 1 << 10;

  private final String name;
  private final Optional<SymbolLookup> library;
  private boolean complete;

  /// @param name of the program, for messages
  /// @param files what the library is called, on one system or another
  NativeLibrary(String name, List<String> files) {
    this.name = name;
    library = files.stream().flatMap(file -> lookup(file).stream()).findFirst();
    complete = library.isPresent();
  }

  private static Optional<SymbolLookup> lookup(String file) {
    try {
      return Optional.of(SymbolLookup.libraryLookup(file, Arena.global()));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // not here, or another system's name for it
    }
  }

  /// True when it is there and had all that it was asked for.
  boolean isComplete() {
    return complete;
  }

  /// Null when it is not there.
  MethodHandle function(String function, FunctionDescriptor descriptor) {
    MemorySegment address = symbol(function);
    return address == null ? null : LINKER.downcallHandle(address, descriptor);
  }

  /// The address of a function or a variable; null when it is not there.
  MemorySegment symbol(String symbol) {
    MemorySegment address = library.flatMap(found -> found.find(symbol)).orElse(null);
    complete &= address != null;
    return address;
  }

  /// The text that C's `char *` points to, at most a thousand bytes of it.
  static String text(MemorySegment pointer) {
    if (pointer.equals(MemorySegment.NULL)) {
      return "";
    }
    MemorySegment bytes = pointer.reinterpret(LONGEST_TEXT);
    return bytes.getString(0);
  }

  /// The text of a variable of the type `char *`.
  static String variable(MemorySegment address) {
    return text(address.reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0));
  }

  /// The largest value of a block of floats.
  static float peak(MemorySegment block) {
    float peak = 0;
    for (long at = 0; at < block.byteSize(); at += JAVA_FLOAT.byteSize()) {
      peak = Math.max(peak, Math.abs(block.get(JAVA_FLOAT, at)));
    }
    return peak;
  }

  /// A call into a library throws nothing by itself; what comes out is an error of ours.
  IllegalStateException failure(Throwable e) {
    return new IllegalStateException("a call to " + name + " failed: " + e, e);
  }
}

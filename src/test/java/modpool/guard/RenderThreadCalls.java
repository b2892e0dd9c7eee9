package modpool.guard;

import java.util.Map;
import java.util.Set;

/// What the render thread may call in the JDK: nothing that allocates, waits, throws or computes
/// different bits on different machines (so no `Math.sin`, and no `fma`).
final class RenderThreadCalls {
  private static final Set<String> BITS =
      Set.of("bitCount", "numberOfTrailingZeros", "numberOfLeadingZeros", "compareUnsigned");
  private static final Set<String> ATOMIC =
      Set.of("get", "set", "getAcquire", "setRelease", "compareAndSet", "getAndSet");

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("java/lang/StrictMath", Set.of("log")),
          Map.entry(
              "java/lang/Math",
              Set.of(
                  "abs",
                  "max",
                  "min",
                  "clamp",
                  "round",
                  "floor",
                  "ceil",
                  "sqrt",
                  "scalb",
                  "floorDiv",
                  "floorMod")),
          Map.entry("java/lang/Integer", BITS),
          Map.entry("java/lang/Long", BITS),
          Map.entry("java/lang/Float", Set.of("floatToRawIntBits", "intBitsToFloat", "isNaN")),
          Map.entry("java/lang/Double", Set.of("doubleToRawLongBits", "longBitsToDouble", "isNaN")),
          // Into libjack and into its memory; exact calls of constant handles, which box nothing.
          Map.entry("java/lang/invoke/MethodHandle", Set.of("invokeExact")),
          Map.entry("java/lang/foreign/MemorySegment", Set.of("get", "copy")),
          Map.entry("java/lang/System", Set.of("arraycopy", "nanoTime")),
          Map.entry("java/lang/Enum", Set.of("ordinal")),
          Map.entry(
              "java/lang/invoke/VarHandle",
              Set.of(
                  "get",
                  "set",
                  "getOpaque",
                  "setOpaque",
                  "getAcquire",
                  "setRelease",
                  "compareAndSet",
                  "getAndSet",
                  "getAndAdd")),
          Map.entry("java/util/concurrent/atomic/AtomicReference", ATOMIC),
          Map.entry("java/util/concurrent/atomic/AtomicBoolean", ATOMIC),
          Map.entry("java/util/concurrent/atomic/AtomicInteger", ATOMIC),
          Map.entry("java/util/concurrent/atomic/AtomicLong", ATOMIC));

  private RenderThreadCalls() {}

  static boolean isAllowed(String owner, String name, String type) {
    if (name.equals("<init>")) { // what comes before it, `new`, is what the scan reports
      return owner.equals("java/lang/Object") || owner.equals("java/lang/MatchException");
    }
    if (owner.equals("java/util/Arrays")) {
      boolean isPlain = name.equals("fill") || name.equals("binarySearch");
      return isPlain && !type.contains("L"); // primitives only
    }
    return ALLOWED.getOrDefault(owner, Set.of()).contains(name);
  }
}

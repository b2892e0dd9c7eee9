package modpool.io;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import modpool.bridge.RenderThread;

/// The kernel's scheduler, as far as Linux lets a thread speak for itself. Elsewhere its functions
/// are not called.
@SuppressWarnings("restricted")
public final class Scheduling {
  private static final int SCHED_FIFO = 1;
  private static final int SCHED_RR = 2;
  private static final int SCHED_RESET_ON_FORK = 0x4000_0000; // threads made by this one are plain
  private static final int CALLER = 0;

  /// Tried in turn: a user's limit may allow less than the first.
  private static final int[] PRIORITIES = {60, 40, 20, 10, 5, 1};

  private static final MethodHandle SET =
      function("sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle GET =
      function("sched_getscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private Scheduling() {}

  private static MethodHandle function(String name, FunctionDescriptor type) {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return null;
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, type))
        .orElse(null);
  }

  /// The highest that is given, first in, first out.
  static RealTime askForRealTime() {
    if (SET == null) {
      return RealTime.UNSUPPORTED;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameters = arena.allocate(JAVA_INT); // struct sched_param
      for (int priority : PRIORITIES) {
        parameters.set(JAVA_INT, 0, priority);
        int policy = SCHED_FIFO | SCHED_RESET_ON_FORK;
        if ((int) SET.invokeExact(CALLER, policy, parameters) == 0) {
          return RealTime.GRANTED;
        }
      }
      return RealTime.REFUSED;
    } catch (Throwable e) {
      throw new IllegalStateException("a call to the C library failed: " + e, e);
    }
  }

  /// True when the thread that calls comes before ordinary ones. This class must have been loaded
  /// before a render thread asks.
  @RenderThread
  public static boolean isRealTime() {
    if (GET == null) {
      return false;
    }
    try {
      int policy = (int) GET.invokeExact(CALLER) & ~SCHED_RESET_ON_FORK;
      return policy == SCHED_FIFO || policy == SCHED_RR;
    } catch (Throwable _) {
      return false;
    }
  }
}

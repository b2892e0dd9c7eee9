package modpool.testing;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread brings about.
public final class Await {
  private static final long PATIENCE_NANOS = 180_000_000_000L;
  private static final long LOOK_NANOS = 2_000_000;

  private Await() {}

  /// Fails only after three minutes, which nothing takes on a machine however busy.
  public static void until(BooleanSupplier what, String that) {
    long began = System.nanoTime();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() - began > PATIENCE_NANOS) {
        throw new AssertionError("waited in vain until " + that);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}

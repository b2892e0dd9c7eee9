package modpool.bridge;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Carries imprints between control and the render thread: an empty one there, which comes back
/// with what is set, and one that is to be set. Nobody waits.
public final class Imprints {
  private static final long POLL_NANOS = 1_000_000;

  private final AtomicReference<Imprint> wanted = new AtomicReference<>();
  private final AtomicReference<Imprint> given = new AtomicReference<>();

  /// Asks for an imprint. It is the render thread's until [#isPending()] says no more.
  ///
  /// @param empty what it is put into
  public void ask(Imprint empty) {
    wanted.setRelease(empty);
  }

  /// True while what was asked for last has not been taken.
  public boolean isPending() {
    return wanted.getAcquire() != null;
  }

  /// Lets the render thread have a moment.
  public static void pause() {
    LockSupport.parkNanos(POLL_NANOS);
  }

  /// Takes the question back.
  ///
  /// @return false when it has been answered, or is just being
  public boolean withdraw(Imprint asked) {
    return wanted.compareAndSet(asked, null);
  }

  /// The imprint that is asked for, or null. To be read before the queue's limit: then what its
  /// asker had sent before is part of it.
  @RenderThread
  public Imprint wanted() {
    return wanted.getAcquire();
  }

  /// What was asked for has been taken.
  @RenderThread
  public void taken(Imprint asked) {
    wanted.compareAndSet(asked, null);
  }

  /// Lays an imprint out; the event [Event#RECALL] has it set.
  public void give(Imprint imprint) {
    given.setRelease(imprint);
  }

  /// The imprint that was laid out last, or null.
  @RenderThread
  public Imprint given() {
    return given.getAcquire();
  }
}

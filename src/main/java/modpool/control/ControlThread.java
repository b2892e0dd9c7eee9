package modpool.control;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/// The one thread that owns files, the pool's books and the song bank of an open instrument. Others
/// hand it work and wait for it.
final class ControlThread {
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("modpool-control").factory());

  /// Does something there.
  ///
  /// @throws IllegalStateException after [#close()]
  void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /// Likewise, with a result. What the work throws comes out here.
  <T> T call(Supplier<T> work) {
    try {
      return executor.submit(work::get).get();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("this instrument is closed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Does something there soon, without waiting; nothing after [#close()].
  void soon(Runnable work) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException _) {
      // it has ended
    }
  }

  /// Takes no more work.
  void close() {
    executor.shutdown();
  }
}

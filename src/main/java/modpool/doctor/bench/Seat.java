package modpool.doctor.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import modpool.doctor.peers.PeerException;

/// The thread that a program plays on. One that does not answer in time is left where it is; it
/// does not keep the process from ending.
final class Seat implements AutoCloseable {
  private final Duration patience;
  private final ExecutorService thread;
  private boolean left;

  /// @param name of the program
  /// @param patience with each question
  Seat(String name, Duration patience) {
    this.patience = patience;
    thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("modpool-bench-" + name).factory());
  }

  /// Has something done there and waits for it.
  ///
  /// @throws PeerException what it threw, or that it did not answer in time, now or before
  <T> T ask(Callable<T> work) throws PeerException, InterruptedException {
    if (left) {
      throw late();
    }
    Future<T> answer = thread.submit(work);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      left = true;
      throw late();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PeerException why) {
        throw why;
      }
      throw new PeerException("failed: " + e.getCause(), e.getCause());
    }
  }

  private PeerException late() {
    return new PeerException("did not answer within " + patience.toSeconds() + " s");
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}

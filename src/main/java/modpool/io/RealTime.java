package modpool.io;

import java.util.concurrent.atomic.AtomicReference;

/// What became of a render thread's wish to come before everybody else.
public enum RealTime {
  /// The system runs it before all ordinary threads.
  GRANTED("real-time priority"),
  /// The system has it, but not for us: see the limits of this user.
  REFUSED("no real-time priority: the system refused it"),
  /// There is no way to ask here; Java's highest priority is all.
  UNSUPPORTED("the highest ordinary priority: this system is not asked for more"),
  /// The thread is the sound server's, and so is the choice.
  SERVER("the sound server's choice"),
  /// No thread renders.
  NONE("nobody renders");

  private final String words;

  RealTime(String words) {
    this.words = words;
  }

  /// For people.
  public String words() {
    return words;
  }

  /// Asks for the thread that calls; a refusal does no harm.
  public static RealTime ask() {
    return Scheduling.askForRealTime();
  }

  /// Asks for a thread that ends at once. Besides the answer it makes the next question a quick
  /// one: an output asks it before its time begins to count.
  public static RealTime tryOut() {
    AtomicReference<RealTime> answer = new AtomicReference<>(NONE);
    Thread thread = new Thread(() -> answer.set(ask()), "modpool-try");
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return answer.get();
  }
}

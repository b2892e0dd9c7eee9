package modpool.session.front;

import java.util.function.Consumer;

/// Lines for the person in front of the terminal: on stderr, or wherever a view wants them.
public final class Messages {
  private Consumer<String> to = line -> System.err.println("modpool: " + line);

  /// Whatever a line repeats, terminals get nothing but text.
  public void say(String line) {
    to.accept(line.replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\p{Cc}", "?"));
  }

  /// Sends what is said from now on elsewhere.
  ///
  /// @return where it went until now
  public Consumer<String> redirect(Consumer<String> elsewhere) {
    Consumer<String> before = to;
    to = elsewhere;
    return before;
  }
}

package modpool.session.front;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Lines of stdin, and nothing to see. The end of stdin ends nothing.
public final class StdinFront implements Front {
  private final Consumer<String> lines;

  /// @param lines takes each line, on a thread of its own
  public StdinFront(Consumer<String> lines) {
    this.lines = lines;
    Thread.ofPlatform().daemon().name("modpool-stdin").start(this::copy);
  }

  private void copy() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.accept(line);
      }
    } catch (IOException _) {
      // As if it had ended.
    }
  }

  @Override
  public void show() {}

  @Override
  public void close() {}
}

package modpool.session.front;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Lines of stdin, and nothing to see. The end of stdin ends nothing. While the session has enough
/// of them to do, no more are read.
public final class StdinFront implements Front {
  private final LineQueue lines;

  /// @param lines takes each line, on a thread of its own
  public StdinFront(LineQueue lines) {
    this.lines = lines;
    Thread.ofPlatform().daemon().name("modpool-stdin").start(this::copy);
  }

  private void copy() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      ShortLines each = new ShortLines(in);
      for (String line = each.next(); line != null; line = each.next()) {
        lines.put(line);
      }
    } catch (IOException _) {
      // As if it had ended.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void show() {}

  @Override
  public void close() {}
}

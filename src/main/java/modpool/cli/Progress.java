package modpool.cli;

import java.io.PrintStream;

/// A progress bar on stderr, where a person watches; else nothing.
final class Progress implements AutoCloseable {
  private static final int WIDTH = 40;

  private final PrintStream err;
  private final boolean shown;
  private int drawn = -1;

  Progress(PrintStream err) {
    this.err = err;
    shown = System.console() != null && System.console().isTerminal();
  }

  void show(double part) {
    int steps = (int) (part * WIDTH);
    if (shown && steps != drawn) {
      drawn = steps;
      err.print(
          "\r[" + "#".repeat(steps) + " ".repeat(WIDTH - steps) + "] " + (int) (part * 100) + " %");
      err.flush();
    }
  }

  @Override
  public void close() {
    if (drawn >= 0) {
      err.print("\r" + " ".repeat(WIDTH + 8) + "\r");
      err.flush();
    }
  }
}

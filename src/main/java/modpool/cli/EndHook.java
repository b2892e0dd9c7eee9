package modpool.cli;

/// Runs something when the program is told to end (Ctrl-C, SIGTERM) while this is open.
final class EndHook implements AutoCloseable {
  private final Thread hook;

  EndHook(Runnable onEnd) {
    hook = new Thread(onEnd, "modpool-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The program is ending: the hook is running or has run.
    }
  }
}

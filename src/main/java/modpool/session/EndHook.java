package modpool.session;

/// Runs something when the program is told to end (Ctrl-C, SIGTERM) while this is open.
public final class EndHook implements AutoCloseable {
  private final Thread hook;

  public EndHook(Runnable onEnd) {
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

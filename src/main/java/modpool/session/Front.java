package modpool.session;

/// How a running session meets its person: where lines come from, and what is to be seen.
public interface Front extends AutoCloseable {
  /// Shows how things stand; called many times a second.
  void show();

  /// Leaves everything as it was found.
  @Override
  void close();
}

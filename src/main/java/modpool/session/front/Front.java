package modpool.session.front;

/// How a running session meets its person: where lines come from, and what is to be seen.
public interface Front extends AutoCloseable {
  /// Shows how things stand; called many times a second.
  void show();

  /// Something that the renderer has told, as [modpool.bridge.Notices] has it.
  default void hear(long notice) {}

  /// Leaves everything as it was found.
  @Override
  void close();
}

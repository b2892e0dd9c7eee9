package modpool.cli.option;

/// What a command was asked for cannot be meant; the message says which option, and what it may be.
public final class BadUsageException extends RuntimeException {
  public BadUsageException(String message) {
    super(message);
  }

  /// @param cause which has the message
  public BadUsageException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }
}

package modpool.ui;

/// There is no display to open a window on.
public final class NoDisplayException extends Exception {
  private static final long serialVersionUID = 1L;

  NoDisplayException(String message, Throwable cause) {
    super(message, cause);
  }
}

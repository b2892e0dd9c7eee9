package modpool.io.file;

/// An output that cannot be had or finished. The message says which, why, and what to do.
public final class OutputException extends Exception {
  private static final long serialVersionUID = 1;

  public OutputException(String message) {
    super(message);
  }

  public OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}

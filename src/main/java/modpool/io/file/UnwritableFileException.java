package modpool.io.file;

/// A file that cannot be written.
public final class UnwritableFileException extends OutputException {
  private static final long serialVersionUID = 1;

  public UnwritableFileException(String message) {
    super(message);
  }

  public UnwritableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}

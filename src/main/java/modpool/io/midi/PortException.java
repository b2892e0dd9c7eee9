package modpool.io.midi;

/// A port that cannot be had. The message says why, and what to do instead.
public final class PortException extends Exception {
  private static final long serialVersionUID = 1;

  public PortException(String message) {
    super(message);
  }
}

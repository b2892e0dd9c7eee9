package modpool.session;

import java.io.Serial;
import modpool.io.file.OutputException;

/// An output device that was asked for is not there.
public final class NoDeviceException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public NoDeviceException(OutputException cause) {
    super(cause.getMessage(), cause);
  }
}

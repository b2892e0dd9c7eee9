package modpool.doctor.peers;

import java.io.Serial;

/// Why a program does not play: the end of a sentence that begins with its name.
public final class PeerException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public PeerException(String what) {
    super(what);
  }

  public PeerException(String what, Throwable cause) {
    super(what, cause);
  }
}

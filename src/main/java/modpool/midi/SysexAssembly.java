package modpool.midi;

import java.io.ByteArrayOutputStream;

/// Puts a system exclusive message together that comes in pieces: one that begins with F0, then
/// others that begin with F7. One that grows beyond [SysexReader#MAX_BYTES] is given up.
final class SysexAssembly {
  private static final int BEGIN = 0xF0;
  private static final int END = 0xF7;

  private ByteArrayOutputStream pending;

  /// Takes a piece.
  ///
  /// @return the whole message from F0 to F7, or null when it is not complete or not wanted
  byte[] add(byte[] piece) {
    if (piece.length == 0) {
      return null;
    }
    int first = piece[0] & 0xFF;
    if (first == BEGIN) {
      pending = new ByteArrayOutputStream(Math.min(piece.length, SysexReader.MAX_BYTES));
      append(piece, 0);
    } else if (first == END) {
      append(piece, 1);
    } else {
      return null;
    }
    if (pending == null || (piece[piece.length - 1] & 0xFF) != END) {
      return null;
    }
    byte[] whole = pending.toByteArray();
    pending = null;
    return whole;
  }

  /// True while more is to come.
  boolean isOpen() {
    return pending != null;
  }

  private void append(byte[] piece, int from) {
    if (pending == null) {
      return;
    }
    int more = piece.length - from;
    if (pending.size() + more > SysexReader.MAX_BYTES) {
      pending = null;
    } else {
      pending.write(piece, from, more);
    }
  }
}

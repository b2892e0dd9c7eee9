package modpool.io.file;

import java.nio.ByteBuffer;

/// A file that is being written, out of sight until it is finished. For one thread at a time.
public interface FileDraft extends AutoCloseable {
  /// Puts bytes in a place, also behind the end. A failure gives nothing up: what was written
  /// before can still be finished, and as many bytes have left the buffer as are in the draft.
  void place(long position, ByteBuffer bytes) throws OutputException;

  /// Cuts it off at a length.
  void truncate(long length) throws OutputException;

  /// Puts the file in its place. Harmless when done twice.
  ///
  /// @throws OutputException when that fails, or when [#close()] came first; no trace is left then
  void finish() throws OutputException;

  /// Gives up unless finished: no trace is left. Harmless when done twice.
  @Override
  void close();
}

package modpool.io;

import java.nio.ByteBuffer;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import modpool.io.file.UnwritableFileException;

/// A file on a disk with so much room: of what does not fit it takes a part, as systems do.
record FullDisk(FileDraft file, long room) implements FileDraft {
  @Override
  public void place(long position, ByteBuffer bytes) throws OutputException {
    int fitting = Math.clamp(room - position, 0, bytes.remaining());
    boolean isFull = fitting < bytes.remaining();
    file.place(position, bytes.slice(bytes.position(), fitting));
    bytes.position(bytes.position() + fitting);
    if (isFull) {
      throw new UnwritableFileException("the disk is full");
    }
  }

  @Override
  public void truncate(long length) throws OutputException {
    file.truncate(length);
  }

  @Override
  public void finish() throws OutputException {
    file.finish();
  }

  @Override
  public void close() {
    file.close();
  }
}

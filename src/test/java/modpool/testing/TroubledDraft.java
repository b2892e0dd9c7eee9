package modpool.testing;

import java.nio.ByteBuffer;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import modpool.io.file.UnwritableFileException;

/// A file on a disk that is not always as it should be.
///
/// @param writing writes in its place, or does not
public record TroubledDraft(FileDraft file, Writing writing) implements FileDraft {
  /// What happens when bytes go to the disk.
  @FunctionalInterface
  public interface Writing {
    void place(FileDraft file, long position, ByteBuffer bytes) throws OutputException;
  }

  /// With so much room: of what does not fit it takes a part, as systems do.
  public static TroubledDraft full(FileDraft file, long room) {
    return new TroubledDraft(
        file,
        (disk, position, bytes) -> {
          int fitting = Math.clamp(room - position, 0, bytes.remaining());
          boolean isFull = fitting < bytes.remaining();
          disk.place(position, bytes.slice(bytes.position(), fitting));
          bytes.position(bytes.position() + fitting);
          if (isFull) {
            throw new UnwritableFileException("the disk is full");
          }
        });
  }

  @Override
  public void place(long position, ByteBuffer bytes) throws OutputException {
    writing.place(file, position, bytes);
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

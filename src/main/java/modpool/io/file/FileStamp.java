package modpool.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What tells from outside whether a file was written since: when it was, and its length.
///
/// @param millis of the last change, since 1970
/// @param bytes its length, -1 when it is not there
public record FileStamp(long millis, long bytes) {
  private static final long ABSENT = -1;

  /// The stamp of a file as it is now.
  public static FileStamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.lastModifiedTime().toMillis(), attributes.size());
    } catch (IOException _) {
      return new FileStamp(0, ABSENT);
    }
  }
}

package modpool.io.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a whole file, never more than its reader is ready for.
public final class InputFile {
  private InputFile() {}

  /// The bytes of a file.
  ///
  /// @param maxBytes a longer file is refused; it bounds devices and pipes too
  /// @throws BadFileException for whatever keeps the file from being read, and for an empty one
  public static byte[] read(Path path, int maxBytes) throws BadFileException {
    String name = path.toString();
    if (Files.isDirectory(path)) {
      throw new BadFileException(name, "is a directory; name a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(name, in, maxBytes);
    } catch (BadFileException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new BadFileException(name, "does not exist", e);
    } catch (AccessDeniedException e) {
      throw new BadFileException(name, "cannot be read: permission denied", e);
    } catch (IOException e) {
      throw new BadFileException(name, "cannot be read: " + e.getMessage(), e);
    }
  }

  /// All bytes of a stream.
  ///
  /// @param name what to call it in a message
  /// @throws BadFileException when it is empty or holds more than `maxBytes`
  /// @throws IOException when reading fails
  public static byte[] read(String name, InputStream in, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes);
    if (bytes.length == 0) {
      throw new BadFileException(name, "is empty");
    }
    if (bytes.length == maxBytes && in.read() >= 0) {
      throw new BadFileException(name, "is larger than " + size(maxBytes) + ", the most accepted");
    }
    return bytes;
  }

  private static String size(int bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes + " bytes";
  }
}

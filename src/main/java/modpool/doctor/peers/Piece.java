package modpool.doctor.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is played: a module's or a SoundFont's bytes.
///
/// @param name a file's name, with its ending
/// @param voices that it sounds: a song's tracks, or keys held down
public record Piece(String name, byte[] bytes, int voices) {
  /// What is done with a file.
  public interface FileUse<T, E extends Exception> {
    T with(Path file) throws IOException, E;
  }

  /// Lends the bytes as a file, which is gone afterwards.
  ///
  /// @throws IOException when it cannot be written
  public <T, E extends Exception> T asFile(FileUse<T, E> use) throws IOException, E {
    Path file = Files.createTempFile("modpool-", name.substring(name.lastIndexOf('.')));
    try {
      Files.write(file, bytes);
      return use.with(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}

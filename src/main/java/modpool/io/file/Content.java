package modpool.io.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/// What was loaded from a file, or a folder: where it was, and a hash by which it is known again.
///
/// @param path as it was named
/// @param sha256 of the bytes of all its files, in the order in which they were read, in
///   hexadecimal
public record Content(Path path, String sha256) {
  private static final int PIECE = 1 << 16;

  /// Digits of a hash.
  public static final int HASH_DIGITS = 64;

  /// The content of a file as it is now.
  ///
  /// @throws BadFileException when it cannot be read
  public static Content of(Path file) throws BadFileException {
    return of(file, List.of(file));
  }

  /// The content of a file that has been read.
  ///
  /// @param bytes all that are in it
  public static Content of(Path file, byte[] bytes) {
    MessageDigest digest = digest();
    digest.update(bytes);
    end(digest, bytes.length);
    return new Content(file, hex(digest));
  }

  /// The content of something that is made of several files.
  ///
  /// @param path what it is called
  /// @param files in the order in which they are read
  /// @throws BadFileException when one cannot be read
  public static Content of(Path path, Collection<Path> files) throws BadFileException {
    MessageDigest digest = digest();
    byte[] piece = new byte[PIECE];
    for (Path file : files) {
      long length = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
          digest.update(piece, 0, read);
          length += read;
        }
      } catch (IOException e) {
        throw new BadFileException(file.toString(), "cannot be read: " + e.getMessage(), e);
      }
      end(digest, length);
    }
    return new Content(path, hex(digest));
  }

  /// So that bytes can't pass from one file to the next unseen.
  private static void end(MessageDigest digest, long length) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
  }

  /// A new hash of the kind that contents are known by.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /// A finished hash as text.
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}

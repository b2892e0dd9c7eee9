package modpool.bank;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import modpool.io.file.AtExit;
import modpool.io.file.OutputException;

/// A folder that is filled out of sight and takes its place when it is whole. Given up, or when the
/// program ends, it leaves no trace. It lies in the folder it is to stand in, so that taking its
/// place is one step.
final class Draft implements AutoCloseable {
  private static final int MAX_NAME = 40;

  private final Path named;
  private final Path top;

  /// @param target where it is to stand
  Draft(Path target) throws OutputException {
    named = target;
    Path parent = target.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new OutputException(
          "cannot write %s: there is no folder %s; create it first".formatted(target, parent));
    }
    String random = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    top = parent.resolve(".modpool-" + random + ".part");
    try {
      AtExit.remove(top);
      Files.createDirectory(top);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Adds a file; folders on the way to it are made.
  ///
  /// @param path with `/` between names
  void write(String path, byte[] bytes) throws OutputException {
    Path file = top.resolve(path);
    try {
      for (Path at = top; !at.equals(file); ) {
        at = at.resolve(file.getName(at.getNameCount()));
        AtExit.remove(at);
      }
      Files.createDirectories(file.getParent());
      try (FileChannel out =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Puts the folder in its place, which must be free or an empty folder.
  void finish() throws OutputException {
    try {
      Files.deleteIfExists(named); // refuses a folder with anything in it
      Files.move(top, named, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Puts its files, one after the other, in a folder with others.
  void finishInto(Path folder) throws OutputException {
    try (var files = Files.list(top)) {
      for (Path file : files.toList()) {
        Files.move(
            file,
            folder.resolve(file.getFileName().toString()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Gives up unless finished.
  @Override
  public void close() {
    try {
      delete(top);
    } catch (IOException _) {
      // What is left goes when the program ends.
    }
  }

  /// Removes a folder with all in it, if it is there; links are not followed.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path at, IOException e) throws IOException {
            Files.delete(at);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// A name that any system takes for a file's.
  static String fileName(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = plain.length() <= MAX_NAME ? plain : plain.substring(0, MAX_NAME);
    return cut.isEmpty() ? "unnamed" : cut;
  }

  private OutputException failure(IOException e) {
    String why =
        switch (e) {
          case AccessDeniedException _ -> "permission denied; name another folder";
          case DirectoryNotEmptyException _ -> "it holds other files already";
          default -> String.valueOf(e.getMessage());
        };
    return new OutputException("cannot write " + named + ": " + why, e);
  }
}

package modpool.io.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/// A file that appears whole or not at all.
///
/// What is written goes to a draft in the same folder, which takes the target's place when
/// finished. A target that is no regular file (a pipe, a device), or is one of the streams that the
/// program was started with (`/dev/stdout`), is not replaced: it gets the bytes at the end. A
/// symbolic link stays; what it points to is replaced.
///
/// A draft does not outlive the program, unless that is killed. For one thread at a time.
public final class OutputFile implements FileDraft {
  static final int MAX_LINKS = 40; // as many as Linux follows

  private final Path named;
  private final Path target;
  private final boolean isStream;
  private final boolean replaces;
  private final Path draft;
  private final FileChannel channel;
  private boolean finished;

  /// @throws OutputException when the target cannot be written, as far as can be known now
  public OutputFile(Path path) throws OutputException {
    named = path;
    if (Files.isDirectory(path)) {
      throw new UnwritableFileException(
          "cannot write " + path + ": it is a directory; name a file");
    }
    boolean exists = Files.exists(path);
    isStream = OwnStream.isNamedBy(path);
    replaces = !isStream && (!exists || Files.isRegularFile(path));
    try {
      target = replaces ? destination(path) : path;
      Path folder = target.getParent();
      if (replaces && !Files.isDirectory(folder)) {
        throw new UnwritableFileException(
            "cannot write %s: there is no folder %s; create it first".formatted(path, folder));
      }
      if (exists && !isStream && !Files.isWritable(target)) {
        throw new AccessDeniedException(path.toString());
      }
      draft = replaces ? beside(target) : Files.createTempFile("modpool", null);
      AtExit.remove(draft);
      channel =
          replaces
              ? FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
              : FileChannel.open(draft, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failure(e);
    }
    if (replaces && exists) {
      keepPermissions();
    }
  }

  /// Writes a whole file at once.
  public static void write(Path path, byte[] bytes) throws OutputException {
    try (OutputFile file = new OutputFile(path)) {
      file.write(ByteBuffer.wrap(bytes));
      file.finish();
    }
  }

  /// Appends all that remains in a buffer.
  public void write(ByteBuffer bytes) throws OutputException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void place(long position, ByteBuffer bytes) throws OutputException {
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void truncate(long length) throws OutputException {
    try {
      channel.truncate(length);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void finish() throws OutputException {
    if (finished) {
      return;
    }
    try {
      channel.force(true);
      if (replaces) {
        channel.close();
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        copy();
        channel.close();
        Files.delete(draft);
      }
      finished = true;
    } catch (IOException e) {
      close();
      throw failure(e);
    }
  }

  @Override
  public void close() {
    if (!finished) {
      try (channel) {
        Files.deleteIfExists(draft);
      } catch (IOException _) {
        // It goes when the program ends.
      }
    }
  }

  private void copy() throws IOException {
    try (OutputStream out =
        isStream
            ? OwnStream.open(target)
            : Files.newOutputStream(target, StandardOpenOption.WRITE)) {
      channel.position(0);
      Channels.newInputStream(channel).transferTo(out);
    }
  }

  /// Follows symbolic links, also one that points to nothing yet.
  private static Path destination(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    Path at = path.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(at); i++) {
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private static Path beside(Path target) {
    String random = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    return target.resolveSibling(".modpool-" + random + ".part");
  }

  private void keepPermissions() {
    try {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
    } catch (IOException | UnsupportedOperationException e) {
      // A file system without them, or that does not let us: the file itself matters more.
      return;
    }
  }

  private UnwritableFileException failure(IOException e) {
    return new UnwritableFileException("cannot write " + named + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException) {
      return "permission denied; name another file or folder";
    }
    if (e instanceof NoSuchFileException) {
      return "its folder takes no files; name another";
    }
    if (e instanceof ClosedChannelException) {
      return "it was given up";
    }
    if (message.contains("No space left") || message.contains("not enough space")) {
      return "the disk is full; make room or name another folder";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return message;
  }
}

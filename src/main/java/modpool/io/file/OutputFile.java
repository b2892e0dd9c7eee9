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
/// finished. A target that is no regular file (a pipe, a device) is not replaced: it gets the bytes
/// at the end. A symbolic link stays; what it points to is replaced.
///
/// One thread writes. [#close()] may come from another, when the program is told to end.
public final class OutputFile implements AutoCloseable {
  private static final int MAX_LINKS = 40; // as many as Linux follows

  private enum State {
    WRITING,
    FINISHED,
    GIVEN_UP
  }

  private final Path named;
  private final Path target;
  private final boolean replaces;
  private final Path draft;
  private final FileChannel channel;
  private State state = State.WRITING; // guarded by this

  /// @throws OutputException when the target cannot be written, as far as can be known now
  public OutputFile(Path path) throws OutputException {
    named = path;
    if (Files.isDirectory(path)) {
      throw new UnwritableFileException(
          "cannot write " + path + ": it is a directory; name a file");
    }
    boolean exists = Files.exists(path);
    replaces = !exists || Files.isRegularFile(path);
    try {
      target = replaces ? destination(path) : path;
      Path folder = target.getParent();
      if (replaces && !Files.isDirectory(folder)) {
        throw new UnwritableFileException(
            "cannot write %s: there is no folder %s; create it first".formatted(path, folder));
      }
      if (exists && !Files.isWritable(target)) {
        throw new AccessDeniedException(path.toString());
      }
      draft = replaces ? beside(target) : Files.createTempFile("modpool", null);
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
      close();
      throw failure(e);
    }
  }

  /// Puts bytes in place of some written before.
  public void rewrite(long position, ByteBuffer bytes) throws OutputException {
    try {
      place(position, bytes);
    } catch (OutputException e) {
      close();
      throw e;
    }
  }

  /// Puts bytes in a place, also behind the end. A failure gives nothing up: what was written
  /// before can still be finished.
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

  /// Cuts the file off at a length.
  public void truncate(long length) throws OutputException {
    try {
      channel.truncate(length);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Puts the file in its place. Harmless when done twice.
  ///
  /// @throws OutputException when that fails, or when [#close()] came first; no trace is left then
  public void finish() throws OutputException {
    synchronized (this) {
      if (state == State.FINISHED) {
        return;
      }
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
      synchronized (this) {
        state = State.FINISHED;
      }
    } catch (IOException e) {
      close();
      throw failure(e);
    }
  }

  /// Gives up unless finished: no trace is left. Harmless when done twice.
  @Override
  public synchronized void close() {
    if (state == State.WRITING) {
      state = State.GIVEN_UP;
      try (channel) {
        Files.deleteIfExists(draft);
      } catch (IOException e) {
        draft.toFile().deleteOnExit(); // systems that keep open files: it is closed by then
      }
    }
  }

  private void copy() throws IOException {
    // A pipe may keep us waiting for its reader, so close() must not wait for us.
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
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

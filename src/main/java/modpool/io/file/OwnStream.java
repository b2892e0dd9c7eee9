package modpool.io.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Something that this process was started with, as `/dev/stdout` or a shell's `/dev/fd/63`. A file
/// that it leads to is not ours to replace: others write into it, before and after.
final class OwnStream {
  private static final List<Path> FOLDERS = List.of(Path.of("/proc/self/fd"), Path.of("/dev/fd"));

  private OwnStream() {}

  /// Whether a path is a name of one.
  static boolean isNamedBy(Path path) {
    return number(path) >= 0;
  }

  /// Opens one for writing: the program's own stdout or stderr where it is one, as a socket can't
  /// be opened twice, and a file opened twice has two ends.
  ///
  /// @param path a name of it
  static OutputStream open(Path path) throws IOException {
    return switch (number(path)) {
      case 1 -> lasting(FileDescriptor.out);
      case 2 -> lasting(FileDescriptor.err);
      default ->
          Files.isRegularFile(path)
              ? Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
              : Files.newOutputStream(path, StandardOpenOption.WRITE);
    };
  }

  /// Closing it leaves it open for the rest of the program.
  private static OutputStream lasting(FileDescriptor descriptor) {
    return new FileOutputStream(descriptor) {
      @Override
      public void close() {}
    };
  }

  /// @return -1 when it names none
  private static int number(Path path) {
    Path at = path.toAbsolutePath();
    for (int link = 0; link < OutputFile.MAX_LINKS; link++) {
      if (isAmongThem(at)) {
        String name = at.getFileName().toString();
        return name.matches("\\d{1,9}") ? Integer.parseInt(name) : -1;
      }
      try {
        at = at.resolveSibling(Files.readSymbolicLink(at));
      } catch (IOException | UnsupportedOperationException _) {
        return -1; // no link
      }
    }
    return -1;
  }

  private static boolean isAmongThem(Path path) {
    Path folder = path.getParent();
    for (Path own : FOLDERS) {
      try {
        if (folder != null && folder.toRealPath().equals(own.toRealPath())) {
          return true;
        }
      } catch (IOException _) {
        // one of them is not there
      }
    }
    return false;
  }
}

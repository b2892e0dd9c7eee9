package modpool.patch.sfz;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;

/// Where an SFZ file's samples and includes lie: paths are relative to the file's own folder, may
/// climb out of it (samples often lie in a sibling folder), and were often written on a system that
/// minds neither `\` nor capitals.
///
/// @param file the SFZ file
/// @param reads told each file beside it that is read
record SfzFolder(Path file, Consumer<Path> reads) {
  private static final int MAX_TEXT = 8 << 20;
  private static final int MAX_ENTRIES = 20_000; // of a folder that is searched for a name

  /// The bytes of a file that is included.
  byte[] text(String path) throws BadFileException {
    Path found = find(path);
    if (found == null) {
      throw bad("includes '" + shown(path) + "', which is not there");
    }
    reads.accept(found);
    return InputFile.read(found, MAX_TEXT);
  }

  /// A regular file, null when there is none of this name.
  Path find(String path) {
    String plain = path.replace('\\', '/');
    if (plain.isBlank() || plain.startsWith("/") || plain.contains(":")) {
      return null; // an SFZ that works elsewhere too names nothing absolute
    }
    try {
      Path at = file.toAbsolutePath().getParent();
      for (String name : plain.split("/+")) {
        if (!name.equals(".") && at != null) {
          Path next = at.resolve(name);
          at = Files.exists(next) ? next : alike(at, name);
        }
      }
      return at != null && Files.isRegularFile(at) ? at.normalize() : null;
    } catch (InvalidPathException | IOException e) {
      return null;
    }
  }

  private static Path alike(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      int seen = 0;
      for (Path entry : entries) {
        if (entry.getFileName().toString().toLowerCase(Locale.ROOT).equals(lower)) {
          return entry;
        }
        if (++seen == MAX_ENTRIES) {
          return null;
        }
      }
    }
    return null;
  }

  BadFileException bad(String what) {
    return new BadFileException(file.toString(), what);
  }

  static String shown(String path) {
    String plain = path.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 80 ? plain : plain.substring(0, 77) + "...";
  }
}

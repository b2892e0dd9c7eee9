package modpool.patch.sfz;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;
import modpool.patch.foreign.Includes;
import modpool.patch.foreign.Unmapped;

/// Where an SFZ file's samples and includes lie: paths are relative to the file's own folder, may
/// climb out of it (samples often lie in a sibling folder), and were often written on a system that
/// minds neither `\` nor capitals.
final class SfzFolder {
  private static final int MAX_ENTRIES = 20_000; // of a folder that is searched for a name
  private static final int MAX_FOLDERS = 256; // that are searched so
  private static final int MAX_NAMES = 64; // of a path

  private final Path file;
  private final Consumer<Path> reads;
  private final Map<Path, Map<String, Path>> listed = new HashMap<>(); // by names in small letters

  /// @param file the SFZ file
  /// @param reads told each file beside it that is read
  SfzFolder(Path file, Consumer<Path> reads) {
    this.file = file;
    this.reads = reads;
  }

  /// The bytes of a file that is included.
  byte[] text(String path) throws BadFileException {
    Path found = find(path);
    if (found == null) {
      throw bad("includes '" + Unmapped.shown(path) + "', which is not there");
    }
    return read(found, Includes.MAX_BYTES);
  }

  /// The bytes of a file that was found.
  byte[] read(Path found, int maxBytes) throws BadFileException {
    reads.accept(found);
    return InputFile.read(found, maxBytes);
  }

  /// A regular file, null when there is none of this name.
  Path find(String path) {
    String plain = path.replace('\\', '/');
    if (plain.isBlank() || plain.startsWith("/") || plain.contains(":")) {
      return null; // an SFZ that works elsewhere too names nothing absolute
    }
    try {
      Path at = file.toAbsolutePath().getParent();
      String[] names = plain.split("/+");
      if (names.length > MAX_NAMES) {
        return null;
      }
      for (String name : names) {
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

  /// What differs from a name in capitals alone, or null.
  private Path alike(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    Path real = folder.toRealPath();
    if (!listed.containsKey(real) && listed.size() < MAX_FOLDERS) {
      listed.put(real, list(folder));
    }
    return listed.getOrDefault(real, Map.of()).get(name.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Path> list(Path folder) throws IOException {
    Map<String, Path> entries = new HashMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        entries.putIfAbsent(entry.getFileName().toString().toLowerCase(Locale.ROOT), entry);
        if (entries.size() == MAX_ENTRIES) {
          break;
        }
      }
    }
    return entries;
  }

  BadFileException bad(String what) {
    return new BadFileException(file.toString(), what);
  }
}

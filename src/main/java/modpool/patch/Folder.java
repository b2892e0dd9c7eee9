package modpool.patch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;

/// Where a bank's files lie: a real folder, or the jar.
///
/// Paths inside are relative to its top, with `/` between names and no `..` left; a bank from a
/// stranger cannot reach outside.
sealed interface Folder {
  /// Names that mean the same on all systems.
  Pattern PLAIN = Pattern.compile("[^\\\\:\\p{Cc}]*");

  /// The bytes of a file.
  ///
  /// @param path relative to the top, from [#resolve]
  byte[] read(String path, int maxBytes) throws BadFileException;

  /// What to call a file in a message.
  String nameOf(String path);

  /// The path from the top of a file that another one names.
  ///
  /// @param from the naming file, whose folder `relative` starts at
  /// @throws BadFileException when it leaves the folder
  default String resolve(String from, String relative) throws BadFileException {
    if (relative.isEmpty() || relative.startsWith("/") || !PLAIN.matcher(relative).matches()) {
      throw new BadFileException(
          nameOf(from), "names the file '" + relative + "'; write a relative path with '/'");
    }
    int folderEnd = from.lastIndexOf('/') + 1;
    Deque<String> names = new ArrayDeque<>();
    for (String name : (from.substring(0, folderEnd) + relative).split("/")) {
      if (name.equals("..")) {
        if (names.pollLast() == null) {
          throw new BadFileException(
              nameOf(from),
              "names the file '" + relative + "', which is outside the bank's folder");
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }

  /// A folder of the file system.
  ///
  /// @param reads told each file before it is read
  record OnDisk(Path top, Consumer<Path> reads) implements Folder {
    /// A folder whose reads nobody wants to know of.
    OnDisk(Path top) {
      this(top, _ -> {});
    }

    @Override
    public byte[] read(String path, int maxBytes) throws BadFileException {
      Path file = top.resolve(path);
      reads.accept(file);
      if (Files.exists(file)) {
        checkPlace(file);
      }
      return InputFile.read(file, maxBytes);
    }

    private void checkPlace(Path file) throws BadFileException {
      try {
        if (!file.toRealPath().startsWith(top.toRealPath())) {
          throw new BadFileException(file.toString(), "is a link out of the bank's folder");
        }
      } catch (BadFileException e) {
        throw e;
      } catch (IOException e) {
        throw new BadFileException(file.toString(), "cannot be read: " + e.getMessage(), e);
      }
      if (!Files.isRegularFile(file) && !Files.isDirectory(file)) { // a pipe would never end
        throw new BadFileException(file.toString(), "is not a regular file");
      }
    }

    @Override
    public String nameOf(String path) {
      return top.resolve(path).toString();
    }
  }

  /// A folder of modpool's own jar, or of wherever its classes are.
  final class OnClassPath implements Folder, AutoCloseable {
    private final String top;
    private final Consumer<byte[]> reads;
    private final ZipFile jar; // null: the classes are in none

    /// @param top absolute, with `/` at both ends
    /// @param reads told the bytes of each file that is read
    OnClassPath(String top, Consumer<byte[]> reads) {
      this.top = top;
      this.reads = reads;
      jar = ownJar();
    }

    /// A class loader looks for each resource anew, by a URL: for hundreds of them that takes twice
    /// as long.
    private static ZipFile ownJar() {
      CodeSource source = Folder.class.getProtectionDomain().getCodeSource();
      try {
        Path place = source == null ? null : Path.of(source.getLocation().toURI());
        return place != null && Files.isRegularFile(place) ? new ZipFile(place.toFile()) : null;
      } catch (URISyntaxException | IllegalArgumentException | IOException e) {
        return null; // then the class loader knows better
      }
    }

    @Override
    public byte[] read(String path, int maxBytes) throws BadFileException {
      try (InputStream in = open(top + path)) {
        if (in == null) {
          throw new BadFileException(nameOf(path), "does not exist");
        }
        byte[] bytes = InputFile.read(nameOf(path), in, maxBytes);
        reads.accept(bytes);
        return bytes;
      } catch (BadFileException e) {
        throw e;
      } catch (IOException e) {
        throw new BadFileException(nameOf(path), "cannot be read: " + e.getMessage(), e);
      }
    }

    private InputStream open(String name) throws IOException {
      ZipEntry entry = jar == null ? null : jar.getEntry(name.substring(1));
      return entry == null ? Folder.class.getResourceAsStream(name) : jar.getInputStream(entry);
    }

    @Override
    public String nameOf(String path) {
      return "built-in " + path;
    }

    @Override
    public void close() throws BadFileException {
      try {
        if (jar != null) {
          jar.close();
        }
      } catch (IOException e) {
        throw new BadFileException(nameOf(top), "cannot be closed: " + e.getMessage(), e);
      }
    }
  }
}

package modpool.patch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;

/// Where a bank's files lie: a real folder, or the jar.
///
/// Paths inside are relative to its top, with `/` between names and no `..` left; a bank from a
/// stranger cannot reach outside.
sealed interface Folder {

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
    if (relative.isEmpty()
        || relative.startsWith("/")
        || !relative.matches("[^\\\\:\\p{Cntrl}]*")) {
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

  /// A folder of modpool's own jar.
  ///
  /// @param top absolute, with `/` at both ends
  /// @param reads told the bytes of each file that is read
  record OnClassPath(String top, Consumer<byte[]> reads) implements Folder {
    @Override
    public byte[] read(String path, int maxBytes) throws BadFileException {
      try (InputStream in = Folder.class.getResourceAsStream(top + path)) {
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

    @Override
    public String nameOf(String path) {
      return "built-in " + path;
    }
  }
}

package modpool.patch.gravis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;
import modpool.patch.foreign.Includes;
import modpool.patch.foreign.Unmapped;

/// Where a configuration's files lie: in its own folder or in one that it names by `dir`, the last
/// one first, and nowhere else. What it sources lies in its own folder.
final class ConfigFolder {
  private static final int MAX_FOLDERS = 64;

  private final Path file;
  private final Path own;
  private final Consumer<Path> reads;
  private final List<Path> folders = new ArrayList<>();

  /// @param file the configuration
  /// @param reads told each other file that is read
  ConfigFolder(Path file, Consumer<Path> reads) {
    this.file = file;
    this.reads = reads;
    own = file.toAbsolutePath().normalize().getParent();
    folders.add(own);
  }

  /// Looks in another folder too, from here on.
  void addFolder(String path) throws BadFileException {
    if (folders.size() == MAX_FOLDERS) {
      throw bad("names more than " + MAX_FOLDERS + " folders");
    }
    try {
      folders.add(own.resolve(path).normalize());
    } catch (InvalidPathException e) {
      throw bad("names the folder '" + Unmapped.shown(path) + "', which cannot be", e);
    }
  }

  /// The bytes of a configuration that is sourced.
  byte[] text(String path) throws BadFileException {
    Path found = inside(own, path);
    if (found == null) {
      throw bad("sources '" + Unmapped.shown(path) + "', which is not in its folder");
    }
    reads.accept(found);
    return InputFile.read(found, Includes.MAX_BYTES);
  }

  /// A patch's file, null when there is none of this name. The ending may be left out.
  Path find(String path) {
    for (Path folder : folders.reversed()) {
      for (String name : List.of(path, path + ".pat")) {
        Path found = inside(folder, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// A patch's bytes.
  byte[] read(Path found, int maxBytes) throws BadFileException {
    reads.accept(found);
    return InputFile.read(found, maxBytes);
  }

  /// A regular file in a folder or below, links followed; else null.
  private static Path inside(Path folder, String path) {
    try {
      Path found = folder.resolve(path).normalize();
      boolean there = found.startsWith(folder) && Files.isRegularFile(found);
      return there && found.toRealPath().startsWith(folder.toRealPath()) ? found : null;
    } catch (InvalidPathException | IOException e) {
      return null;
    }
  }

  BadFileException bad(String what) {
    return bad(what, null);
  }

  private BadFileException bad(String what, Exception cause) {
    return new BadFileException(file.toString(), what, cause);
  }
}

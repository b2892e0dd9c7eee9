package modpool.bank;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import modpool.io.file.InputFile;
import modpool.io.file.OutputException;
import modpool.io.file.OutputFile;
import modpool.patch.Fields;

/// A folder of presets and the bank's files that take it in, put in place together: all of them or,
/// when one cannot be, none. What takes room on the disk is written before anything that was there
/// is moved.
final class Replacement {
  private final Path folder;
  private final Path old; // the folder that was there, meanwhile
  private final boolean replaces;
  private final Map<Path, byte[]> before = new LinkedHashMap<>(); // null where nothing was
  private final Map<Path, OutputFile> files = new LinkedHashMap<>();

  private Replacement(Path folder) {
    this.folder = folder;
    old = folder.resolveSibling(".modpool-" + folder.getFileName() + ".old");
    replaces = Files.exists(folder);
  }

  /// Puts all in place.
  ///
  /// @param draft of the folder
  /// @param folder the place of the draft; one that is there is removed
  /// @param files what is in the bank's files then
  static void finish(Draft draft, Path folder, Map<Path, byte[]> files) throws OutputException {
    Replacement replacement = new Replacement(folder);
    try {
      replacement.prepare(files);
      replacement.finish(draft);
    } catch (IOException e) {
      throw new OutputException("cannot write " + folder + ": " + e.getMessage(), e);
    } finally {
      replacement.files.values().forEach(OutputFile::close);
    }
  }

  private void prepare(Map<Path, byte[]> contents) throws OutputException, IOException {
    for (Map.Entry<Path, byte[]> content : contents.entrySet()) {
      Path path = content.getKey();
      before.put(path, Files.exists(path) ? InputFile.read(path, Fields.MAX_BYTES) : null);
      OutputFile file = new OutputFile(path);
      files.put(path, file);
      file.write(ByteBuffer.wrap(content.getValue()));
    }
    if (replaces) {
      Draft.delete(old); // of one that was cut short
      Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void finish(Draft draft) throws OutputException, IOException {
    Map<Path, byte[]> placed = new LinkedHashMap<>();
    try {
      draft.finish();
      for (Path file : files.keySet()) {
        files.get(file).finish();
        placed.put(file, before.get(file));
      }
    } catch (OutputException e) {
      undo(placed);
      throw e;
    }
    if (replaces) {
      removeOld();
    }
  }

  private void removeOld() {
    try {
      Draft.delete(old);
    } catch (IOException _) {
      // What is left goes when the folder is replaced again.
    }
  }

  private void undo(Map<Path, byte[]> placed) throws OutputException, IOException {
    Draft.delete(folder);
    if (replaces) {
      Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    for (Path file : placed.keySet()) {
      if (placed.get(file) == null) {
        Files.delete(file.toRealPath());
      } else {
        OutputFile.write(file, placed.get(file));
      }
    }
  }
}

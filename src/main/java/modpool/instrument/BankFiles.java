package modpool.instrument;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import modpool.io.BadFileException;
import modpool.module.ModReader;
import modpool.patch.Bank;
import modpool.patch.BankReader;
import modpool.patch.Patch;
import modpool.patch.WavReader;

/// Reads whatever can serve as a bank: a bank folder or its json file, a WAV file (program 0), or a
/// module, whose samples become programs. Runs on control.
public final class BankFiles {
  private BankFiles() {}

  /// The bank that comes with the program.
  ///
  /// @throws BadFileException when the program's own files are damaged
  public static Bank factory() throws BadFileException {
    return BankReader.factory();
  }

  /// Reads a bank.
  ///
  /// @param reads told each of its files before it is read
  /// @throws BadFileException saying what is wrong with it
  public static Bank read(Path path, Consumer<Path> reads) throws BadFileException {
    if (isFolder(path)) {
      return BankReader.read(path, reads);
    }
    reads.accept(path);
    return read(path);
  }

  private static boolean isFolder(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isDirectory(path) || name.endsWith(".json");
  }

  /// Reads a bank. A module is known by its content, never by its name.
  ///
  /// @throws BadFileException saying what is wrong with it
  public static Bank read(Path path) throws BadFileException {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (isFolder(path)) {
      return BankReader.read(path);
    }
    if (lower.endsWith(".wav")) {
      return new Bank(name, new Patch[] {WavReader.readPatch(path)}, new Patch[0]);
    }
    return ModuleBank.bank(ModReader.read(path));
  }
}

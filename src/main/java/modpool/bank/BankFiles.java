package modpool.bank;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import modpool.instrument.ModuleBank;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.io.file.InputFile;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.patch.Bank;
import modpool.patch.BankReader;
import modpool.patch.Recording;
import modpool.patch.foreign.ForeignPatch;
import modpool.patch.gravis.ConfigBanks;
import modpool.patch.gravis.GravisReader;
import modpool.patch.sfz.SfzReader;
import modpool.patch.soundfont.SoundFont;
import modpool.patch.soundfont.SoundFontReader;
import modpool.patch.wave.RawFormat;
import modpool.patch.wave.SampleFiles;

/// Reads whatever can serve as a bank: a bank folder or its json file, a SoundFont, a TiMidity
/// configuration, a Gravis patch, an SFZ or a sample (program 0), or a module, whose samples become
/// programs. Runs on control.
public final class BankFiles {
  private BankFiles() {}

  /// Read when it is first asked for.
  private static final class Factory {
    private static final Bank BANK;
    private static final BadFileException DAMAGE; // or null

    static {
      Bank bank = null;
      BadFileException damage = null;
      try {
        bank = BankReader.factory();
      } catch (BadFileException e) {
        damage = e;
      }
      BANK = bank;
      DAMAGE = damage;
    }
  }

  /// The bank that comes with the program: the same for all who ask, and read once. Any thread.
  ///
  /// @throws BadFileException when the program's own files are damaged
  public static Bank factory() throws BadFileException {
    if (Factory.DAMAGE != null) {
      throw Factory.DAMAGE;
    }
    return Factory.BANK;
  }

  /// A hash of the bank that comes with the program, in hexadecimal.
  ///
  /// @throws BadFileException when the program's own files are damaged
  public static String factoryHash() throws BadFileException {
    MessageDigest digest = Content.digest();
    BankReader.factory(digest::update);
    return Content.hex(digest);
  }

  /// Reads a file that serves as one bank.
  ///
  /// @param reads told each of its files before it is read, of those that are text the text alone
  /// @throws BadFileException saying what is wrong with it
  public static Bank read(Path path, Consumer<Path> reads) throws BadFileException {
    return read(path, reads, _ -> {});
  }

  /// Likewise.
  ///
  /// @param beside told what an SFZ or a configuration reads beside its text
  public static Bank read(Path path, Consumer<Path> reads, Consumer<Path> beside)
      throws BadFileException {
    if (isFolder(path)) {
      return BankReader.read(path, reads);
    }
    reads.accept(path);
    return open(path, beside).bank();
  }

  private static boolean isFolder(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isDirectory(path) || name.endsWith(".json");
  }

  /// Reads a file that serves as one bank.
  ///
  /// @throws BadFileException saying what is wrong with it
  public static Bank read(Path path) throws BadFileException {
    return open(path).bank();
  }

  /// Reads all that a file holds. Files are known by their content, never by their names, but for
  /// those that are text.
  ///
  /// @throws BadFileException saying what is wrong with it
  public static BankFile open(Path path) throws BadFileException {
    return open(path, _ -> {});
  }

  private static BankFile open(Path path, Consumer<Path> beside) throws BadFileException {
    if (isFolder(path)) {
      return BankFile.of("bank", BankReader.read(path), List.of());
    }
    byte[] bytes = InputFile.read(path, Recording.MAX_BYTES);
    BankFile foreign = foreign(path, bytes, beside);
    if (foreign != null) {
      return foreign;
    }
    Module module = ModReader.read(path.toString(), bytes);
    return BankFile.of("module", ModuleBank.bank(module), module.warnings());
  }

  /// Reads a SoundFont, a patch, a configuration, an SFZ or a sample; null when the file is none of
  /// these.
  ///
  /// @param path the file, beside which an SFZ's samples and a configuration's patches lie
  /// @param bytes what is in it
  public static BankFile foreign(Path path, byte[] bytes) throws BadFileException {
    return foreign(path, bytes, _ -> {});
  }

  private static BankFile foreign(Path path, byte[] bytes, Consumer<Path> beside)
      throws BadFileException {
    String name = String.valueOf(path.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    if (SoundFontReader.recognises(bytes)) {
      SoundFont font = SoundFontReader.read(path.toString(), bytes);
      return new BankFile("SoundFont", font.banks(), font.copyright(), font.unmapped());
    }
    if (GravisReader.recognises(bytes)) {
      ForeignPatch patch = GravisReader.read(path, bytes);
      return BankFile.of("Gravis patch", name, patch.patch(), patch.unmapped());
    }
    if (lower.endsWith(".cfg")) {
      ConfigBanks.Read read = ConfigBanks.read(path, bytes, beside);
      return new BankFile("TiMidity configuration", read.banks(), "", read.unmapped());
    }
    if (lower.endsWith(".sfz")) {
      ForeignPatch patch = SfzReader.read(path, bytes, beside);
      return BankFile.of("SFZ", name, patch.patch(), patch.unmapped());
    }
    String kind = SampleFiles.kind(bytes);
    if (kind == null && !lower.endsWith(".wav")) {
      return null;
    }
    ForeignPatch patch = SampleFiles.patch(path, bytes);
    return BankFile.of(kind == null ? "WAV" : kind, name, patch.patch(), patch.unmapped());
  }

  /// Reads a file of nothing but signed 8-bit points as program 0.
  public static BankFile raw(Path path, RawFormat format) throws BadFileException {
    byte[] bytes = InputFile.read(path, Recording.MAX_POINTS);
    ForeignPatch patch = SampleFiles.patch(path, bytes, format);
    return BankFile.of("raw", patch.patch().name(), patch.patch(), patch.unmapped());
  }
}

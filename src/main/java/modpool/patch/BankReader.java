package modpool.patch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import modpool.io.file.BadFileException;

/// Reads a bank: a JSON file that pins programs and drum kits to preset files.
///
/// All files of a bank lie in or below the folder of its JSON file.
public final class BankReader {
  private static final String BANK_FILE = "bank.json";
  private static final String FACTORY = "/modpool/presets/";
  private static final List<String> KEYS =
      List.of("$schema", "name", "licence", "programs", "kits");

  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,2}");

  private final Folder folder;
  private final PresetReader presets;
  private final Map<String, Patch> patches = new HashMap<>();

  private BankReader(Folder folder) {
    this.folder = folder;
    this.presets = new PresetReader(folder);
  }

  /// @param path the bank's JSON file, or a folder with a `bank.json`
  /// @throws BadFileException naming the file of the bank that is wrong
  public static Bank read(Path path) throws BadFileException {
    return read(path, _ -> {});
  }

  /// Likewise.
  ///
  /// @param reads told each file before it is read
  public static Bank read(Path path, Consumer<Path> reads) throws BadFileException {
    if (Files.isDirectory(path)) {
      if (!Files.exists(path.resolve(BANK_FILE))) {
        throw new BadFileException(path.toString(), "is a folder without a " + BANK_FILE);
      }
      return new BankReader(new Folder.OnDisk(path, reads)).bank(BANK_FILE);
    }
    Path parent = path.getParent();
    Folder folder = new Folder.OnDisk(parent == null ? Path.of("") : parent, reads);
    return new BankReader(folder).bank(String.valueOf(path.getFileName()));
  }

  /// The bank that is packed in the jar.
  ///
  /// @throws BadFileException when the jar was built without it
  public static Bank factory() throws BadFileException {
    return factory(_ -> {});
  }

  /// Likewise.
  ///
  /// @param reads told the bytes of each file
  public static Bank factory(Consumer<byte[]> reads) throws BadFileException {
    try (Folder.OnClassPath folder = new Folder.OnClassPath(FACTORY, reads)) {
      return new BankReader(folder).bank(BANK_FILE);
    }
  }

  private Bank bank(String path) throws BadFileException {
    Fields bank = Fields.parse(folder.nameOf(path), folder.read(path, Fields.MAX_BYTES));
    bank.only(KEYS).text("$schema", "");
    bank.text("licence", "");
    return new Bank(
        bank.text("name"),
        numbered(path, bank.object("programs")),
        numbered(path, bank.object("kits")));
  }

  private Patch[] numbered(String path, Fields files) throws BadFileException {
    Patch[] numbered = new Patch[Bank.PROGRAMS];
    for (String key : files.keys()) {
      if (!NUMBER.matcher(key).matches() || Integer.parseInt(key) >= Bank.PROGRAMS) {
        throw files.bad("has the number '" + key + "'; 0 to 127 are allowed");
      }
      numbered[Integer.parseInt(key)] = patch(folder.resolve(path, files.text(key)));
    }
    return numbered;
  }

  private Patch patch(String path) throws BadFileException {
    Patch patch = patches.get(path);
    if (patch == null) {
      patch = presets.read(path);
      patches.put(path, patch);
    }
    return patch;
  }
}

package modpool.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.io.file.BadFileException;
import modpool.io.file.OutputException;
import modpool.patch.BankReader;
import modpool.patch.Patch;

/// A user's own bank, into which single patches are saved, each in a folder of its own:
///
///     bank.json                  numbers and their presets
///     NAME/NAME.json             a preset
///     NAME/samples/*.wav         its samples
///
/// A number keeps its preset until it is told to take another. A preset's folder appears whole, then
/// the bank's file takes it in.
public final class OwnBank {
  private static final String TITLE = "My own";
  private static final int MOST_NAMES = 1000;
  private static final Pattern OURS = Pattern.compile("([a-z0-9-]+)/\\1\\.json");

  private final Path file;
  private final Path folder;

  /// @param file the bank's, which need not be there
  public OwnBank(Path file) {
    this.file = file.toAbsolutePath();
    folder = this.file.getParent();
  }

  /// Saves a patch under a number, whole or not at all.
  ///
  /// @param kit whether it is a drum kit
  /// @param number 0-127
  /// @param replace whether it may take the number from another preset
  /// @return the preset's file
  /// @throws OutputException when the number is taken, or writing fails
  /// @throws BadFileException when the bank that is there is damaged
  public Path save(Patch patch, boolean kit, int number, boolean replace)
      throws OutputException, BadFileException {
    ObjectNode bank = existing();
    String kind = kit ? "kits" : "programs";
    ObjectNode numbers = bank.get(kind) instanceof ObjectNode there ? there : bank.putObject(kind);
    String key = Integer.toString(number);
    String before = numbers.has(key) ? numbers.get(key).asText() : "";
    if (!before.isEmpty() && !replace) {
      throw new OutputException(
          "cannot save '%s' as number %d of %s: %s is there; choose another number"
              .formatted(patch.name(), number, file, before));
    }
    makeFolder();
    String base = Draft.fileName(patch.name());
    String own = ownFolder(before);
    boolean inPlace = isOf(own, base) && uses(bank, own) == 1 && holdsNothingElse(own);
    String name = inPlace ? own : free(base);
    numbers.put(key, name + "/" + name + ".json");
    write(patch, name, bank);
    return folder.resolve(name).resolve(name + ".json");
  }

  private ObjectNode existing() throws BadFileException {
    if (!Files.exists(file)) {
      return JsonNodeFactory.instance.objectNode().put("name", TITLE);
    }
    BankReader.read(file); // adding to what is damaged would hide the damage
    return BankJson.read(file);
  }

  private void makeFolder() throws OutputException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new OutputException("cannot make the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  /// How many numbers have a preset in a folder.
  private static long uses(ObjectNode bank, String name) {
    long uses = 0;
    for (String kind : new String[] {"programs", "kits"}) {
      if (bank.get(kind) instanceof ObjectNode numbers) {
        uses +=
            numbers.properties().stream()
                .filter(number -> isIn(number.getValue().asText(), name))
                .count();
      }
    }
    return uses;
  }

  private static boolean isIn(String preset, String name) {
    return preset.startsWith(name + "/");
  }

  /// The folder that was made for a preset, or nothing.
  private static String ownFolder(String preset) {
    Matcher ours = OURS.matcher(preset);
    return ours.matches() ? ours.group(1) : "";
  }

  private static boolean isOf(String own, String base) {
    return own.equals(base) || own.matches(Pattern.quote(base) + "-\\d+");
  }

  /// Whether only what was written here lies in a folder.
  private boolean holdsNothingElse(String own) throws OutputException {
    try (var entries = Files.list(folder.resolve(own))) {
      return entries
          .map(entry -> entry.getFileName().toString() + "/")
          .allMatch(entry -> entry.equals(own + ".json/") || entry.equals(WaveFiles.FOLDER));
    } catch (IOException e) {
      throw new OutputException("cannot read " + folder.resolve(own) + ": " + e.getMessage(), e);
    }
  }

  private String free(String base) throws OutputException {
    String name = base;
    for (int i = 2; Files.exists(folder.resolve(name)); i++) {
      if (i > MOST_NAMES) {
        throw new OutputException("cannot save in " + folder + ": too many are called " + base);
      }
      name = base + "-" + i;
    }
    return name;
  }

  private void write(Patch patch, String name, ObjectNode bank) throws OutputException {
    Path target = folder.resolve(name);
    try (Draft draft = new Draft(target)) {
      WaveFiles waves = new WaveFiles(draft, "", true);
      draft.write(name + ".json", BankJson.bytes(new PresetText(waves).of(patch)));
      waves.finish();
      Replacement.finish(draft, target, Map.of(file, BankJson.bytes(bank)));
    }
  }
}

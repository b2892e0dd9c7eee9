package modpool.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.io.file.OutputException;
import modpool.patch.Bank;
import modpool.patch.BankReader;
import modpool.patch.Patch;

/// Writes what a foreign file holds as a bank's folder, or adds it to one:
///
///     DIR/bank.json             numbers and their presets; bank-8.json for the file's bank 8
///     DIR/NAME/000-piano.json   the presets
///     DIR/NAME/samples/*.wav    their samples
///
/// The folder NAME appears whole, then the bank's file takes it in. In a bank that was there before,
/// no number changes its preset: one that is taken gives way to the next free one.
public final class BankImport {
  private static final String BANK_FILE = "bank.json";

  private final BankFile source;
  private final Path into;
  private final String name;
  private final boolean force;
  private final List<Row> rows = new ArrayList<>();
  private int samples;

  /// A preset that was written.
  ///
  /// @param file the bank's file
  /// @param wanted the number it has in the foreign file
  /// @param number the number it has got
  public record Row(String file, boolean kit, int wanted, int number, String name) {}

  /// @param name what the presets' folder is called
  /// @param force whether presets that came under this name before are replaced
  public BankImport(BankFile source, Path into, String name, boolean force) {
    this.source = source;
    this.into = into;
    this.name = Draft.fileName(name);
    this.force = force;
  }

  /// What was written, a row each.
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /// How many samples were written.
  public int samples() {
    return samples;
  }

  /// Writes it all, or nothing.
  ///
  /// @throws OutputException when something else stands there, or writing fails
  /// @throws BadFileException when the bank that is there is damaged
  public void write() throws OutputException, BadFileException {
    boolean isNew = !Files.exists(into) || isEmpty(into);
    if (!isNew) {
      checkPlace();
    }
    Path target = isNew ? into : into.resolve(name);
    try (Draft draft = new Draft(target)) {
      String folder = isNew ? name + "/" : "";
      Map<Patch, String> files = writePresets(draft, folder);
      Map<String, byte[]> banks = new LinkedHashMap<>();
      for (int number : source.banks().keySet()) {
        String file = number == source.banks().firstKey() ? BANK_FILE : "bank-" + number + ".json";
        banks.put(file, BankJson.bytes(bank(file, source.banks().get(number), files)));
      }
      if (isNew) {
        for (Map.Entry<String, byte[]> bank : banks.entrySet()) {
          draft.write(bank.getKey(), bank.getValue());
        }
        draft.finish();
      } else {
        Map<Path, byte[]> beside = new LinkedHashMap<>();
        banks.forEach((file, bytes) -> beside.put(into.resolve(file), bytes));
        Replacement.finish(draft, target, beside);
      }
    }
  }

  private void checkPlace() throws OutputException, BadFileException {
    if (!Files.isDirectory(into)) {
      throw new OutputException("cannot write " + into + ": it is a file; name a folder");
    }
    if (Files.exists(into.resolve(BANK_FILE))) {
      BankReader.read(into); // adding to what is damaged would hide the damage
    } else if (!force) {
      throw new OutputException(
          "cannot write "
              + into
              + ": it holds other files and no "
              + BANK_FILE
              + "; name a new folder, or give --force");
    }
    if (Files.exists(into.resolve(name)) && !force) {
      throw new OutputException(
          "cannot write "
              + into.resolve(name)
              + ": it is there already; --force replaces it, --name gives another name");
    }
  }

  private Map<Patch, String> writePresets(Draft draft, String folder) throws OutputException {
    WaveFiles waves = new WaveFiles(draft, folder);
    PresetText text = new PresetText(waves);
    Map<Patch, String> files = new IdentityHashMap<>();
    for (Bank bank : source.banks().values()) {
      for (Patch patch : bank.patches()) {
        if (!patch.zones().isEmpty() && !files.containsKey(patch)) {
          String file =
              String.format(
                  Locale.ROOT, "%03d-%s.json", files.size(), Draft.fileName(patch.name()));
          files.put(patch, name + "/" + file);
          draft.write(folder + file, BankJson.bytes(text.of(patch)));
          waves.finish();
        }
      }
    }
    samples = waves.count();
    return files;
  }

  /// The bank's file with the presets in it.
  private ObjectNode bank(String file, Bank bank, Map<Patch, String> files)
      throws OutputException, BadFileException {
    Path path = into.resolve(file);
    ObjectNode node = Files.exists(path) ? BankJson.read(path) : emptyBank(bank);
    ObjectNode programs = part(node, "programs");
    ObjectNode kits = part(node, "kits");
    for (int i = 0; i < Bank.PROGRAMS; i++) {
      put(file, programs, false, i, bank.program(i), files);
      put(file, kits, true, i, bank.kit(i), files);
    }
    return node;
  }

  private ObjectNode emptyBank(Bank bank) {
    String title = bank.name().isBlank() ? name : bank.name();
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", title);
    return source.licence().isBlank() ? node : node.put("licence", source.licence());
  }

  /// The numbers of one kind, without those that point to what is replaced.
  private ObjectNode part(ObjectNode bank, String key) {
    ObjectNode part = bank.get(key) instanceof ObjectNode there ? there : bank.putObject(key);
    List<String> old =
        part.properties().stream()
            .filter(field -> field.getValue().asText().startsWith(name + "/"))
            .map(Map.Entry::getKey)
            .toList();
    part.remove(old);
    return part;
  }

  private void put(
      String file, ObjectNode part, boolean kit, int wanted, Patch patch, Map<Patch, String> files)
      throws OutputException {
    if (patch == null || !files.containsKey(patch)) {
      return;
    }
    for (int step = 0; step < Bank.PROGRAMS; step++) {
      int number = (wanted + step) % Bank.PROGRAMS;
      if (!part.has(Integer.toString(number))) {
        part.put(Integer.toString(number), files.get(patch));
        rows.add(new Row(file, kit, wanted, number, patch.name()));
        return;
      }
    }
    throw new OutputException(
        "cannot add '%s' to %s: all 128 numbers are taken".formatted(patch.name(), into));
  }

  private static boolean isEmpty(Path folder) throws OutputException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new OutputException("cannot write " + folder + ": " + e.getMessage(), e);
    }
  }
}

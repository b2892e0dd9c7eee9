package modpool.patch.gravis;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import modpool.io.file.BadFileException;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Recording;
import modpool.patch.Trigger;
import modpool.patch.foreign.Unmapped;

/// Reads a TiMidity configuration (timidity.cfg(5)) of Gravis patches: its banks are banks, its
/// drum sets are kits. A patch that is not there or is damaged is listed, and the others are
/// played.
public final class ConfigBanks {
  private static final int MOST_LISTED = 8; // of what kept it from sounding
  private static final int MOST_ZONES = 100_000; // of all patches

  private final ConfigFolder folder;
  private final Unmapped unmapped = new Unmapped();
  private final GravisSamples samples;
  private final Map<Path, GravisFile> files = new HashMap<>(); // null for one that can't be read
  private int zones;

  /// @param banks by their numbers; the kits belong to the first
  /// @param unmapped what is not played, a line each
  public record Read(SortedMap<Integer, Bank> banks, List<String> unmapped) {}

  private ConfigBanks(Path path, Consumer<Path> reads) {
    folder = new ConfigFolder(path, reads);
    samples = new GravisSamples(path.toString(), unmapped);
  }

  /// @param path the configuration, beside which its files lie
  /// @param bytes what is in it
  /// @param reads told each other file that is read
  public static Read read(Path path, byte[] bytes, Consumer<Path> reads) throws BadFileException {
    return new ConfigBanks(path, reads).read(String.valueOf(path.getFileName()), bytes);
  }

  private Read read(String name, byte[] bytes) throws BadFileException {
    ConfigEntries entries = new ConfigEntries(folder, ConfigText.lines(folder, bytes), unmapped);
    Patch[] kits = new Patch[Bank.PROGRAMS];
    for (int number : entries.drumSets().keySet()) {
      kits[number] = kit("Drum set " + number, entries.drumSets().get(number));
    }
    SortedMap<Integer, Bank> banks = new TreeMap<>();
    for (int number : entries.banks().keySet()) {
      Patch[] programs = programs(entries.banks().get(number));
      boolean first = banks.isEmpty();
      banks.put(number, new Bank(name, programs, first ? kits : new Patch[0]));
    }
    if (banks.isEmpty()) {
      banks.put(0, new Bank(name, new Patch[0], kits));
    }
    if (banks.values().stream().allMatch(bank -> bank.patches().isEmpty())) {
      List<String> why = unmapped.lines();
      String shown = String.join(", ", why.subList(0, Math.min(why.size(), MOST_LISTED)));
      throw folder.bad("names no patch that can be played" + (why.isEmpty() ? "" : ": " + shown));
    }
    return new Read(banks, unmapped.lines());
  }

  private Patch[] programs(ConfigEntries.Set128 bank) throws BadFileException {
    Patch[] programs = new Patch[Bank.PROGRAMS];
    for (int number : bank.entries.keySet()) {
      ConfigEntries.Entry entry = bank.entries.get(number);
      GravisFile file = file(entry.path());
      if (file != null) {
        GravisZones program = new GravisZones(samples, unmapped);
        program.add(file, Trigger.keys(0, 127), entry.treatment());
        programs[number] = patch(program, GravisReader.name(Path.of(entry.path())));
      }
    }
    return programs;
  }

  /// A drum sounds as its own key does, or as the one that its line names, whatever moves keys.
  private Patch kit(String name, ConfigEntries.Set128 set) throws BadFileException {
    GravisZones kit = new GravisZones(samples, unmapped);
    for (int key : set.entries.keySet()) {
      ConfigEntries.Entry entry = set.entries.get(key);
      GravisFile file = file(entry.path());
      if (file != null) {
        int choke = choke(set, key);
        Treatment treatment = entry.treatment();
        kit.add(
            file,
            Trigger.keys(key, key).choking(choke, choke),
            treatment.note() < 0 ? treatment.withNote(key) : treatment);
      }
    }
    return patch(kit, name);
  }

  /// Null when nothing sounds.
  private Patch patch(GravisZones of, String name) throws BadFileException {
    if (of.stack().isEmpty()) {
      return null;
    }
    Patch patch = of.stack().toPatch(name);
    zones += patch.zones().size();
    if (zones > MOST_ZONES) {
      throw folder.bad("has more than " + MOST_ZONES + " zones in all its patches together");
    }
    return patch;
  }

  /// The number of the group of keys that choke each other; 0 for none.
  private static int choke(ConfigEntries.Set128 set, int key) {
    for (int group = 0; group < Math.min(set.choking.size(), Trigger.MAX_CHOKE); group++) {
      if (set.choking.get(group).contains(key)) {
        return group + 1;
      }
    }
    return 0;
  }

  private GravisFile file(String path) {
    Path found = folder.find(path);
    if (found == null) {
      unmapped.add("patch that is not there: " + Unmapped.shown(path));
      return null;
    }
    if (!files.containsKey(found)) {
      files.put(found, readFile(found, path));
    }
    return files.get(found);
  }

  private GravisFile readFile(Path found, String path) {
    try {
      return new GravisFile(found.toString(), folder.read(found, Recording.MAX_BYTES), unmapped);
    } catch (BadFileException e) {
      unmapped.add("patch " + Unmapped.shown(path) + " that " + e.what());
      return null;
    }
  }
}

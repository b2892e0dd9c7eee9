package modpool.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import modpool.bank.BankFile;
import modpool.bank.BankFiles;
import modpool.control.Banks;
import modpool.io.file.BadFileException;
import modpool.io.file.InputFile;
import modpool.midi.MidiFile;
import modpool.midi.MidiFileInfo;
import modpool.midi.MidiFileReader;
import modpool.module.ModReader;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Recording;
import modpool.patch.Sample;
import modpool.patch.Zone;
import modpool.patch.wave.SampleFiles;
import modpool.session.song.Json;

/// What a file holds, as one JSON object: of each kind of file that modpool reads.
final class FileInfo {
  private static final int MAX_BYTES = 64 << 20;

  private FileInfo() {}

  static ObjectNode of(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(file) || name.endsWith(".json")) {
      return ofBank(BankFiles.open(file));
    }
    byte[] bytes = InputFile.read(file, Recording.MAX_BYTES);
    BankFile foreign = BankFiles.foreign(file, bytes);
    if (foreign != null) {
      return SampleFiles.kind(bytes) == null ? ofBank(foreign) : ofSample(foreign);
    }
    if (bytes.length > MAX_BYTES) {
      throw new BadFileException(file.toString(), "is larger than 64 MB, the most accepted");
    }
    if (MidiFileReader.recognises(bytes)) {
      return ofMidi(MidiFile.of(file.toString(), bytes).info());
    }
    try {
      return ofModule(ModReader.read(file.toString(), bytes));
    } catch (BadFileException e) {
      throw new BadFileException(
          file.toString(),
          "is no MIDI file, bank, SoundFont, patch or sample, and as a module it " + e.what(),
          e);
    }
  }

  private static ObjectNode ofMidi(MidiFileInfo midi) {
    ObjectNode node =
        Json.object()
            .put("kind", "MIDI file")
            .put("format", midi.format())
            .put("division", midi.division())
            .put("seconds", midi.seconds())
            .put("notes", midi.notes())
            .put("tracks", midi.tracks());
    ArrayNode names = node.putArray("trackNames");
    midi.trackNames().forEach(names::add);
    ArrayNode channels = node.putArray("channels");
    for (int channel : midi.channels()) {
      ArrayNode programs = channels.addObject().put("channel", channel).putArray("programs");
      midi.programs().getOrDefault(channel, List.of()).forEach(programs::add);
    }
    return node;
  }

  private static ObjectNode ofModule(Module module) {
    ObjectNode node =
        Json.object()
            .put("kind", "module")
            .put("title", module.title())
            .put("tracker", module.tracker().name().toLowerCase(Locale.ROOT))
            .put("tag", module.tag())
            .put("tracks", module.channels())
            .put("orders", module.orders().size())
            .put("patterns", module.patterns().size());
    ArrayNode used = node.putArray("usedSamples");
    module.usedSamples().forEach(used::add);
    ArrayNode samples = node.putArray("samples");
    for (int number = 1; number <= module.samples().size(); number++) {
      ModuleSample sample = module.sample(number);
      if (!sample.isEmpty() || !sample.name().isBlank()) {
        samples
            .addObject()
            .put("number", number)
            .put("name", sample.name())
            .put("length", sample.length())
            .put("finetune", sample.finetune())
            .put("volume", sample.volume())
            .put("loopStart", sample.loopStart())
            .put("loopLength", sample.loopLength());
      }
    }
    ArrayNode warnings = node.putArray("warnings");
    module.warnings().forEach(warnings::add);
    return node;
  }

  private static ObjectNode ofBank(BankFile file) {
    ObjectNode node = Json.object().put("kind", file.kind()).put("name", file.bank().name());
    if (!file.licence().isBlank()) {
      node.put("licence", file.licence());
    }
    ArrayNode others = Json.array();
    file.banks()
        .forEach(
            (number, bank) -> {
              if (bank != file.bank()) {
                others.add(
                    "bank " + number + ": " + bank.patches().size() + " presets, for import only");
              }
            });
    node.put("presets", file.bank().patches().size());
    if (!others.isEmpty()) {
      node.set("otherBanks", others);
    }
    ArrayNode programs = node.putArray("programs");
    ArrayNode kits = node.putArray("kits");
    for (int number = 0; number < Bank.PROGRAMS; number++) {
      add(programs, number, file.bank().program(number));
      add(kits, number, file.bank().kit(number));
    }
    return withUnmapped(node, file);
  }

  private static ObjectNode withUnmapped(ObjectNode node, BankFile file) {
    if (!file.unmapped().isEmpty()) {
      file.unmapped().forEach(node.putArray("notMapped")::add);
    }
    return node;
  }

  /// A preset as a row of a listing; nothing where there is none.
  static void add(ArrayNode rows, int number, Patch patch) {
    if (patch != null) {
      rows.addObject()
          .put("program", number)
          .put("name", patch.name())
          .put("zones", patch.zones().size());
    }
  }

  private static ObjectNode ofSample(BankFile file) {
    Patch patch = file.bank().program(0);
    Zone zone = patch.zones().getFirst();
    Sample sample = zone.sample();
    ObjectNode node =
        Json.object()
            .put("kind", "sample")
            .put("format", file.kind())
            .put("name", sample.name())
            .put("rateHz", sample.rateHz())
            .put("bits", sample.bits())
            .put("stereo", sample.isStereo())
            .put("frames", sample.length())
            .put("seconds", sample.length() / sample.rateHz())
            .put("rootKey", zone.rootKey())
            .put("tuneCents", zone.tuneCents())
            .put("loop", sample.loop().name().toLowerCase(Locale.ROOT))
            .put("loopStart", sample.loopStart())
            .put("loopEnd", sample.loopEnd());
    if (patch.zones().size() > 1) {
      node.put("octaves", patch.zones().size());
    }
    return withUnmapped(node, file);
  }

  /// The same for people: a line per field, rows of a list indented, programs counted from 0 and
  /// from 1.
  static void print(ObjectNode node, PrintWriter out) {
    node.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (!value.isArray()) {
                out.printf(Locale.ROOT, "%-12s %s%n", field.getKey(), value.asText());
              } else if (!value.isEmpty()) {
                out.println(field.getKey());
                value.forEach(row -> out.println("  " + row(row)));
              }
            });
  }

  private static String shownAll(JsonNode programs) {
    List<String> shown = new ArrayList<>();
    programs.forEach(program -> shown.add(Banks.shown(program.asInt())));
    return shown.toString();
  }

  private static String row(JsonNode row) {
    if (!row.isObject()) {
      return row.asText();
    }
    StringBuilder text = new StringBuilder();
    row.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              String shown = value.isArray() ? value.toString() : value.asText();
              if (field.getKey().equals("program")) {
                shown = Banks.shown(value.asInt());
              } else if (field.getKey().equals("programs")) {
                shown = shownAll(value);
              }
              text.append(text.isEmpty() ? "" : "  ")
                  .append(field.getKey())
                  .append(' ')
                  .append(shown);
            });
    return text.toString();
  }
}

package modpool.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import modpool.io.file.BadFileException;
import modpool.patch.Sample.Loop;

/// Reads preset files: one patch each, in JSON, with the samples it names.
final class PresetReader {
  private static final List<String> KEYS =
      List.of("$schema", "name", "description", "sound", "zones");
  private static final List<String> ZONE_KEYS =
      Stream.of(TriggerReader.KEYS, List.of("sample"), SoundReader.KEYS)
          .flatMap(List::stream)
          .toList();
  private static final List<String> SAMPLE_KEYS =
      List.of("file", "rootKey", "tuneCents", "loop", "loopStart", "loopEnd", "startFrame");

  private static final double MAX_TUNE_CENTS = 1200;

  private final Folder folder;
  private final SampleShelf shelf;

  PresetReader(Folder folder) {
    this.folder = folder;
    this.shelf = new SampleShelf(folder);
  }

  /// @param path from the top of the bank's folder
  Patch read(String path) throws BadFileException {
    Fields preset = Fields.parse(folder.nameOf(path), folder.read(path, Fields.MAX_BYTES));
    preset.only(KEYS).text("$schema", "");
    preset.text("description", "");
    String name = preset.text("name");
    Sound sound = SoundReader.read(preset.object("sound").only(SoundReader.KEYS), Sound.PLAIN);
    List<Zone> zones = new ArrayList<>();
    for (Fields zone : preset.objects("zones", Patch.MOST_ZONES)) {
      zones.add(zone(path, zone.only(ZONE_KEYS), sound));
    }
    if (zones.isEmpty()) {
      throw preset.bad("has no zones; at least one is needed");
    }
    try {
      return new Patch(name, zones);
    } catch (IllegalArgumentException e) {
      throw preset.bad(e.getMessage());
    }
  }

  private Zone zone(String path, Fields fields, Sound defaults) throws BadFileException {
    Trigger trigger = TriggerReader.read(fields);
    if (!fields.has("sample")) {
      throw fields.bad("lacks the key 'sample'");
    }
    Sound sound = SoundReader.read(fields, defaults);
    Fields from = fields.object("sample").only(SAMPLE_KEYS);
    String file = folder.resolve(path, from.text("file"));
    Recording recording = shelf.recording(file);
    Sample sample = sample(file, recording, from);
    if (sound.oneShot() && sample.loop() != Loop.NONE) {
      throw fields.bad("is oneShot, but its sample loops and would never end");
    }
    // The file's fine tuning belongs to the file's root key.
    double ownTune = from.has("rootKey") ? 0 : recording.tuneCents();
    int end = sample.loop() == Loop.NONE ? sample.length() : sample.loopEnd();
    return new Zone(
        trigger,
        sample,
        from.whole("rootKey", recording.rootKey(), 0, 127),
        from.number("tuneCents", ownTune, -MAX_TUNE_CENTS, MAX_TUNE_CENTS),
        from.whole("startFrame", 0, 0, end - 1),
        sound);
  }

  private Sample sample(String file, Recording recording, Fields from) throws BadFileException {
    Loop loop = from.word("loop", recording.loop(), Loop.values(), PresetReader::word);
    boolean loopsAlready = recording.loop() != Loop.NONE;
    int frames = recording.frames();
    int start = from.whole("loopStart", loopsAlready ? recording.loopStart() : 0, 0, frames - 1);
    int end = from.whole("loopEnd", loopsAlready ? recording.loopEnd() : frames, 1, frames);
    if (loop == Loop.NONE && (from.has("loopStart") || from.has("loopEnd"))) {
      throw from.bad("has loop points but no loop; add 'loop': 'forward' or remove them");
    }
    if (loop != Loop.NONE && start >= end) {
      throw from.bad("has a loop that ends at " + end + " before it starts at " + start);
    }
    return shelf.sample(file, loop, start, end);
  }

  private static String word(Loop loop) {
    return loop.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

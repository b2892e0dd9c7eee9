package modpool.patch.gravis;

import java.nio.file.Path;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.patch.Trigger;
import modpool.patch.foreign.ForeignPatch;
import modpool.patch.foreign.Unmapped;
import modpool.patch.wave.SampleFiles;

/// Reads a Gravis Ultrasound patch (.pat, versions 1.00 and 1.10).
public final class GravisReader {
  private GravisReader() {}

  /// True when these bytes begin such a patch, maybe a damaged one.
  public static boolean recognises(byte[] bytes) {
    return GravisFile.recognises(bytes);
  }

  /// The patch over all keys.
  ///
  /// @param path the file, for its name: what patches call themselves says little
  public static ForeignPatch read(Path path, byte[] bytes) throws BadFileException {
    Unmapped unmapped = new Unmapped();
    GravisFile file = new GravisFile(path.toString(), bytes, unmapped);
    GravisZones zones = new GravisZones(new GravisSamples(path.toString(), unmapped), unmapped);
    zones.add(file, Trigger.keys(0, 127), Treatment.NONE);
    if (zones.stack().isEmpty()) {
      List<String> why = unmapped.lines();
      throw file.bad(
          "has no wave that sounds" + (why.isEmpty() ? "" : ": " + String.join(", ", why)));
    }
    return new ForeignPatch(zones.stack().toPatch(name(path)), unmapped.lines());
  }

  /// A file's name as a preset's: sets number their files and write `_` for a space.
  static String name(Path path) {
    String bare = SampleFiles.bareName(path);
    String plain = bare.replaceFirst("^\\d{3}_(?=.)", "").replace('_', ' ').strip();
    return plain.isEmpty() ? bare : plain;
  }
}

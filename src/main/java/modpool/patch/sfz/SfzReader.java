package modpool.patch.sfz;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import modpool.io.file.BadFileException;
import modpool.patch.foreign.ForeignPatch;
import modpool.patch.foreign.Unmapped;
import modpool.patch.foreign.ZoneStack;
import modpool.patch.wave.SampleFiles;

/// Reads SFZ (R. Maldonado, "The SFZ Format", and what ARIA and sfizz made of it): the opcodes that
/// have a counterpart here, the others listed.
public final class SfzReader {
  private SfzReader() {}

  /// A patch of all regions that a key-down can begin.
  ///
  /// @param path the file, beside which its samples lie
  /// @param bytes what is in it
  public static ForeignPatch read(Path path, byte[] bytes) throws BadFileException {
    return read(path, bytes, _ -> {});
  }

  /// Likewise.
  ///
  /// @param reads told each file beside it that is read
  public static ForeignPatch read(Path path, byte[] bytes, Consumer<Path> reads)
      throws BadFileException {
    SfzFolder folder = new SfzFolder(path, reads);
    Unmapped unmapped = new Unmapped();
    SfzParser parser = new SfzParser(folder, unmapped);
    List<SfzRegion> regions = parser.regions(SfzText.lines(folder, bytes));
    if (regions.isEmpty()) {
      throw folder.bad("has no <region>; it is no SFZ file, or an empty one");
    }
    SfzRegion control = new SfzRegion(List.of(parser.control()), 0, unmapped);
    SfzConditions conditions = new SfzConditions(parser.control(), regions, unmapped);
    control.text("default_path", "");
    control.beginningWith("note_offset"); // these two are in the regions behind them
    control.beginningWith("octave_offset");
    control.beginningWith("set_cc");
    control.beginningWith("label_");
    control.tellUnknown();
    SfzZones zones = new SfzZones(new SfzSamples(folder, unmapped), conditions, unmapped);
    for (SfzRegion region : regions) {
      zones.add(region);
    }
    ZoneStack stack = zones.stack();
    if (stack.isEmpty()) {
      List<String> why = unmapped.lines();
      throw folder.bad(
          "has no region that sounds" + (why.isEmpty() ? "" : ": " + String.join(", ", why)));
    }
    return new ForeignPatch(stack.toPatch(SampleFiles.bareName(path)), unmapped.lines());
  }
}

package modpool.patch.wave;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.patch.Patch;
import modpool.patch.Recording;
import modpool.patch.Trigger;
import modpool.patch.WavReader;
import modpool.patch.Zone;
import modpool.patch.foreign.ForeignPatch;

/// Reads a file with one sample, or one in several octaves, as a patch over all keys. Files are
/// known by their content, never by their names.
public final class SampleFiles {
  private SampleFiles() {}

  /// What kind of sample file these bytes begin, null when of none: `WAV`, `8SVX`, `AIFF`, `AIFC`.
  public static String kind(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
    if (head.matches("(?s)RIFF....WAVE")) {
      return "WAV";
    }
    return head.matches("(?s)FORM....(8SVX|AIFF|AIFC)") ? head.substring(8) : null;
  }

  /// The recordings of a file: one, or the octaves of an 8SVX from the highest.
  ///
  /// @param name what to call the file in a message
  public static List<Recording> read(String name, byte[] bytes) throws BadFileException {
    if (!"FORM"
        .equals(new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.US_ASCII))) {
      return List.of(WavReader.read(name, bytes));
    }
    boolean is8svx = "8SVX".equals(kind(bytes));
    IffChunks chunks = new IffChunks(name, bytes, is8svx ? "BODY" : "SSND");
    return switch (chunks.form()) {
      case "8SVX" -> SvxReader.read(name, chunks);
      case "AIFF", "AIFC" -> List.of(AiffReader.read(name, chunks));
      default ->
          throw new BadFileException(
              name, "is an IFF file, but neither 8SVX nor AIFF: there is no sample in it");
    };
  }

  /// A patch that plays a file's sample.
  ///
  /// @param path the file's place, for its name
  public static ForeignPatch patch(Path path, byte[] bytes) throws BadFileException {
    return patch(bareName(path), read(path.toString(), bytes));
  }

  /// A patch that plays a file of nothing but points.
  public static ForeignPatch patch(Path path, byte[] bytes, RawFormat format)
      throws BadFileException {
    return patch(bareName(path), List.of(format.read(path.toString(), bytes)));
  }

  /// The outermost zones reach to the ends of the keyboard: what a file says of keys and velocities
  /// is meant for a program that puts several together.
  private static ForeignPatch patch(String name, List<Recording> recordings) {
    List<String> notes = new ArrayList<>();
    List<Zone> zones = new ArrayList<>();
    for (Recording recording : recordings) {
      notes.addAll(recording.notes());
      Trigger own = recording.trigger();
      boolean alone = recordings.size() == 1;
      if (alone && (own.lowKey() > 0 || own.highKey() < 127)) {
        notes.add("the range of keys " + own.lowKey() + "-" + own.highKey());
      }
      if (alone && (own.lowVelocity() > 1 || own.highVelocity() < 127)) {
        notes.add("the range of velocities " + own.lowVelocity() + "-" + own.highVelocity());
      }
      Recording placed =
          alone ? recording.placed(Trigger.keys(0, 127), recording.gainDb()) : recording;
      zones.add(placed.toZone(name));
    }
    return new ForeignPatch(new Patch(name, zones), notes);
  }

  /// A file's name without its ending.
  public static String bareName(Path path) {
    String bare = String.valueOf(path.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    return bare.isBlank() ? "sample" : bare;
  }
}

package modpool.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import modpool.io.file.OutputException;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Zone;
import modpool.patch.wave.SvxSample;
import modpool.patch.wave.WavSample;

/// Writes the samples of a bank as files for trackers and samplers: each once, with its loop, named
/// after its place and itself.
public final class SampleExport {
  /// What the files are.
  public enum Format {
    WAV,
    /// IFF 8SVX: 8 bits, one octave.
    SVX;

    private String ending() {
      return this == WAV ? "wav" : "8svx";
    }
  }

  private final Bank bank;
  private final Format format;
  private final List<String> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  public SampleExport(Bank bank, Format format) {
    this.bank = bank;
    this.format = format;
  }

  /// The files that were written, in their order.
  public List<String> files() {
    return List.copyOf(files);
  }

  /// What the files could not keep, a line each.
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /// Writes a folder, whole or not at all; with `force` files of the same names are replaced in one
  /// that is there, each whole.
  public void write(Path into, boolean force) throws OutputException {
    boolean occupied = Files.exists(into) && !isEmptyFolder(into);
    if (occupied && (!force || !Files.isDirectory(into))) {
      throw new OutputException(
          "cannot write "
              + into
              + (Files.isDirectory(into)
                  ? ": it holds other files; name a new folder, or give --force"
                  : ": it is a file; name a folder"));
    }
    try (Draft draft = new Draft(occupied ? into.resolve("draft") : into)) {
      for (Map.Entry<Sample, Zone> sample : samples().entrySet()) {
        String name = Draft.fileName(sample.getKey().name());
        String file = "%03d-%s.%s".formatted(files.size(), name, format.ending());
        draft.write(file, bytes(file, sample.getValue()));
        files.add(file);
      }
      if (files.isEmpty()) {
        throw new OutputException("cannot write " + into + ": the bank has no samples");
      }
      if (occupied) {
        draft.finishInto(into);
      } else {
        draft.finish();
      }
    }
  }

  /// The samples in the order of the programs, then the kits, each with the first zone it has.
  private Map<Sample, Zone> samples() {
    Map<Sample, Zone> ordered = new LinkedHashMap<>(); // samples equal only themselves
    for (Patch patch : bank.patches()) {
      for (Zone zone : patch.zones()) {
        ordered.putIfAbsent(zone.sample(), zone);
      }
    }
    return ordered;
  }

  private byte[] bytes(String file, Zone zone) {
    if (format == Format.WAV) {
      return new WavSample(zone.sample(), zone.rootKey(), zone.tuneCents()).toBytes();
    }
    SvxSample svx = new SvxSample(zone.sample(), zone.centsAt(60), zone.sound().gain());
    if (svx.octavesLower() > 0) {
      notes.add(
          file + " sounds lower by octaves: " + svx.octavesLower() + "; 8SVX rates end at 65535");
    }
    return svx.toBytes();
  }

  private static boolean isEmptyFolder(Path folder) throws OutputException {
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

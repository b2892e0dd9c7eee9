import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Makes every sample of the factory bank, the same bytes each time:
///
///     java presets/make/MakeSamples.java
///
/// from the top of the tree. WAV files in presets/samples that no recipe makes are deleted.
public final class MakeSamples {
  private MakeSamples() {}

  /// @param args optionally the folder to write to
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "presets/samples");
    Map<String, Wave> samples = new TreeMap<>();
    Keyboards.addTo(samples);
    Bells.addTo(samples);
    Strings.addTo(samples);
    Winds.addTo(samples);
    Choirs.addTo(samples);
    Chip.addTo(samples);
    Drums.addTo(samples);
    ChipDrums.addTo(samples);
    Scenes.addTo(samples);

    Files.createDirectories(folder);
    deleteUnknown(folder, samples);
    long bytes = 0;
    for (Map.Entry<String, Wave> sample : samples.entrySet()) {
      Path file = folder.resolve(sample.getKey() + ".wav");
      Wav.write(file, sample.getValue());
      bytes += Files.size(file);
    }
    System.out.println(samples.size() + " samples, " + bytes / 1024 + " KiB, in " + folder);
  }

  private static void deleteUnknown(Path folder, Map<String, Wave> samples) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.wav")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!samples.containsKey(name.substring(0, name.length() - 4))) {
          Files.delete(file);
        }
      }
    }
  }
}

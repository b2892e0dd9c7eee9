package modpool.patch.sfz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.Recording;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.foreign.SampleBytes;
import modpool.patch.foreign.Unmapped;
import modpool.patch.wave.SampleFiles;

/// The samples of an SFZ: each file is read once, and regions that cut and loop it alike share the
/// [Sample].
final class SfzSamples {
  private static final int SINE_FRAMES = 1024;
  private static final double KEY_60_HZ = 440 * Math.pow(2, -9 / 12.0);

  private final SfzFolder folder;
  private final Unmapped unmapped;
  private final Map<String, Recording> recordings = new HashMap<>(); // by path as it is written
  private final Map<Path, Recording> files = new HashMap<>(); // null: cannot be had
  private final Map<Cut, Sample> samples = new HashMap<>();
  private final SampleBytes bytes;

  private record Cut(String path, Loop loop, int start, int end, int frames) {}

  SfzSamples(SfzFolder folder, Unmapped unmapped) {
    this.folder = folder;
    this.unmapped = unmapped;
    bytes = new SampleBytes(folder::bad);
  }

  /// A file's waveform, null when it cannot be had, which is told.
  ///
  /// @throws BadFileException when all samples together are too long
  Recording recording(String path) throws BadFileException {
    if (!recordings.containsKey(path)) {
      recordings.put(path, path.equals("*sine") ? sine() : find(path));
    }
    return recordings.get(path);
  }

  private Recording find(String path) throws BadFileException {
    if (path.startsWith("*")) {
      unmapped.add("oscillator " + Unmapped.shown(path));
      return null;
    }
    Path file = folder.find(path);
    if (file == null) {
      unmapped.add("sample that is not there: " + Unmapped.shown(path));
      return null;
    }
    if (!files.containsKey(file)) {
      Recording read = read(file, path);
      files.put(file, read);
      if (read != null) {
        bytes.add((long) Float.BYTES * read.frames() * (read.right() == null ? 1 : 2));
      }
    }
    return files.get(file);
  }

  private Recording read(Path file, String path) {
    try {
      byte[] read = folder.read(file, Recording.MAX_BYTES);
      Recording first = SampleFiles.read(file.toString(), read).getFirst();
      first.notes().forEach(unmapped::add);
      return first;
    } catch (BadFileException e) {
      unmapped.add("sample " + Unmapped.shown(path) + " that " + e.what());
      return null;
    }
  }

  /// A recording with another loop and end.
  ///
  /// @param frames how many of it are played
  Sample sample(String path, Loop loop, int start, int end, int frames) throws BadFileException {
    Cut cut =
        new Cut(path, loop, loop == Loop.NONE ? 0 : start, loop == Loop.NONE ? 0 : end, frames);
    Sample known = samples.get(cut);
    if (known == null) {
      Recording whole = recording(path);
      float[] left = cut(whole.left(), frames);
      float[] right = whole.right() == null ? null : cut(whole.right(), frames);
      String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
      known =
          new Sample.Builder(name.replaceFirst("(?<=.)\\.[^.]*$", ""), left, right)
              .rateHz(whole.rateHz())
              .bits(whole.bits())
              .loop(loop, start, end)
              .build();
      samples.put(cut, known);
      bytes.add(known.bytes());
    }
    return known;
  }

  private static float[] cut(float[] wave, int frames) {
    return frames == wave.length ? wave : Arrays.copyOf(wave, frames);
  }

  private static Recording sine() {
    float[] wave = new float[SINE_FRAMES];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / SINE_FRAMES);
    }
    return Recording.of(wave, null, SINE_FRAMES * KEY_60_HZ, 32)
        .looped(Loop.FORWARD, 0, SINE_FRAMES);
  }
}

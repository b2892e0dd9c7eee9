package modpool.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import modpool.io.file.BadFileException;
import modpool.patch.Sample.Loop;

/// The samples of one bank while it is read: a file that several presets use is read once, and
/// presets that loop it alike share the same [Sample].
final class SampleShelf {
  /// Most waveform of one bank, in bytes of heap.
  static final long MAX_BYTES = 1L << 30;

  private final Folder folder;
  private final Map<String, Recording> recordings = new HashMap<>();
  private final Map<String, List<Looped>> samples = new HashMap<>();
  private long bytes;

  /// A sample as it is looped. Found without the hash of a record, which the JVM first has to make.
  private record Looped(Loop loop, int start, int end, Sample sample) {
    boolean is(Loop thisLoop, int from, int to) {
      return loop == thisLoop && (loop == Loop.NONE || start == from && end == to);
    }
  }

  SampleShelf(Folder folder) {
    this.folder = folder;
  }

  /// @param path from the top of the bank's folder
  Recording recording(String path) throws BadFileException {
    Recording recording = recordings.get(path);
    if (recording == null) {
      recording = WavReader.read(folder.nameOf(path), folder.read(path, Recording.MAX_BYTES));
      recordings.put(path, recording);
      count(path, 4L * recording.frames() * (recording.right() == null ? 1 : 2));
    }
    return recording;
  }

  /// @throws IllegalArgumentException when the loop lies outside the recording
  Sample sample(String path, Loop loop, int start, int end) throws BadFileException {
    List<Looped> known = samples.computeIfAbsent(path, _ -> new ArrayList<>(1));
    for (Looped looped : known) {
      if (looped.is(loop, start, end)) {
        return looped.sample();
      }
    }
    Sample sample = recording(path).toSample(name(path), loop, start, end);
    known.add(new Looped(loop, start, end, sample));
    count(path, sample.bytes());
    return sample;
  }

  /// Of the file, without folder and extension.
  private static String name(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  private void count(String path, long more) throws BadFileException {
    bytes += more;
    if (bytes > MAX_BYTES) {
      throw new BadFileException(
          folder.nameOf(path), "does not fit any more: the bank's samples exceed 1 GB");
    }
  }
}

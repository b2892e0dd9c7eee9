package modpool.patch;

import java.util.HashMap;
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
  private final Map<Key, Sample> samples = new HashMap<>();
  private long bytes;

  private record Key(String path, Loop loop, int start, int end) {}

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
    Key key = loop == Loop.NONE ? new Key(path, loop, 0, 0) : new Key(path, loop, start, end);
    Sample sample = samples.get(key);
    if (sample == null) {
      sample = recording(path).toSample(name(path), loop, start, end);
      samples.put(key, sample);
      count(path, sample.bytes());
    }
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

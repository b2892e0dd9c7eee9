package modpool.io.javasound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import modpool.io.file.JsonMemory;
import modpool.io.file.OutputException;

/// Remembers which buffer a device needed, from one start to the next, in a small JSON file:
///
///     {"bufferFrames": {"default device, 48000 Hz": 384}}
///
/// A file that can't be understood is set aside, and said. Control's and a line keeper's; never the
/// render thread's.
public final class BufferMemory {
  private static final String FIELD = "bufferFrames";
  private static final int MAX_DEVICES = 100;
  private static final int MAX_FRAMES = 1 << 16;

  private final JsonMemory memory;

  /// @param file need not exist, nor its folder; null to remember nothing
  public BufferMemory(Path file) {
    memory = new JsonMemory(file, "buffers are sought anew");
  }

  /// The buffer that was needed last time.
  ///
  /// @param say takes a line when the file is broken
  OptionalInt recall(String device, int rate, Consumer<String> say) {
    JsonNode frames = memory.read(say).path(FIELD).path(key(device, rate));
    return frames.isInt() && frames.intValue() > 0 && frames.intValue() <= MAX_FRAMES
        ? OptionalInt.of(frames.intValue())
        : OptionalInt.empty();
  }

  /// Keeps it for next time.
  ///
  /// @throws OutputException when it cannot be written; what was there is still there
  void keep(String device, int rate, int frames, Consumer<String> say) throws OutputException {
    ObjectNode root = memory.read(say);
    ObjectNode devices =
        root.get(FIELD) instanceof ObjectNode known && known.size() < MAX_DEVICES
            ? known
            : root.putObject(FIELD);
    devices.put(key(device, rate), frames);
    memory.write(root);
  }

  /// Where it is kept, or null.
  public Path file() {
    return memory.file();
  }

  private static String key(String device, int rate) {
    return device + ", " + rate + " Hz";
  }
}

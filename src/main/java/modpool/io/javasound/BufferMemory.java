package modpool.io.javasound;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;
import java.util.function.Consumer;
import modpool.io.InputFile;
import modpool.io.OutputException;
import modpool.io.OutputFile;

/// Remembers which buffer a device needed, from one start to the next, in a small JSON file:
///
///     {"bufferFrames": {"default device, 48000 Hz": 384}}
///
/// A file that can't be understood is set aside, and said. Control's and a line keeper's; never the
/// render thread's.
public final class BufferMemory {
  private static final String FIELD = "bufferFrames";
  private static final int MAX_BYTES = 1 << 16;
  private static final int MAX_DEVICES = 100;
  private static final int MAX_FRAMES = 1 << 16;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /// @param file need not exist, nor its folder; null to remember nothing
  public BufferMemory(Path file) {
    this.file = file;
  }

  /// The buffer that was needed last time.
  ///
  /// @param say takes a line when the file is broken
  OptionalInt recall(String device, int rate, Consumer<String> say) {
    JsonNode frames = read(say).path(FIELD).path(key(device, rate));
    return frames.isInt() && frames.intValue() > 0 && frames.intValue() <= MAX_FRAMES
        ? OptionalInt.of(frames.intValue())
        : OptionalInt.empty();
  }

  /// Keeps it for next time.
  ///
  /// @throws OutputException when it cannot be written; what was there is still there
  void keep(String device, int rate, int frames, Consumer<String> say) throws OutputException {
    if (file == null) {
      return;
    }
    ObjectNode root = read(say);
    ObjectNode devices =
        root.get(FIELD) instanceof ObjectNode known && known.size() < MAX_DEVICES
            ? known
            : root.putObject(FIELD);
    devices.put(key(device, rate), frames);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      OutputFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    } catch (IOException e) {
      throw new OutputException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /// Where it is kept, or null.
  public Path file() {
    return file;
  }

  private ObjectNode read(Consumer<String> say) {
    if (file == null || !Files.exists(file)) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      if (MAPPER.readTree(InputFile.read(file, MAX_BYTES)) instanceof ObjectNode root) {
        return root;
      }
      setAside("it is no JSON object", say);
    } catch (JacksonException e) {
      setAside(e.getOriginalMessage(), say);
    } catch (IOException e) {
      setAside(e.getMessage(), say);
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private void setAside(String reason, Consumer<String> say) {
    Path aside = file.resolveSibling(file.getFileName() + ".broken");
    String what = "%s cannot be understood (%s)".formatted(file, reason.replaceAll("\\R", " "));
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      say.accept(what + "; it is now " + aside.getFileName() + ", and buffers are sought anew");
    } catch (IOException e) {
      say.accept(what + " and cannot be set aside; delete it: " + e.getMessage());
    }
  }

  private static String key(String device, int rate) {
    return device + ", " + rate + " Hz";
  }
}

package modpool.recall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import modpool.io.file.ConfigFolder;
import modpool.io.file.JsonMemory;
import modpool.io.file.OutputException;

/// What the next session begins with, and its file: `start.json` in the user's config folder. For
/// the session's thread.
public final class StartMemory {
  private final JsonMemory file;
  private StartSettings settings = StartSettings.USUAL;

  public StartMemory(JsonMemory file) {
    this.file = file;
  }

  /// This user's.
  public static StartMemory ofUser() {
    return new StartMemory(
        new JsonMemory(ConfigFolder.file("start.json"), "modpool starts as it did at first"));
  }

  /// Reads the file.
  ///
  /// @param say takes a line when it is broken; it has been set aside then
  public StartSettings read(Consumer<String> say) {
    settings = StartSettings.of(file.read(say));
    return settings;
  }

  /// As they are now.
  public StartSettings settings() {
    return settings;
  }

  /// Acts on the line `remember NAME VALUE`.
  ///
  /// @param rest what follows the first word
  /// @throws IllegalArgumentException when it is not understood
  /// @throws IOException when it cannot be kept; it is as before then
  public void remember(String rest, Consumer<String> say) throws IOException {
    String[] words = rest.split("\\s+", 2);
    ObjectNode root = file.read(say);
    StartSettings next =
        StartSettings.of(root).with(words[0], words.length < 2 ? "" : words[1].strip());
    try {
      next.into(root);
      file.write(root);
    } catch (OutputException e) {
      throw new IOException(e.getMessage(), e);
    }
    settings = next;
  }
}
